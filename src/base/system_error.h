#pragma once

// What the operating system says of files, in words for people.

#include <string>

#include "base/result.h"

namespace gatepost {

// The system's words for an errno, as they stand inside a sentence: "permission denied".
[[nodiscard]] std::string ReasonOf(int error_number);

// Why the file `name` could not be opened or read, and what to do about it; kUnreadable.
[[nodiscard]] Error Unreadable(int error_number, const std::string& name);

}  // namespace gatepost
