#include "service/presidio_reply.h"

#include <algorithm>

#include "pattern/phrase.h"
#include "service/presidio_entities.h"
#include "text/offsets.h"

namespace gatepost::service {
namespace {

constexpr int kPlaces = 2;  // of scores, behind the point

// How a finding came to its score, in the words that Presidio has for it.
struct Explanation {
  int original = 0;  // for its shape, and that its checks accept it
  bool is_validated = false;
  std::string phrase;   // the first that speaks for it
  std::string reasons;  // all, with their points
};

void AddReason(const Reason& reason, Explanation& explanation) {
  if (reason.kind == Reason::Kind::kBase || reason.kind == Reason::Kind::kCheckDigit) {
    explanation.original += reason.points;
  }
  if (reason.kind == Reason::Kind::kCheckDigit) explanation.is_validated = true;
  if (reason.kind == Reason::Kind::kContext && explanation.phrase.empty()) {
    explanation.phrase = reason.detail;
  }
  std::string& all = explanation.reasons;
  if (!all.empty()) all += ", ";
  all.append(NameOf(reason.kind)).append(" ").append(std::to_string(reason.points));
}

bool Has(const std::vector<std::string_view>& list, std::string_view value) {
  return std::ranges::find(list, value) != list.end();
}

// A reason of the finding is a phrase of the group.
bool IsMet(const Context& group, const Finding& finding) {
  return std::ranges::any_of(finding.reasons, [&group](const Reason& reason) {
    return reason.kind == Reason::Kind::kContext &&
           std::ranges::find(group.near, reason.detail) != group.near.end();
  });
}

// The caller's words speak for the finding where the pattern knows them: each group once.
std::vector<Reason> ReasonsOf(const Finding& finding, const Pattern& pattern,
                              const std::vector<std::string>& context) {
  std::vector<Reason> reasons = finding.reasons;
  if (context.empty()) return reasons;
  for (const Context& group : pattern.contexts) {
    if (group.points <= 0 || IsMet(group, finding)) continue;
    const auto said = std::ranges::find_if(group.near, [&context](const std::string& phrase) {
      return std::ranges::find(context, phrase) != context.end();
    });
    if (said != group.near.end()) {
      reasons.push_back({Reason::Kind::kContext, group.points, *said});
    }
  }
  return reasons;
}

void WriteExplanation(const Explanation& explanation, int score, const Pattern& pattern,
                      JsonWriter& json) {
  const double original = PresidioScore(explanation.original);
  json.BeginObject().Key("original_score").Decimal(original, kPlaces);
  json.Key("pattern").Null().Member("pattern_name", pattern.name);
  json.Member("recognizer", pattern.id).Key("score").Decimal(PresidioScore(score), kPlaces);
  json.Key("score_context_improvement").Decimal(PresidioScore(score) - original, kPlaces);
  json.Member("supportive_context_word", explanation.phrase);
  json.Member("textual_explanation", explanation.reasons);
  json.Key("validation_result");
  explanation.is_validated ? json.Bool(true) : json.Null();
  json.EndObject();
}

// Writes the results of one text.
class Results {
 public:
  Results(std::string_view text, const PresidioRequest& request, JsonWriter& json)
      : text_(text), request_(request), json_(json), counter_(text) {
    for (const std::string_view word : request.context) context_.push_back(FoldedPhrase(word));
  }

  void Write(const Finding& finding, const Pattern& pattern) {
    const std::string entity = EntityOf(pattern.id);
    if (HasLabel(finding, kOfficialLabel)) return;
    if (!request_.entities.empty() && !Has(request_.entities, entity)) return;
    Explanation explanation;
    int score = 0;
    for (const Reason& reason : ReasonsOf(finding, pattern, context_)) {
      score += reason.points;
      AddReason(reason, explanation);
    }
    if (PresidioScore(score) < request_.score_threshold) return;
    for (const Place& place : finding.places) {
      if (Has(request_.allow_list, Cut(text_, place.span))) continue;
      const Span at = counter_.Units(place.span).codepoints;
      json_.BeginObject().Key("analysis_explanation");
      if (request_.explains) {
        WriteExplanation(explanation, score, pattern, json_);
      } else {
        json_.Null();
      }
      json_.Member("end", int64_t{at.end}).Member("entity_type", entity);
      json_.Key("score").Decimal(PresidioScore(score), kPlaces);
      json_.Member("start", int64_t{at.begin}).EndObject();
    }
  }

 private:
  std::string_view text_;
  const PresidioRequest& request_;
  JsonWriter& json_;
  OffsetCounter counter_;
  std::vector<std::string> context_;  // folded
};

}  // namespace

double PresidioScore(int score) { return std::clamp(score, 0, 100) / 100.0; }

void WriteResults(std::string_view text, const Verdict& verdict, const PresidioRequest& request,
                  const ReportContext& context, JsonWriter& json) {
  Results results(text, request, json);
  json.BeginArray();
  for (const Finding& finding : verdict.findings) {
    results.Write(finding, context.patterns[finding.pattern.number()]);
  }
  json.EndArray();
}

}  // namespace gatepost::service
