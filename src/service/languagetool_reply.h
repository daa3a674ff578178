#pragma once

// What LanguageTool's clients are answered: places to underline, with advice. The shape is that of
// https://languagetool.org/http-api/. What a reply shows of a text is masked.

#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"
#include "judge/verdict.h"
#include "report/report.h"
#include "service/annotated_text.h"

namespace gatepost::service {

struct LanguageToolMatch {
  Span place;  // in bytes of the text as the client sent it
  Action action = Action::kReview;
  std::string rule;   // "GATEPOST_UK_PHONE"
  std::string title;  // what was found
  std::string message;
  std::string replacement;  // what may stand there instead; empty: nothing
  std::string shown;        // what stands there, masked
};

// Of every finding that calls for an action, of the words that make it personal, and, at the first
// word, of what could not be looked at. In the order of their places.
[[nodiscard]] std::vector<LanguageToolMatch> MatchesOf(const AnnotatedText& text,
                                                       const Verdict& verdict,
                                                       const ReportContext& context);

struct LanguageToolReply {
  std::string_view source;    // the text as the client sent it
  std::string_view language;  // its code
  Language voice = Language::kEnglish;
  std::vector<LanguageToolMatch> matches = {};
  std::string why_incomplete = {};  // empty: all of it was looked at
};
void WriteReply(const LanguageToolReply& reply, std::string& out);

// GET /v2/languages.
void WriteLanguages(std::string& out);

}  // namespace gatepost::service
