#include "service/languagetool_languages.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"

namespace gatepost::service {
namespace {

// Of the United Kingdom, of those who write English elsewhere, and those that councils publish in.
constexpr std::array kLanguages = std::to_array<WrittenLanguage>({
    {"Arabic", "ar", "ar"},
    {"Bengali (Bangladesh)", "bn", "bn-BD"},
    {"Bulgarian", "bg", "bg-BG"},
    {"Chinese", "zh", "zh-CN"},
    {"Chinese (Hong Kong)", "zh", "zh-HK"},
    {"Czech", "cs", "cs-CZ"},
    {"Dutch", "nl", "nl"},
    {"English", "en", "en"},
    {"English (Australian)", "en", "en-AU"},
    {"English (Canadian)", "en", "en-CA"},
    {"English (GB)", "en", "en-GB"},
    {"English (Ireland)", "en", "en-IE"},
    {"English (New Zealand)", "en", "en-NZ"},
    {"English (South African)", "en", "en-ZA"},
    {"English (US)", "en", "en-US"},
    {"French", "fr", "fr"},
    {"French", "fr", "fr-FR"},
    {"Gaelic (Scotland)", "gd", "gd-GB"},
    {"German", "de", "de"},
    {"German (Germany)", "de", "de-DE"},
    {"Greek", "el", "el-GR"},
    {"Gujarati", "gu", "gu-IN"},
    {"Hindi", "hi", "hi-IN"},
    {"Hungarian", "hu", "hu-HU"},
    {"Irish", "ga", "ga-IE"},
    {"Italian", "it", "it"},
    {"Italian", "it", "it-IT"},
    {"Lithuanian", "lt", "lt-LT"},
    {"Nepali", "ne", "ne-NP"},
    {"Persian", "fa", "fa"},
    {"Polish", "pl", "pl-PL"},
    {"Portuguese (Portugal)", "pt", "pt-PT"},
    {"Punjabi", "pa", "pa-IN"},
    {"Romanian", "ro", "ro-RO"},
    {"Slovak", "sk", "sk-SK"},
    {"Somali", "so", "so-SO"},
    {"Spanish", "es", "es"},
    {"Spanish", "es", "es-ES"},
    {"Tamil", "ta", "ta-IN"},
    {"Turkish", "tr", "tr-TR"},
    {"Ukrainian", "uk", "uk-UA"},
    {"Urdu (Pakistan)", "ur", "ur-PK"},
    {"Welsh", "cy", "cy"},
    {"Welsh", "cy", "cy-GB"},
});

}  // namespace

std::span<const WrittenLanguage> WrittenLanguages() { return kLanguages; }

std::string_view LanguageName(std::string_view code) {
  const auto known = std::ranges::find_if(kLanguages, [code](const WrittenLanguage& language) {
    return EqualsLower(code, InLowerCase(language.long_code));
  });
  return known == kLanguages.end() ? code : known->name;
}

Language VoiceOf(std::string_view code) {
  const std::string_view primary = code.substr(0, code.find_first_of("-_"));
  return EqualsLower(primary, NameOf(Language::kWelsh)) ? Language::kWelsh : Language::kEnglish;
}

}  // namespace gatepost::service
