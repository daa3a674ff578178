#pragma once

// The triggers of all patterns as one list of expressions to look for, and what each tells about
// where matches begin.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost {

// A variant that looks for an expression. Where the expression ends, a match of the variant may
// begin, at least `min_back` and at most `max_back` bytes before that end.
struct TriggerUse {
  uint32_t variant = 0;  // its number among the variants of all patterns
  uint32_t min_back = 0;
  uint32_t max_back = 0;

  friend bool operator==(const TriggerUse&, const TriggerUse&) = default;
};

struct TriggerTable {
  // Each once, in the syntax that RE2 and Hyperscan share; both cases of a letter are written out.
  std::vector<std::string> expressions;
  std::vector<std::vector<TriggerUse>> uses;  // by expression
  // Variants without a trigger, which may begin anywhere in a skeleton that holds the expression:
  // it is a cue of their pattern. By expression, too.
  std::vector<std::vector<uint32_t>> cued;
  // Variants with neither trigger nor cues: their matches can begin anywhere.
  std::vector<uint32_t> untriggered;

  friend bool operator==(const TriggerTable&, const TriggerTable&) = default;
};

// Takes some milliseconds: it looks through every tree for what is cheapest to look for.
[[nodiscard]] TriggerTable MakeTriggerTable(const std::vector<Pattern>& patterns);

// The table as bytes, on any machine the same, and back: the table and how many of `bytes` it took,
// or nullopt if they do not begin with a table.
[[nodiscard]] std::string ToBytes(const TriggerTable& table);
struct ReadTriggerTable {
  TriggerTable table;
  size_t bytes = 0;
};
[[nodiscard]] std::optional<ReadTriggerTable> TriggerTableFrom(std::string_view bytes);

}  // namespace gatepost
