#include "service/languagetool_request.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/hex.h"
#include "http/form.h"
#include "service/languagetool_languages.h"

namespace gatepost::service {
namespace {

constexpr std::string_view kTextName = "text=";
constexpr std::string_view kLanguageName = "&language=";
constexpr size_t kMaxLanguageCode = 35;  // what RFC 5646, 4.4.1 asks implementations for

// Also those that encoders of whole addresses leave as they are.
bool MayStandEncoded(char byte) {
  constexpr std::string_view kSigns = "-._~*'()!+&=:/?#@$,;";
  return IsAlphanumeric(byte) || kSigns.find(byte) != std::string_view::npos;
}

bool IsEncoded(std::string_view value) {
  for (size_t i = 0; i < value.size(); ++i) {
    if (value[i] == '%') {
      if (!HexByteAt(value, i + 1)) return false;
      i += 2;
    } else if (!MayStandEncoded(value[i])) {
      return false;
    }
  }
  return true;
}

// A word that reads the same encoded and not, but for an "&" in it: what follows that is no
// parameter.
bool IsCutWord(std::string_view value) {
  constexpr auto kParameters = std::to_array<std::string_view>(
      {"allowIncompleteResults", "apiKey", "data", "dicts", "disabledCategories", "disabledRules",
       "enableHiddenRules", "enabledCategories", "enabledOnly", "enabledRules", "language", "level",
       "mode", "motherTongue", "preferredVariants", "text", "useragent", "username"});
  if (value.find_first_of("%+") != std::string_view::npos) return false;
  static_cast<void>(TakeMember(value));  // the text up to its first "&"
  while (!value.empty()) {
    if (std::ranges::find(kParameters, TakeMember(value).name) == kParameters.end()) return true;
  }
  return false;
}

// Where the value of "text" begins, if the form has one.
std::optional<size_t> TextBegin(std::string_view form) {
  if (form.starts_with(kTextName)) return kTextName.size();
  constexpr std::string_view kLater = "&text=";
  const size_t at = form.find(kLater);
  if (at == std::string_view::npos) return std::nullopt;
  return at + kLater.size();
}

bool IsLanguageCode(std::string_view code) {
  return !code.empty() && code.size() <= kMaxLanguageCode && std::ranges::all_of(code, [](char c) {
    return IsAlphanumeric(c) || c == '-' || c == '_';
  });
}

// Members of that name.
size_t CountOf(std::string_view form, std::string_view name) {
  size_t count = 0;
  while (!form.empty()) count += TakeMember(form).name == name ? size_t{1} : 0;
  return count;
}

Result<AnnotatedText> ReadText(const SplitForm& form) {
  const size_t texts = form.text ? 1 : CountOf(form.before, "text");
  const size_t datas = CountOf(form.before, "data") + CountOf(form.behind, "data");
  if (texts + datas != 1) {
    return Fail(ErrorCode::kSyntax, "Give what is to be checked once, as \"text\" or as \"data\".");
  }
  if (datas == 1) return AnnotatedText::Read(*form.Value("data"));
  return AnnotatedText(form.text ? std::string(*form.text) : *form.Value("text"));
}

}  // namespace

std::optional<std::string> SplitForm::Value(std::string_view name) const {
  std::optional<std::string> value = FormValue(before, name);
  return value ? value : FormValue(behind, name);
}

SplitForm SplitForm::Of(std::string_view form) {
  const std::optional<size_t> begin = TextBegin(form);
  if (!begin) return {form, std::nullopt, {}};
  const size_t last = form.rfind(kLanguageName);
  const size_t end = last == std::string_view::npos || last < *begin ? form.size() : last;
  const std::string_view text = form.substr(*begin, end - *begin);
  if (IsEncoded(text) && !IsCutWord(text)) return {form, std::nullopt, {}};
  return {form.substr(0, *begin - kTextName.size()), text, form.substr(end)};
}

Result<LanguageToolRequest> ReadLanguageToolRequest(std::string_view body) {
  const SplitForm form = SplitForm::Of(body);
  Result<AnnotatedText> text = ReadText(form);
  if (!text) return Fail(text.error());
  LanguageToolRequest request;
  request.text = std::move(*text);
  request.language = form.Value("language").value_or(std::string(kAnyLanguage));
  if (!IsLanguageCode(request.language)) {
    return Fail(ErrorCode::kSyntax, "\"language\" is a code such as en-GB or cy, or auto.");
  }
  if (EqualsLower(request.language, kAnyLanguage)) {
    const std::string own = form.Value("motherTongue").value_or("");
    request.language = VoiceOf(own) == Language::kWelsh ? kWelshCode : kEnglishCode;
  }
  request.voice = VoiceOf(request.language);
  request.wants_matches = !EqualsLower(form.Value("mode").value_or(""), "textlevelonly");
  return request;
}

}  // namespace gatepost::service
