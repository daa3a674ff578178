#pragma once

// What a file is packed as, told by its content; names say nothing.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatepost {

enum class Packing : uint8_t { kNone, kZip, kTar, kGzip, kZstd, kXz, kBzip2 };

// How many of a file's first bytes tell.
inline constexpr size_t kPackingBytes = 512;

// Of a file that begins with `begin`; `is_whole`: it has no more. A tar of no files is told only
// if it is given whole.
[[nodiscard]] Packing PackingOf(std::string_view begin, bool is_whole);

// "zip", "gzip" …
[[nodiscard]] std::string_view NameOf(Packing packing);

}  // namespace gatepost
