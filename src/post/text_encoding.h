#pragma once

// Text in encodings other than UTF-8, made UTF-8.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "post/byte_source.h"

namespace gatepost {

struct TextEncoding {
  enum class Kind : uint8_t {
    kAsIs,  // UTF-8, also with faults in it, and all that is no text
    kUtf16Le,
    kUtf16Be,
    kWindows1252,
  } kind = Kind::kAsIs;
  uint8_t mark_bytes = 0;  // of a byte order mark, which is no part of the text

  // The bytes are UTF-8 as they stand.
  [[nodiscard]] bool is_utf8() const { return kind == Kind::kAsIs && mark_bytes == 0; }
  friend bool operator==(const TextEncoding&, const TextEncoding&) = default;
};

// How many of a file's first bytes tell.
inline constexpr size_t kEncodingBytes = 64 << 10;

// Of a file that begins with `begin`; `is_whole`: it has no more. UTF-16 is told by its byte order
// mark, or by NULs beside ASCII. Windows-1252 is what else has no NULs, is no JSON, which is always
// UTF-8, and has fewer characters of UTF-8 than bytes that are none: some that are broken in much
// that is whole are faults of a writer.
[[nodiscard]] TextEncoding EncodingOf(std::string_view begin, bool is_whole);

// The text of `bytes`, which it borrows, in UTF-8. Lone surrogates, half a UTF-16 unit at the end,
// and bytes that Windows-1252 does not use are U+FFFD.
[[nodiscard]] std::unique_ptr<ByteSource> AsUtf8(ByteSource& bytes, TextEncoding encoding);

}  // namespace gatepost
