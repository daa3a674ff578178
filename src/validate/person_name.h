#pragma once

// Names of people: a first name and a surname, in either order, as lists of names and of other
// words tell them (validate/name_words.h). "Ann Smith", "Smith, Ann", "SMITH Ann", "A. Smith", "ann
// smith", "Ann-Marie J. O'Neill-Smith", "Ann ferch Rhys".

#include <string_view>

namespace gatepost {

// A known first name and a known surname, neither a common word unless the other leaves no doubt:
// "Ann Hill", "Rose Smith", but not "Rose Hill". Nor "Victoria Park" or "Albert Hall", where the
// surname is a place's and the first name one that places are given.
[[nodiscard]] bool IsFullName(std::string_view value);

// What IsFullName accepts, and beside a known name another that may be one: a known first name
// before a word that is not common ("Ann Xyzzy"), such a word or initials before a known surname.
[[nodiscard]] bool IsLikelyName(std::string_view value);

// Nothing in it says that it is no name: neither a greeting or a link stands in it, nor a place's,
// an office's or a firm's word at its end. For what stands where a name is expected.
[[nodiscard]] bool IsPossibleName(std::string_view value);

}  // namespace gatepost
