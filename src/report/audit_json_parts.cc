#include "report/audit_json_parts.h"

#include <array>

#include "base/day.h"
#include "report/audit_words.h"
#include "report/json_copy.h"
#include "report/verdict_json.h"

namespace gatepost {
namespace {

constexpr int64_t kSchemaVersion = 1;

// What is empty is left out.
void WriteUnlessEmpty(std::string_view key, std::string_view value, JsonWriter& json) {
  if (!value.empty()) json.Member(key, value);
}

void WriteTime(std::string_view key, const std::optional<Time>& time, JsonWriter& json) {
  if (time) json.Member(key, IsoTime(*time));
}

void WriteNamed(std::string_view key, std::string_view name, std::string_view hash,
                JsonWriter& json) {
  json.Key(key).BeginObject().Member("name", name).Member("hash", hash).EndObject();
}

void WriteRunOf(const AuditRun& run, JsonWriter& json) {
  json.BeginObject().Member("started", IsoTime(run.started));
  WriteTime("ended", run.ended, json);
  json.Member("gatepost", run.gatepost);
  WriteNamed("patterns", run.set_name, run.set_hash, json);
  WriteNamed("policy", run.policy_name, run.policy_hash, json);
  WriteUnlessEmpty("key_id", run.key_id, json);
  json.Member("as_of", DayText(run.as_of)).EndObject();
}

void WriteStrings(std::string_view key, const std::vector<std::string>& strings, JsonWriter& json) {
  if (strings.empty()) return;
  json.Key(key).BeginArray();
  for (const std::string& string : strings) json.String(string);
  json.EndArray();
}

void WriteFilter(const AuditFilter& filter, JsonWriter& json) {
  json.Key("filter").BeginObject();
  WriteTime("since", filter.since, json);
  WriteTime("until", filter.until, json);
  WriteStrings("accounts", filter.accounts, json);
  WriteStrings("patterns", filter.patterns, json);
  json.EndObject();
}

void WriteInputName(const AuditSurvey& survey, int64_t id, JsonWriter& json) {
  if (const AuditInput* input = survey.InputOf(id)) json.Member("input", input->name);
}

void WritePostOf(const AuditReportJob& job, const AuditPost& post, JsonWriter& json) {
  json.Key("post").BeginObject();
  WriteUnlessEmpty("id", post.post_id, json);
  WriteUnlessEmpty("source", post.source, json);
  WriteUnlessEmpty("account", post.account, json);
  WriteKnownAccount(job.AccountOf(post.source, post.account), json);
  WriteUnlessEmpty("channel", post.channel, json);
  WriteUnlessEmpty("url", post.url, json);
  WriteUnlessEmpty("thread", post.thread, json);
  json.Member("kind", NameOf(post.kind));
  WriteTime("published", post.published, json);
  json.Member("verdict", post.verdict).Member("still_public", NameOf(post.visibility));
  WriteUnlessEmpty("still_public_source", post.visibility_source, json);
  if (job.options.shows_texts) WriteUnlessEmpty("text", post.text, json);
  json.EndObject();
}

void WriteSpan(std::string_view unit, Span span, JsonWriter& json) {
  json.Key(unit).BeginArray().Integer(span.begin).Integer(span.end).EndArray();
}

void WritePlaceInField(const AuditFinding& finding, JsonWriter& json) {
  json.Member("field", NameOf(finding.field)).Member("nth", int64_t{finding.nth});
  json.Key("span").BeginObject();
  WriteSpan("bytes", finding.bytes, json);
  WriteSpan("codepoints", finding.codepoints, json);
  WriteSpan("utf16", finding.utf16, json);
  json.EndObject();
  if (finding.text_line == 0) return;
  json.Member("line", int64_t{finding.text_line}).Member("column", int64_t{finding.text_column});
}

void WriteLabels(std::string_view labels, JsonWriter& json) {
  json.Key("labels").BeginArray();
  while (!labels.empty()) {
    const std::string_view label = labels.substr(0, labels.find(' '));
    labels.remove_prefix(std::min(labels.size(), label.size() + 1));
    if (!label.empty()) json.String(label);
  }
  json.EndArray();
}

void WriteDecided(const Decision& decision, std::chrono::sys_days as_of, JsonWriter& json) {
  json.Member("state", NameOf(decision.state)).Member("reason", decision.reason);
  json.Member("owner", decision.owner).Member("made", DayText(decision.made));
  if (decision.until) json.Member("until", DayText(*decision.until));
  json.Member("holds", HoldsOn(decision, as_of));
}

void WriteIdentifierCounts(const Exposure& exposure, JsonWriter& json) {
  json.Key("by_identifier").BeginObject();
  for (const IdentifierExposure* identifier : exposure.by_identifier()) {
    json.Member(identifier->pattern, JsonCount(identifier->counts.worth_acting_on()));
  }
  json.EndObject();
}

void WriteSeverities(const Exposure& exposure, JsonWriter& json) {
  constexpr std::array<std::string_view, kSeverityRanks> kNames{"critical", "high", "medium", "low",
                                                                "other"};
  json.Key("by_severity").BeginObject();
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (exposure.by_severity()[i] == 0) continue;
    json.Member(kNames[i], JsonCount(exposure.by_severity()[i]));
  }
  json.EndObject();
}

}  // namespace

void WriteAuditStart(const AuditReportJob& job, JsonWriter& json) {
  json.Member("schema", kSchemaVersion).Member("gatepost", GATEPOST_VERSION);
  json.Member("made", IsoTime(job.options.made)).Member("as_of", DayText(job.options.as_of));
  json.Key("runs").BeginArray();
  for (const AuditRun& run : job.survey.runs) WriteRunOf(run, json);
  json.EndArray();
  WriteFilter(job.options.filter, json);
}

void WriteAuditInput(const AuditInput& input, JsonWriter& json) {
  json.Member("input", input.name).Member("hash", input.hash);
  json.Member("bytes", JsonCount(input.bytes));
  json.Member("complete", input.state == InputState::kComplete);
  json.Member("posts", JsonCount(input.posts)).Member("text_bytes", JsonCount(input.text_bytes));
  json.Member("duplicates", JsonCount(input.duplicates));
}

void WriteAuditFile(const AuditSurvey& survey, const AuditFile& file, JsonWriter& json) {
  WriteInputName(survey, file.input, json);
  WriteUnlessEmpty("file", file.path, json);
  WriteUnlessEmpty("format", file.format, json);
  json.Member("state", NameOf(file.state)).Member("posts", JsonCount(file.posts));
  if (file.declared) json.Member("declared", JsonCount(*file.declared));
  WriteUnlessEmpty("account", file.account, json);
}

void WriteAuditProblem(const AuditSurvey& survey, const AuditProblem& problem, JsonWriter& json) {
  WriteInputName(survey, problem.input, json);
  WriteUnlessEmpty("post", problem.post, json);
  Problem written = problem.problem;
  if (!problem.path.empty()) written.where.file = problem.path;
  WriteProblem(written, json);
}

void WriteAuditDecision(const AuditSurvey& survey, const Decision& decision, JsonWriter& json) {
  json.Member("fingerprint", decision.fingerprint);
  WriteDecided(decision, survey.exposure.as_of(), json);
  const DecidedValue* value = survey.exposure.DecidedBy(decision.fingerprint);
  json.Member("findings", JsonCount(value == nullptr ? 0 : value->findings));
  if (value == nullptr) return;
  json.Member("name", value->name).Member("masked", value->masked);
}

void AuditFindingJson::Write(const FindingInPost& found, JsonWriter& json) {
  const auto& [finding, post, input, decision] = found;
  json.Member("input", input.name);
  WriteUnlessEmpty("file", post.path, json);
  json.Member("record", JsonCount(post.record));
  if (post.line != 0) json.Member("record_line", int64_t{post.line});
  WritePostOf(job_, post, json);
  json.Member("pattern", finding.pattern).Member("name", finding.name);
  json.Member("category", finding.category).Member("severity", finding.severity);
  WritePlaceInField(finding, json);
  json.Member("score", int64_t{finding.score}).Member("band", finding.band);
  json.Member("masked", finding.masked);
  WriteUnlessEmpty("fingerprint", finding.fingerprint, json);
  WriteReasons(finding.reasons, json);
  WriteLabels(finding.labels, json);
  json.Member("advice", finding.advice).Member("action", finding.action);
  json.Member("standing", NameOf(job_.StandingOf(found)));
  if (decision == nullptr) return;
  json.Key("decision").BeginObject();
  WriteDecided(*decision, job_.options.as_of, json);
  json.EndObject();
}

void AuditFindingJson::WriteReasons(std::string_view reasons, JsonWriter& json) {
  json.Key("reasons");
  if (reasons_.Read(reasons) && reasons_.root().is_array()) {
    CopyJson(reasons_.root(), json);
  } else {
    json.BeginArray().EndArray();
  }
}

void WriteKnownAccount(const Account* account, JsonWriter& json) {
  if (account == nullptr) return;
  WriteUnlessEmpty("account_name", account->name, json);
  WriteUnlessEmpty("account_owner", account->owner, json);
  WriteUnlessEmpty("account_email", account->email, json);
}

void WriteExposureCounts(const ExposureCounts& counts, JsonWriter& json) {
  json.Key("findings").BeginObject();
  for (size_t i = 0; i < kStandings; ++i) {
    json.Member(NameOf(static_cast<Standing>(i)), JsonCount(counts.by_standing[i]));
  }
  json.EndObject().Member("posts_with_findings", JsonCount(counts.posts));
}

void WriteExposedValue(const ExposedValue& value, JsonWriter& json) {
  json.Member("pattern", value.pattern).Member("name", value.name);
  json.Member("severity", value.severity).Member("masked", value.masked);
  json.Member("fingerprint", value.fingerprint);
  WriteTime("first_published", value.first_published, json);
  json.Member("posts", JsonCount(value.posts)).Member("posts_exact", !value.is_posts_least);
  json.Member("still_public", NameOf(value.visibility));
  json.Key("earliest").BeginArray();
  for (const ExposedValue::InPost& post : value.earliest) {
    json.BeginObject();
    WriteTime("published", post.published, json);
    WriteUnlessEmpty("account", post.account, json);
    WriteUnlessEmpty("url", post.url, json);
    json.Member("still_public", NameOf(post.visibility)).EndObject();
  }
  json.EndArray();
}

void WriteAuditSummary(const AuditSurvey& survey, JsonWriter& json) {
  const Exposure& exposure = survey.exposure;
  json.Member("posts", JsonCount(exposure.posts_read()));
  json.Member("bytes", JsonCount(exposure.bytes_read()));
  json.Member("duplicates", JsonCount(survey.duplicates()));
  json.Member("inputs", JsonCount(survey.inputs.size()));
  json.Member("files", JsonCount(survey.files.size()));
  WriteExposureCounts(exposure.all(), json);
  WriteIdentifierCounts(exposure, json);
  WriteSeverities(exposure, json);
  json.Key("open_by_still_public").BeginObject();
  for (const auto visibility : {Visibility::kPublic, Visibility::kGone, Visibility::kUnknown}) {
    json.Member(NameOf(visibility), JsonCount(exposure.OpenIn(visibility)));
  }
  json.EndObject();
  if (const auto distinct = exposure.distinct_values()) {
    json.Member("distinct_values", JsonCount(*distinct));
    json.Member("distinct_values_exact", exposure.is_distinct_exact());
    json.Key("people_or_households").BeginObject();
    json.Member("from", JsonCount(exposure.most_distinct_of_one_identifier()));
    json.Member("to", JsonCount(*distinct)).EndObject();
  }
  WriteTime("first_published", exposure.first_published(), json);
  WriteTime("last_published", exposure.last_published(), json);
  json.Member("problems", JsonCount(survey.completeness.unread))
      .Member("complete", survey.is_complete());
}

}  // namespace gatepost
