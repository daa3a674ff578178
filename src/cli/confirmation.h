#pragma once

// A last question before something that cannot be undone.

#include <iosfwd>
#include <string>

#include "base/result.h"

namespace gatepost {

// The person at the terminal says yes. kUsage, which names --yes, if the program has none. The
// terminal is asked itself: standard input may be something else.
[[nodiscard]] Result<bool> IsConfirmed(const std::string& question);

// The answer to the question is "y" or "yes".
[[nodiscard]] bool SaysYes(const std::string& question, std::istream& in, std::ostream& out);

}  // namespace gatepost
