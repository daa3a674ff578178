#pragma once

// The languages that LanguageTool's clients are told of. What is looked for is the same in all of
// them; a client that does not find the language of a text here does not send the text.

#include <span>
#include <string_view>

#include "base/language.h"

namespace gatepost::service {

struct WrittenLanguage {
  std::string_view name;
  std::string_view code;       // "en"
  std::string_view long_code;  // "en-GB"
};

inline constexpr std::string_view kAnyLanguage = "auto";
inline constexpr std::string_view kEnglishCode = "en-GB";
inline constexpr std::string_view kWelshCode = "cy-GB";

[[nodiscard]] std::span<const WrittenLanguage> WrittenLanguages();

// Of a code, in any case: its name, or the code itself if it is not among them.
[[nodiscard]] std::string_view LanguageName(std::string_view code);

// In which language those who write in it are spoken to.
[[nodiscard]] Language VoiceOf(std::string_view code);

}  // namespace gatepost::service
