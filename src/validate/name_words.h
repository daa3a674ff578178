#pragma once

// The lists that tell names from other words, built into the program: first-names.txt,
// surnames.txt, common-words.txt and never-names.txt of patterns/lists, whose first lines say where
// they are from.

#include <string_view>

namespace gatepost {

// One word a line, sorted, below lines that begin with '#'; lower-case letters alone.
[[nodiscard]] std::string_view FirstNameLines();
[[nodiscard]] std::string_view SurnameLines();
// Words that are no names without more, though some stand in the other two.
[[nodiscard]] std::string_view CommonWordLines();
// Words that are no part of a name, wherever they stand.
[[nodiscard]] std::string_view NeverNameLines();

// `word`, in lower case, is one of the sorted lines.
[[nodiscard]] bool IsALine(std::string_view lines, std::string_view word);

}  // namespace gatepost
