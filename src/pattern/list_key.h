#pragma once

// A key of a pattern file that names a word list.

#include <string_view>

#include "pattern/list_reader.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// Where lists come from, and the writing in which their entries are wanted.
struct ListSource {
  ListReader& lists;
  CanonicalForm form;
};

// The list that `key` names; nullptr if the table does not have it, or names none that can be read.
[[nodiscard]] ListEntries ReadListOf(TableReader& table, std::string_view key, ListSource source,
                                     ErrorLog& log);

}  // namespace gatepost
