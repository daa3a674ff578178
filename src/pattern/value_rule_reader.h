#pragma once

// [[value]] in a pattern file: what the value itself says.

#include "pattern/list_reader.h"
#include "pattern/pattern.h"
#include "pattern/toml_reader.h"

namespace gatepost {

// What value rules are read with beside their own table.
struct ValueRuleSources {
  ListReader& lists;
  RegexOptions options;
  CanonicalForm form;  // of the entries of `is`
};

[[nodiscard]] ValueRule ReadValueRule(const TomlValue& value, ValueRuleSources sources,
                                      ErrorLog& log);

}  // namespace gatepost
