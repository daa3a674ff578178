#pragma once

// Phrases that speak for or against a match, in the form in which they are compared with skeletons.

#include <string>
#include <string_view>
#include <vector>

#include "pattern/list_reader.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// Folded as posts are, lower case, one space for each run of white space, none at the ends.
[[nodiscard]] std::string FoldedPhrase(std::string_view text);

// The folded phrases of `key`, in their order. A phrase that says nothing once folded, or the same
// as another, that has no word or more than kMaxPhraseWords, is a fault.
[[nodiscard]] std::vector<std::string> ReadPhrases(TableReader& table, std::string_view key,
                                                   ErrorLog& log);

// Where phrases of lists come from, and where faults go.
struct PhraseLists {
  ListReader& lists;
  ErrorLog& log;
};
// Adds the entries of the list that `key` names, if the table has it. An entry that is among
// `phrases` already is not added again; the other faults are the same.
void AddListedPhrases(TableReader& table, std::string_view key, PhraseLists from,
                      std::vector<std::string>& phrases);

}  // namespace gatepost
