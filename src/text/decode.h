#pragma once

// Undoes what programs do to text on its way through pages, addresses, source code and mail: HTML
// entities, percent-encoding, escapes with a backslash, quoted-printable.

#include <string_view>

#include "text/view.h"

namespace gatepost {

// How often text may have been encoded: "&amp;#48;" twice. More is nobody's mistake, and decoding
// ordinary text again and again changes it.
inline constexpr int kMaxDecodings = 2;

// `text` decoded, up to kMaxDecodings times. Any bytes are accepted and any may come out; what is
// not whole is left as it is. Linear time. The changes are in places of `text`.
[[nodiscard]] Derivation Decoded(std::string_view text);

}  // namespace gatepost
