#pragma once

// Check functions: what a value must satisfy beyond its shape. Pure; each says whether the text of
// a span can be a value.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

// `value` is a span's text with the pattern's `compact` characters dropped; 7-bit ASCII, any case.
using CheckFunction = bool (*)(std::string_view value);

struct NamedCheck {
  std::string_view name;     // as in pattern files: "luhn"
  std::string_view meaning;  // one line for people
  CheckFunction accepts;
};

// Every check function there is, sorted by name.
[[nodiscard]] std::span<const NamedCheck> AllChecks();
// The one of that name, or nullptr.
[[nodiscard]] const NamedCheck* FindCheck(std::string_view name);

// A weighted sum with a check character, as data. With
//   r = (sum of weight[i] * value of the i-th weighed character) mod modulus
// where the check character is the value's last or first one and the others are weighed in order,
// the rule (`check` in pattern files) says what the check character must be:
//   "r"      the digit r
//   "m-r"    the digit m - r; a result equal to the modulus counts as 0, no other of two digits is
//            ever valid ("11-r": 11 is 0, 10 is refused)
//   "0"      the one whose own value, added to the sum, makes it a multiple of the modulus
//   "table"  the r-th character of `table`
// A character's value is its digit, or for a letter its place in `alphabet` where given, else
// A = 10 to Z = 35; a letter that is not in `alphabet` is refused. Any case.
struct WeightedSum {
  enum class Rule : uint8_t { kRemainder, kComplement, kZero, kTable };
  enum class Position : uint8_t { kLast, kFirst };
  std::vector<int> weights{};
  int modulus = 11;  // positive
  Rule rule = Rule::kComplement;
  int complement_of = 11;  // the m of "m-r"
  Position position = Position::kLast;
  std::string table{};     // upper case
  std::string alphabet{};  // upper case

  // False for any value whose length is not weights.size() + 1.
  [[nodiscard]] bool Accepts(std::string_view value) const;
};

}  // namespace gatepost
