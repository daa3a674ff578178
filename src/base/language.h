#pragma once

// The languages in which Gatepost speaks to people: advice, suggestions, the text report. What it
// looks for does not depend on them.

#include <cstdint>
#include <string_view>

namespace gatepost {

enum class Language : uint8_t { kEnglish, kWelsh };

// "en", "cy".
[[nodiscard]] constexpr std::string_view NameOf(Language language) {
  return language == Language::kWelsh ? "cy" : "en";
}

}  // namespace gatepost
