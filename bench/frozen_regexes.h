#pragma once

// The regexes of the bundled set as they were on one day, for references: they stay as they are, so
// that Gatepost gains nothing from worse regexes.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"
#include "regex/regex.h"

namespace gatepost::bench {

struct FrozenRegex {
  std::string pattern;  // its id
  std::string variant;
  Regex regex;
};

// Of bench/reference-patterns.tsv: id, variant, "i" or "s" (caseless, case-sensitive) and regex,
// with a tab between; lines that begin with # are comments.
[[nodiscard]] Result<std::vector<FrozenRegex>> ReadFrozenRegexes(const std::filesystem::path& path);

}  // namespace gatepost::bench
