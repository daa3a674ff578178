#pragma once

// One writing for all writings of a value, so that "+44 (0)20 7946 0123" and "020 7946 0123" are
// the same.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gatepost {

enum class CanonicalForm : uint8_t {
  kUpper,   // letters and digits only, upper case: "QQ123456C"
  kLower,   // lower case, nothing dropped: e-mail addresses
  kDigits,  // digits only
  kE164Uk,  // "+442079460123"; a text that is no UK number falls back to its digits
  kDate,    // "1980-02-01", a day as birth_date.h reads it; another text falls back to kUpper
};

// The names in pattern files: "upper", "lower", "digits", "e164_uk".
[[nodiscard]] std::optional<CanonicalForm> CanonicalFormOf(std::string_view name);
[[nodiscard]] std::string_view NameOf(CanonicalForm form);

[[nodiscard]] std::string Canonical(CanonicalForm form, std::string_view value);

}  // namespace gatepost
