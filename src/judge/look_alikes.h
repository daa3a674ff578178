#pragma once

// Values that nobody has, to stand for values that somebody has: what patterns name as
// `look_alikes`.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/index.h"
#include "pattern/pattern.h"

namespace gatepost {

struct LookAlike {
  std::string text;
  std::string_view range;  // as its pattern names it: "07700 900###"
};

// Borrows the patterns. Holds() is const and may be called by any thread; For() by one at a time,
// and what it gives depends on the order of its calls.
class LookAlikes {
 public:
  explicit LookAlikes(const std::vector<Pattern>& patterns);

  // `value`, skeleton text, lies in one of the pattern's ranges.
  [[nodiscard]] bool Holds(PatternIndex pattern, std::string_view value) const;

  // What stands for `value`, skeleton text, written like it where that can be: one look-alike for
  // every writing of one value, from the range most like it. Those of a range are given in their
  // order and say nothing of the values; when all are given, from the first again. nullopt if the
  // pattern has no ranges.
  [[nodiscard]] std::optional<LookAlike> For(PatternIndex pattern, std::string_view value);

 private:
  struct Range {
    std::string_view writing;
    std::string low, high;  // its ends in canonical form: they differ where digits are free
    uint64_t next = 0;
  };

  // The ranges most like the value, in their order.
  [[nodiscard]] std::vector<Range*> MostLike(PatternIndex pattern, std::string_view value);
  // The next of the range in its plain writing; nullopt at its end.
  [[nodiscard]] std::optional<LookAlike> Next(const Pattern& pattern, Range& range) const;
  [[nodiscard]] LookAlike NextOf(const Pattern& pattern, const std::vector<Range*>& ranges) const;

  const std::vector<Pattern>& patterns_;
  std::vector<std::vector<Range>> ranges_;  // by PatternIndex
  // By pattern and canonical value, in its plain writing.
  std::map<std::pair<PatternIndex, std::string>, LookAlike> given_;
};

}  // namespace gatepost
