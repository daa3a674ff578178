#pragma once

// What LanguageTool's clients ask, in the body of a POST or the query of a GET. The parameters are
// those of https://languagetool.org/http-api/; what would switch rules off is not among what is
// heeded, so that nobody can switch off what is looked for.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/language.h"
#include "base/result.h"
#include "service/annotated_text.h"

namespace gatepost::service {

// The form cut in two around a text that its client did not encode, as LibreOffice 7.4 does not:
//
//   text=Fish & chips, 100% off&language=en-GB
//
// A form parser would lose all behind the first "&". Where the value of "text" has a byte that no
// encoder leaves, or is a word with an "&" that no parameter follows, the text is what stands up to
// the last "&language=", or to the end. Borrows the form.
struct SplitForm {
  [[nodiscard]] static SplitForm Of(std::string_view form);

  std::string_view before;               // fields; the whole form if its text is encoded
  std::optional<std::string_view> text;  // literally
  std::string_view behind;               // fields

  // The first field of that name.
  [[nodiscard]] std::optional<std::string> Value(std::string_view name) const;
};

struct LanguageToolRequest {
  AnnotatedText text;
  std::string language;  // of the text, as the client names it: "en-GB"
  Language voice = Language::kEnglish;
  // Clients that ask twice for each text, with "mode=textLevelOnly" and without, get everything the
  // second time only.
  bool wants_matches = true;
};

// kSyntax, and what to send instead, if there is no text, or more than one, or no name of a
// language. Linear time.
[[nodiscard]] Result<LanguageToolRequest> ReadLanguageToolRequest(std::string_view form);

}  // namespace gatepost::service
