#include "report/audit_sarif.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "report/audit_json_parts.h"
#include "report/audit_words.h"
#include "report/sarif_text.h"

namespace gatepost {
namespace {

// Of one run, so that an archive nobody can read does not take the place of what was found.
constexpr size_t kNotifications = 1000;

constexpr std::string_view kSchema = "https://json.schemastore.org/sarif-2.1.0.json";

// As CVSS bands them, by SeverityRank: over 9 critical, from 7 high, from 4 medium.
constexpr std::array<std::string_view, kSeverityRanks> kSecuritySeverities{"9.5", "8.0", "5.5",
                                                                           "2.5", "1.0"};

void WriteText(std::string_view key, std::string_view text, JsonWriter& json) {
  json.Key(key).BeginObject().Member("text", SarifMessage(text)).EndObject();
}

struct Location {
  std::string_view input, path;
  uint32_t line = 0;
};

void WritePhysicalLocation(const Location& location, JsonWriter& json) {
  json.Key("physicalLocation").BeginObject().Key("artifactLocation").BeginObject();
  json.Member("uri", SarifUri(location.input, location.path)).EndObject();
  json.Key("region").BeginObject();
  json.Member("startLine", int64_t{std::max(location.line, uint32_t{1})});
  json.EndObject().EndObject();
}

void WriteLogicalLocation(const FindingInPost& found, JsonWriter& json) {
  const AuditPost& post = found.post;
  const std::string name =
      post.post_id.empty() ? "record " + std::to_string(post.record) : post.post_id;
  const std::string field = FieldInWords(found.finding.field, found.finding.nth);
  json.Key("logicalLocations").BeginArray().BeginObject();
  json.Member("name", name).Member("kind", "member");
  json.Member("fullyQualifiedName", "post:" + name + "/field:" + field);
  json.EndObject().EndArray();
}

// An empty array says that the finding was looked at and is not suppressed.
void WriteSuppressions(const FindingInPost& found, Standing standing, JsonWriter& json) {
  json.Key("suppressions").BeginArray();
  if (standing != Standing::kOpen) {
    const Decision& decision = *found.decision;
    json.BeginObject().Member("kind", "external").Member("status", "accepted");
    json.Member("justification", std::string(InWords(decision.state)) + ": " + decision.reason);
    json.EndObject();
  }
  json.EndArray();
}

class SarifReport {
 public:
  SarifReport(const AuditReportJob& job, const SarifLimits& limits)
      : job_(job),
        limits_(limits),
        json_(job.out()),
        identifiers_(job.survey.exposure.by_identifier()) {
    for (size_t i = 0; i < identifiers_.size(); ++i) rule_of_[identifiers_[i]->pattern] = i;
  }

  Status Write() {
    json_.BeginObject().Member("$schema", kSchema).Member("version", "2.1.0");
    json_.Key("runs").BeginArray();
    BeginRun();
    auto status = job_.ForEachFinding([&](const FindingInPost& found) { Add(found); });
    if (!status) return status;
    EndRun();
    json_.EndArray().EndObject();
    job_.out() += '\n';
    return {};
  }

 private:
  void Add(const FindingInPost& found) {
    const Standing standing = job_.StandingOf(found);
    if (standing == Standing::kLetThrough || results_ == limits_.results()) return;
    if (results_ > 0 && results_ % limits_.results_per_run == 0) {
      EndRun();
      BeginRun();
    }
    ++results_;
    WriteResult(found, standing);
  }

  void BeginRun() {
    ++runs_;
    json_.BeginObject();
    WriteTool();
    json_.Member("columnKind", "unicodeCodePoints");
    // Several runs of one tool in a file are told apart by this.
    json_.Key("automationDetails").BeginObject();
    json_.Member("id", "gatepost/audit/" + std::to_string(runs_)).EndObject();
    WriteInvocation();
    json_.Key("results").BeginArray();
  }

  void EndRun() { json_.EndArray().EndObject(); }

  void WriteTool() {
    json_.Key("tool").BeginObject().Key("driver").BeginObject();
    json_.Member("name", "gatepost").Member("semanticVersion", GATEPOST_VERSION);
    json_.Key("rules").BeginArray();
    for (const IdentifierExposure* identifier : identifiers_) WriteRule(*identifier);
    json_.EndArray().EndObject().EndObject();
  }

  void WriteRule(const IdentifierExposure& identifier) {
    json_.BeginObject().Member("id", identifier.pattern);
    WriteText("shortDescription", identifier.name, json_);
    WriteText("fullDescription", identifier.name + " in a published post", json_);
    WriteText("help", identifier.advice.empty() ? identifier.name : identifier.advice, json_);
    json_.Key("properties").BeginObject().Key("tags").BeginArray();
    json_.String("privacy").String("personal-data");
    if (!identifier.category.empty()) json_.String(identifier.category);
    json_.EndArray();
    json_.Member("security-severity", kSecuritySeverities[SeverityRank(identifier.severity)]);
    json_.EndObject().EndObject();
  }

  void WriteInvocation() {
    const AuditRun* run = job_.survey.last_run();
    const bool is_ended = run != nullptr && run->ended.has_value();
    json_.Key("invocations").BeginArray().BeginObject();
    json_.Member("executionSuccessful", is_ended);
    if (run != nullptr) json_.Member("startTimeUtc", IsoTime(run->started));
    if (is_ended) json_.Member("endTimeUtc", IsoTime(*run->ended));
    json_.Key("toolExecutionNotifications").BeginArray();
    if (runs_ == 1) WriteNotifications(is_ended);
    json_.EndArray().EndObject().EndArray();
  }

  void WriteNotifications(bool is_ended) {
    if (!is_ended) {
      WriteNotification("not_ended", "The audit has not ended: there may be more to find.");
    }
    const uint64_t findings = job_.survey.exposure.all().worth_acting_on();
    if (findings > limits_.results()) {
      WriteNotification("results_left_out",
                        "Left out of this file, which holds as many as its readers take: " +
                            GroupedCount(findings - limits_.results(), "finding") +
                            ". The report as JSONL or CSV has them all.");
    }
    const auto& problems = job_.survey.problems;
    const size_t shown = std::min(problems.size(), kNotifications);
    for (size_t i = 0; i < shown; ++i) WriteProblem(problems[i]);
    if (shown == problems.size()) return;
    WriteNotification("problems_left_out",
                      "Left out of this file: " + GroupedCount(problems.size() - shown, "problem") +
                          ". The report as JSONL has them all.");
  }

  void WriteNotification(std::string_view code, std::string_view text) {
    json_.BeginObject().Member("level", "error");
    WriteText("message", text, json_);
    json_.Key("descriptor").BeginObject().Member("id", code).EndObject().EndObject();
  }

  void WriteProblem(const AuditProblem& audit_problem) {
    const Problem& problem = audit_problem.problem;
    json_.BeginObject();
    json_.Member("level", problem.kind == ProblemKind::kUnread ? "error" : "note");
    WriteText("message", problem.message, json_);
    json_.Key("descriptor").BeginObject().Member("id", problem.code).EndObject();
    const AuditInput* input = job_.survey.InputOf(audit_problem.input);
    const std::string_view name = input != nullptr ? input->name : problem.where.file;
    if (!name.empty()) {
      json_.Key("locations").BeginArray().BeginObject();
      WritePhysicalLocation({name, audit_problem.path, problem.where.line}, json_);
      json_.EndObject().EndArray();
    }
    json_.EndObject();
  }

  void WriteResult(const FindingInPost& found, Standing standing) {
    const AuditFinding& finding = found.finding;
    json_.BeginObject().Member("ruleId", finding.pattern);
    if (const auto rule = rule_of_.find(finding.pattern); rule != rule_of_.end()) {
      json_.Member("ruleIndex", static_cast<int64_t>(rule->second));
    }
    json_.Member("level", finding.action == "block" ? "error" : "warning");
    WriteText("message", finding.name + " " + finding.masked + ". " + finding.advice, json_);
    json_.Key("locations").BeginArray().BeginObject();
    WritePhysicalLocation({found.input.name, found.post.path, found.post.line}, json_);
    WriteLogicalLocation(found, json_);
    json_.EndObject().EndArray();
    if (!finding.fingerprint.empty()) {
      json_.Key("partialFingerprints").BeginObject();
      json_.Member("gatepostFingerprint/v1", finding.fingerprint).EndObject();
    }
    WriteSuppressions(found, standing, json_);
    if (const Account* account = job_.AccountOf(found.post.source, found.post.account)) {
      json_.Key("properties").BeginObject();
      WriteKnownAccount(account, json_);
      json_.EndObject();
    }
    json_.EndObject();
  }

  const AuditReportJob& job_;
  const SarifLimits& limits_;
  JsonWriter json_;
  std::vector<const IdentifierExposure*> identifiers_;
  std::map<std::string_view, size_t> rule_of_;  // by pattern
  uint64_t runs_ = 0;
  uint64_t results_ = 0;
};

}  // namespace

Status WriteAuditSarif(const AuditReportJob& job, const SarifLimits& limits) {
  return SarifReport(job, limits).Write();
}

Status WriteAuditSarif(const AuditReportJob& job) { return WriteAuditSarif(job, SarifLimits{}); }

}  // namespace gatepost
