#include "report/verdict_json.h"

#include <algorithm>

#include "judge/reason_json.h"
#include "report/field_places.h"

namespace gatepost {
namespace {

constexpr int64_t kSchemaVersion = 1;

int64_t Number(uint64_t count) { return static_cast<int64_t>(count); }

void WriteSpan(std::string_view unit, Span span, JsonWriter& json) {
  json.Key(unit).BeginArray().Integer(span.begin).Integer(span.end).EndArray();
}

void WriteSuggestions(const PostRecord& record, JsonWriter& json) {
  const auto field_of = [&record](const SafeText& safe) -> const Field& {
    return record.post.fields[safe.field.number()];
  };
  const auto& suggestions = record.verdict.suggestions;
  const auto body = std::find_if(suggestions.begin(), suggestions.end(), [&](const SafeText& safe) {
    return field_of(safe).kind == FieldKind::kText && field_of(safe).nth == 0;
  });
  if (body != suggestions.end()) json.Member("suggestion", body->text);
  if (suggestions.size() == (body != suggestions.end() ? 1 : 0)) return;
  json.Key("suggestions").BeginArray();
  for (auto other = suggestions.begin(); other != suggestions.end(); ++other) {
    if (other == body) continue;
    json.BeginObject().Member("field", NameOf(field_of(*other).kind));
    json.Member("nth", int64_t{field_of(*other).nth}).Member("text", other->text).EndObject();
  }
  json.EndArray();
}

void WriteUnits(const SpanUnits& units, const ReportOptions& options, JsonWriter& json) {
  const auto is_shown = [&options](SpanUnit unit) { return options.unit.value_or(unit) == unit; };
  json.Key("span").BeginObject();
  if (is_shown(SpanUnit::kBytes)) WriteSpan("bytes", units.bytes, json);
  if (is_shown(SpanUnit::kCodepoints)) WriteSpan("codepoints", units.codepoints, json);
  if (is_shown(SpanUnit::kUtf16)) WriteSpan("utf16", units.utf16, json);
  json.EndObject();
}

// "earlier": places in earlier posts of the conversation, if there are any.
void WriteEarlier(const std::vector<EarlierPlace>& places, const PostRecord& record,
                  JsonWriter& json) {
  if (places.empty()) return;
  json.Key("earlier").BeginArray();
  for (const EarlierPlace& place : places) {
    json.BeginObject();
    if (!place.post_id.empty()) json.Member("post", place.post_id);
    json.Member("source", place.source.empty() ? place.origin.ToString() : place.source);
    if (place.pattern) {
      json.Member("pattern", record.context.patterns[place.pattern->number()].id);
      json.Member("masked", place.masked);
    } else {
      json.Member("words", place.masked);
    }
    json.Member("field", NameOf(place.kind)).Member("nth", int64_t{place.nth});
    WriteUnits(place.span, record.options, json);
    json.Member("line", int64_t{place.begin.line}).Member("column", int64_t{place.begin.column});
    json.EndObject();
  }
  json.EndArray();
}

// Writes the findings of one post.
class FindingsJson {
 public:
  FindingsJson(const PostRecord& record, JsonWriter& json)
      : record_(record), json_(json), places_(record.post) {}

  void Write() {
    json_.Key("findings").BeginArray();
    for (const Finding& finding : record_.verdict.findings) WriteFinding(finding);
    json_.EndArray();
  }

 private:
  void WriteFinding(const Finding& finding) {
    const Pattern& pattern = record_.context.patterns[finding.pattern.number()];
    json_.BeginObject().Member("pattern", pattern.id);
    if (record_.options.shows_names)
      json_.Member("name", NameIn(record_.context.language, pattern));
    json_.Member("category", pattern.category);
    json_.Member("severity", NameOf(pattern.severity));
    WritePlace(finding.places.front());
    if (finding.places.size() > 1) {
      json_.Key("places").BeginArray();
      for (const Place& place : finding.places) {
        json_.BeginObject();
        WritePlace(place);
        json_.EndObject();
      }
      json_.EndArray();
    }
    WriteEarlier(finding.earlier, record_, json_);
    json_.Member("score", int64_t{finding.score}).Member("band", NameOf(BandOf(finding.score)));
    json_.Member("masked", finding.masked);
    WriteFingerprints(finding);
    json_.Key("reasons");
    WriteReasons(finding.reasons, json_);
    json_.Key("labels").BeginArray();
    for (const std::string& label : finding.labels) json_.String(label);
    json_.EndArray().Member("advice", finding.advice).Member("action", NameOf(finding.action));
    json_.EndObject();
  }

  void WriteFingerprints(const Finding& finding) {
    if (finding.fingerprint.empty() || !record_.options.shows_fingerprints) return;
    json_.Member("fingerprint", finding.fingerprint);
    if (finding.retired_fingerprints.empty()) return;
    json_.Key("retired_fingerprints").BeginArray();
    for (const std::string& fingerprint : finding.retired_fingerprints) json_.String(fingerprint);
    json_.EndArray();
  }

  void WritePlace(const Place& place) {
    const Field& field = places_.FieldOf(place);
    // In this order: the counter then goes through the text once.
    const LineColumn at = places_.LineColumnOf(place);
    const SpanUnits units = places_.UnitsOf(place);
    json_.Member("field", NameOf(field.kind)).Member("nth", int64_t{field.nth});
    WriteUnits(units, record_.options, json_);
    json_.Member("line", int64_t{at.line}).Member("column", int64_t{at.column});
    if (record_.options.shows_values) json_.Member("value", places_.ValueAt(place));
  }

  const PostRecord& record_;
  JsonWriter& json_;
  FieldPlaces places_;
};

void WriteCombinations(const PostRecord& record, JsonWriter& json) {
  json.Key("combinations").BeginArray();
  for (const MetCombination& met : record.verdict.combinations) {
    json.BeginObject().Member("name", met.name);
    if (!met.heading.empty() && met.heading != met.name) json.Member("heading", met.heading);
    json.Member("action", NameOf(met.action)).Member("advice", met.advice);
    WriteEarlier(met.earlier, record, json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteCounts(std::string_view key, const std::map<std::string, uint64_t>& counts,
                 JsonWriter& json) {
  json.Key(key).BeginObject();
  for (const auto& [name, count] : counts) json.Member(name, Number(count));
  json.EndObject();
}

}  // namespace

void WriteRun(const ReportContext& context, const ReportOptions& options, JsonWriter& json) {
  json.Member("schema", kSchemaVersion).Member("gatepost", GATEPOST_VERSION);
  json.Key("patterns").BeginObject();
  json.Member("name", context.set_name).Member("hash", context.set_hash).EndObject();
  json.Member("policy", context.policy_name);
  if (options.shows_fingerprints && !context.key_id.empty()) {
    json.Member("key_id", context.key_id);
  }
  if (context.language != Language::kEnglish) json.Member("language", NameOf(context.language));
}

void WritePost(const PostRecord& record, JsonWriter& json) {
  const auto& [context, post, origin, verdict, options] = record;
  if (!post.id.empty()) json.Member("id", post.id);
  json.Member("source", post.source.empty() ? std::string_view(origin.name) : post.source);
  json.Member("verdict", verdict.word()).Member("action", NameOf(verdict.action));
  if (verdict.is_report_only) json.Member("would_be", NameOf(verdict.would_be));
  json.Member("complete", verdict.is_complete);
  FindingsJson(record, json).Write();
  WriteCombinations(record, json);
  WriteProblems(verdict.problems, json);
  WriteSuggestions(record, json);
}

void WriteProblems(const std::vector<Problem>& problems, JsonWriter& json) {
  json.Key("problems").BeginArray();
  for (const Problem& problem : problems) {
    json.BeginObject();
    WriteProblem(problem, json);
    json.EndObject();
  }
  json.EndArray();
}

void WriteProblem(const Problem& problem, JsonWriter& json) {
  json.Member("kind", problem.kind == ProblemKind::kUnread ? "unread" : "note");
  json.Member("code", problem.code).Member("message", problem.message);
  if (!problem.where.file.empty()) json.Member("file", problem.where.file);
  if (problem.where.line != 0) json.Member("line", int64_t{problem.where.line});
  if (problem.where.column != 0) json.Member("column", int64_t{problem.where.column});
}

void WriteTotals(const RunTotals& totals, JsonWriter& json) {
  json.Member("posts", Number(totals.posts)).Member("bytes", Number(totals.bytes));
  WriteCounts("verdicts", totals.verdicts, json);
  WriteCounts("findings", totals.findings, json);
  json.Member("problems", Number(totals.problems)).Member("complete", totals.is_complete);
}

}  // namespace gatepost
