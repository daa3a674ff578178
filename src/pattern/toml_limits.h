#pragma once

// What a TOML text must satisfy before the parser may see it. The parser recurses along dotted keys
// and brackets and overflows the stack on a header of many thousand parts, so size and depth are
// bounded here, by a scan that does not recurse.

#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatepost {

inline constexpr int kMaxTomlDepth =
    16;  // of brackets, and of the dots in one key; our formats need four

// A pattern or policy file's content; kUnreadable, or the kTooLarge that CheckTomlLimits has for
// it.
[[nodiscard]] Result<std::string> ReadTomlFile(const std::filesystem::path& path);

// kTooLarge if the text or a line of it is over its limit (kMaxPatternFileBytes,
// kMaxPatternLineBytes), kSyntax if it is not UTF-8 or nested deeper than kMaxTomlDepth. Places are
// in `file_name`.
[[nodiscard]] Status CheckTomlLimits(std::string_view text, const std::string& file_name);

}  // namespace gatepost
