#pragma once

// Text that is JSON but for what some writers get wrong inside strings, made into JSON.

#include <string>
#include <string_view>

namespace gatepost {

// A \u escape of a UTF-16 surrogate without its partner stands in `json`. Readers in other
// languages accept that; simdjson refuses the whole document.
[[nodiscard]] bool HasLoneSurrogate(std::string_view json);

struct JsonRepair {
  bool has_replaced =
      false;  // invalid UTF-8 or lone surrogates became U+FFFD: something of the text is lost
  bool has_escaped = false;  // raw control characters were escaped: nothing is lost
};

// Replaces the content of `out` by `json` with invalid UTF-8 (each maximal subpart) and lone
// surrogates in its strings replaced by U+FFFD and raw control characters in them escaped. What
// stands outside strings is copied. Any bytes are accepted.
JsonRepair RepairJson(std::string_view json, std::string& out);

}  // namespace gatepost
