#pragma once

// The United Kingdom's National Telephone Numbering Plan, with Jersey, Guernsey and the Isle of
// Man, which share +44: which digits are a subscriber's number.

#include <optional>
#include <string>
#include <string_view>

namespace gatepost {

// `nsn` (national significant number: no 0, no 44 before it) is a number of the plan: 10 digits, or
// 9 in the blocks that have five digits after the area code and for 0800 with six. Never: short
// codes (999, 101, 118 xxx, text numbers), ranges not in use (04, 05 but 055 and 056, 06), and the
// two helplines with shorter numbers, 0800 1111 and 0845 46 4x: they are nobody's own, and eight
// digits beginning 0800 are more often opening hours.
[[nodiscard]] bool IsUkNationalNumber(std::string_view nsn);

// The NSN of a UK number in any writing: +44, 0044, 44, each with or without (0); 0; 0 eaten by a
// spreadsheet, for mobiles only. Everything but digits is passed over. nullopt if it is not in the
// plan.
[[nodiscard]] std::optional<std::string> UkNationalNumberOf(std::string_view text);

// The same for a compacted value, which holds digits and at most one +, in front or after a
// needless 0.
[[nodiscard]] bool IsUkPhone(std::string_view value);

}  // namespace gatepost
