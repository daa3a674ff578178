#include "audit/post_outcome.h"

#include <map>
#include <string>
#include <vector>

#include "base/json_writer.h"
#include "judge/reason_json.h"
#include "text/offsets.h"

namespace gatepost {
namespace {

constexpr std::string_view kCombinationPattern = "policy.combination";

// Finds places in the fields of one post.
class Places {
 public:
  explicit Places(const Post& post) : post_(post) {
    counters_.reserve(post.fields.size());
    for (const Field& field : post.fields) counters_.emplace_back(field.text);
  }

  void Set(const Place& place, AuditFinding& finding) {
    const size_t number = place.field.number();
    finding.field = post_.fields[number].kind;
    finding.nth = post_.fields[number].nth;
    const LineColumn at = counters_[number].Place(place.span.begin);
    const SpanUnits units = counters_[number].Units(place.span);
    finding.bytes = units.bytes;
    finding.codepoints = units.codepoints;
    finding.utf16 = units.utf16;
    finding.text_line = at.line;
    finding.text_column = at.column;
  }

 private:
  const Post& post_;
  std::vector<OffsetCounter> counters_;
};

std::string Joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ' ';
    all += word;
  }
  return all;
}

AuditFinding FindingOf(const Finding& finding, const Pattern& pattern, Places& places) {
  AuditFinding kept;
  kept.pattern = pattern.id;
  kept.name = pattern.name;
  kept.category = pattern.category;
  kept.severity = NameOf(pattern.severity);
  kept.action = NameOf(finding.action);
  kept.band = NameOf(BandOf(finding.score));
  kept.score = finding.score;
  places.Set(finding.places.front(), kept);
  kept.masked = finding.masked;
  kept.fingerprint = finding.fingerprint;
  kept.labels = Joined(finding.labels);
  JsonWriter json(kept.reasons);
  WriteReasons(finding.reasons, json);
  kept.advice = finding.advice;
  return kept;
}

AuditFinding FindingOf(const MetCombination& met) {
  AuditFinding kept;
  kept.pattern = kCombinationPattern;
  kept.name = met.heading;
  kept.category = "combination";
  kept.severity = NameOf(met.action == Action::kBlock ? Severity::kHigh : Severity::kMedium);
  kept.action = NameOf(met.action);
  kept.reasons = "[]";
  kept.advice = met.advice;
  return kept;
}

// All texts, each behind the name of its field.
std::string TextOf(const Post& post) {
  std::string all;
  JsonWriter json(all);
  json.BeginArray();
  for (const Field& field : post.fields) {
    json.BeginObject().Member("field", NameOf(field.kind)).Member("text", field.text).EndObject();
  }
  json.EndArray();
  return all;
}

}  // namespace

PostOutcome OutcomeOf(const Post& post, const Verdict& verdict, const OutcomeOptions& options) {
  PostOutcome outcome;
  outcome.bytes = BytesOf(post);
  AuditPost& kept = outcome.post;
  kept.source = post.source;
  kept.account = post.account;
  kept.published = post.published;
  kept.visibility = post.visibility;
  kept.verdict = verdict.word();
  const auto add_problem = [&](const Problem& problem) {
    if (problem.kind != ProblemKind::kUnread) return;
    outcome.problems.push_back({0, {}, std::string(post.id), problem});
  };
  for (const Problem& problem : verdict.problems) add_problem(problem);
  if (verdict.findings.empty() && verdict.combinations.empty()) return outcome;

  kept.channel = post.channel;
  kept.post_id = post.id;
  kept.url = post.url;
  kept.thread = post.thread;
  kept.kind = post.kind;
  if (options.keeps_text) kept.text = TextOf(post);
  Places places(post);
  for (const Finding& finding : verdict.findings) {
    const Pattern& pattern = options.patterns[finding.pattern.number()];
    outcome.findings.push_back(FindingOf(finding, pattern, places));
  }
  for (const MetCombination& met : verdict.combinations) {
    outcome.findings.push_back(FindingOf(met));
  }
  return outcome;
}

}  // namespace gatepost
