#pragma once

// What an input is known by: the SHA-256 of its bytes.

#include <string>

#include "base/result.h"

namespace gatepost {

// 64 lower-case hex digits, those of sha256sum. Reads the file once, in big blocks. kUnreadable if
// it cannot be read. A pipe, which can be read only once, is hashed by WalkInput.
[[nodiscard]] Result<std::string> HashInput(const std::string& path);

}  // namespace gatepost
