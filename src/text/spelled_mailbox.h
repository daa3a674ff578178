#pragma once

// E-mail addresses whose signs are told in words or set apart: "jo dot bloggs at example dot com",
// "jo (at) example.com", "jo.bloggs @ example . com".

#include <string_view>

#include "text/view.h"

namespace gatepost {

// The skeleton text with such addresses as machines write them. A bare "at" is taken for a sign
// only where a "dot" is told in words too, and not behind a word that "at" follows in any sentence
// ("find us at example dot com"). Linear time.
[[nodiscard]] Derivation WithSignsForWords(std::string_view text);

}  // namespace gatepost
