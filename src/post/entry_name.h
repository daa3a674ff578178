#pragma once

// Names of entries as archives write them, made fit to be shown.

#include <cstdint>
#include <string>
#include <string_view>

namespace gatepost {

// What bytes of a name mean that are no UTF-8.
enum class NameBytes : uint8_t {
  kUnknown,  // each sequence is U+FFFD
  kCp437,    // the code page of the first PCs, which is what zip falls back on
};

// `name` in valid UTF-8, without control characters, and without parts that lead elsewhere: a
// leading '/', ".", "..", and parts of nothing. It is a name only, never opened. "unnamed" if
// nothing is left.
[[nodiscard]] std::string CleanEntryName(std::string_view name, NameBytes bytes);

}  // namespace gatepost
