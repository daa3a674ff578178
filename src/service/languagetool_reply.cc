#include "service/languagetool_reply.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/json_writer.h"
#include "judge/mask.h"
#include "report/sentences.h"
#include "service/languagetool_languages.h"
#include "service/text_check.h"
#include "text/offsets.h"

namespace gatepost::service {
namespace {

constexpr std::string_view kRulePrefix = "GATEPOST_";
constexpr Sentence kCategoryName{"Personal data", "Data personol"};
constexpr Sentence kUnreadTitle{"Not all could be looked at", "Nid oedd modd darllen popeth"};

// "uk.phone" as "GATEPOST_UK_PHONE".
std::string RuleOf(std::string_view id) {
  std::string rule(kRulePrefix);
  for (const char c : id) rule += IsAlphanumeric(c) ? Upper(c) : '_';
  return rule;
}

bool TakesPart(const Finding& finding, const MetCombination& met) {
  return std::ranges::any_of(met.parts, [&finding](const Place& part) {
    const Place& shown = finding.places.front();
    return part.field == shown.field && part.span.Overlaps(shown.span);
  });
}

// What to do about it, alone and in combinations.
std::string MessageOf(const Finding& finding, const Verdict& verdict) {
  std::string message = finding.advice;
  for (const MetCombination& met : verdict.combinations) {
    if (TakesPart(finding, met)) message.append(" ").append(met.advice);
  }
  return message;
}

// Editors fold a long underlined text: the first word stands for all of it.
Span FirstWord(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  const size_t begin = std::min(text.find_first_not_of(kBlank), text.size());
  const size_t end = std::min(text.find_first_of(kBlank, begin), text.size());
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

// Gathers the matches of one text.
class Matches {
 public:
  Matches(const AnnotatedText& text, const Verdict& verdict, const ReportContext& context)
      : text_(text), verdict_(verdict), context_(context) {}

  [[nodiscard]] std::vector<LanguageToolMatch> Take() {
    for (const Finding& finding : verdict_.findings) {
      if (finding.action != Action::kPass) Add(finding);
    }
    for (const MetCombination& met : verdict_.combinations) Add(met);
    if (!verdict_.is_complete) AddUnread();
    std::ranges::stable_sort(matches_, {},
                             [](const LanguageToolMatch& match) { return match.place.begin; });
    return std::move(matches_);
  }

 private:
  void Add(const Finding& finding) {
    const Pattern& pattern = context_.patterns[finding.pattern.number()];
    LanguageToolMatch match;
    match.action = Shown(finding.action);
    match.rule = RuleOf(pattern.id);
    match.title = NameIn(context_.language, pattern);
    match.message = MessageOf(finding, verdict_);
    match.replacement = ReplacementIn(context_.language, pattern);
    match.shown = finding.masked;
    for (const Place& place : finding.places) {
      match.place = text_.ToSource(place.span);
      matches_.push_back(match);
    }
  }

  // The words that make what earlier texts said personal, or what stands here, where they alone are
  // to be underlined.
  void Add(const MetCombination& met) {
    for (const Place& place : met.words) {
      LanguageToolMatch match;
      match.place = text_.ToSource(place.span);
      match.action = Shown(met.action);
      match.rule = RuleOf("combination");
      match.title = met.heading;
      match.message = met.advice;
      match.shown = Masked({}, Cut(text_.text(), place.span));
      matches_.push_back(std::move(match));
    }
  }

  void AddUnread() {
    LanguageToolMatch match;
    match.place = FirstWord(text_.source());
    match.rule = RuleOf("incomplete");
    match.title = kUnreadTitle.In(context_.language);
    match.message = WhyIncomplete(verdict_, context_.language);
    matches_.push_back(std::move(match));
  }

  // A channel that only reports holds nothing back.
  [[nodiscard]] Action Shown(Action action) const {
    return verdict_.is_report_only ? Action::kReview : action;
  }

  const AnnotatedText& text_;
  const Verdict& verdict_;
  const ReportContext& context_;
  std::vector<LanguageToolMatch> matches_;
};

void WriteSoftware(JsonWriter& json) {
  json.Key("software").BeginObject().Member("name", "Gatepost");
  json.Member("version", GATEPOST_VERSION).Member("buildDate", "");
  json.Member("apiVersion", int64_t{1}).Member("premium", false).Member("status", "").EndObject();
}

void WriteLanguage(std::string_view code, JsonWriter& json) {
  json.Key("language").BeginObject();
  json.Member("name", LanguageName(code)).Member("code", code);
  json.Key("detectedLanguage").BeginObject();
  json.Member("name", LanguageName(code)).Member("code", code);
  json.Key("confidence").Decimal(1.0, 1).EndObject().EndObject();
}

// Clients show TYPOS of the type "misspelling" as spelling mistakes, in red.
void WriteRule(const LanguageToolMatch& match, Language voice, JsonWriter& json) {
  const bool blocks = match.action == Action::kBlock;
  json.Key("rule").BeginObject().Member("id", match.rule).Member("description", match.title);
  json.Member("issueType", blocks ? "misspelling" : "style");
  json.Key("category").BeginObject().Member("id", blocks ? "TYPOS" : "STYLE");
  json.Member("name", kCategoryName.In(voice)).EndObject();
  json.Member("isPremium", false).EndObject();
}

void WriteMatch(const LanguageToolMatch& match, Span utf16, Language voice, JsonWriter& json) {
  const uint32_t shown_units =
      OffsetCounter(match.shown).Units({0, static_cast<uint32_t>(match.shown.size())}).utf16.end;
  json.BeginObject().Member("message", match.message).Member("shortMessage", match.title);
  json.Key("replacements").BeginArray();
  if (!match.replacement.empty()) {
    json.BeginObject().Member("value", match.replacement).EndObject();
  }
  json.EndArray();
  json.Member("offset", int64_t{utf16.begin}).Member("length", int64_t{utf16.size()});
  json.Key("context").BeginObject().Member("text", match.shown);
  json.Member("offset", int64_t{0}).Member("length", int64_t{shown_units}).EndObject();
  json.Member("sentence", match.shown);
  json.Key("type").BeginObject().Member("typeName", "Other").EndObject();
  WriteRule(match, voice, json);
  json.Member("ignoreForIncompleteSentence", false).Member("contextForSureMatch", int64_t{0});
  json.EndObject();
}

}  // namespace

std::vector<LanguageToolMatch> MatchesOf(const AnnotatedText& text, const Verdict& verdict,
                                         const ReportContext& context) {
  return Matches(text, verdict, context).Take();
}

void WriteReply(const LanguageToolReply& reply, std::string& out) {
  JsonWriter json(out);
  json.BeginObject();
  WriteSoftware(json);
  json.Key("warnings").BeginObject().Member("incompleteResults", !reply.why_incomplete.empty());
  if (!reply.why_incomplete.empty()) {
    json.Member("incompleteResultsReason", reply.why_incomplete);
  }
  json.EndObject();
  WriteLanguage(reply.language, json);
  OffsetCounter counter(reply.source);
  json.Key("matches").BeginArray();
  for (const LanguageToolMatch& match : reply.matches) {
    WriteMatch(match, counter.Units(match.place).utf16, reply.voice, json);
  }
  json.EndArray().Key("sentenceRanges").BeginArray();
  if (!reply.source.empty()) {
    const SpanUnits whole = counter.Units({0, static_cast<uint32_t>(reply.source.size())});
    json.BeginArray().Integer(0).Integer(whole.utf16.end).EndArray();
  }
  json.EndArray().EndObject();
}

void WriteLanguages(std::string& out) {
  JsonWriter json(out);
  json.BeginArray();
  for (const WrittenLanguage& language : WrittenLanguages()) {
    json.BeginObject().Member("name", language.name).Member("code", language.code);
    json.Member("longCode", language.long_code).EndObject();
  }
  json.EndArray();
}

}  // namespace gatepost::service
