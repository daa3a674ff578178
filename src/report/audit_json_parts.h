#pragma once

// The members that things have in the JSON and JSONL reports of an audit;
// docs/audit-report.schema.json describes them. Ids of rows of the store are in none of them: they
// differ with the interruptions of an audit. Times of running are in WriteAuditStart's alone.

#include "base/json_tree.h"
#include "base/json_writer.h"
#include "report/audit_sink.h"

namespace gatepost {

// "schema" to "filter".
void WriteAuditStart(const AuditReportJob& job, JsonWriter& json);
// "input" to "duplicates".
void WriteAuditInput(const AuditInput& input, JsonWriter& json);
// "input" to "account".
void WriteAuditFile(const AuditSurvey& survey, const AuditFile& file, JsonWriter& json);
// "input" to "column".
void WriteAuditProblem(const AuditSurvey& survey, const AuditProblem& problem, JsonWriter& json);
// "fingerprint" to "masked".
void WriteAuditDecision(const AuditSurvey& survey, const Decision& decision, JsonWriter& json);
// "posts" to "complete".
void WriteAuditSummary(const AuditSurvey& survey, JsonWriter& json);

// Writes findings, "input" to "decision"; one for all of a report. Borrows the job.
class AuditFindingJson {
 public:
  explicit AuditFindingJson(const AuditReportJob& job) : job_(job) {}
  void Write(const FindingInPost& found, JsonWriter& json);

 private:
  void WriteReasons(std::string_view reasons, JsonWriter& json);

  const AuditReportJob& job_;
  JsonTree reasons_;
};

// "account_name" to "account_email", as much of it as is known; nothing for nullptr.
void WriteKnownAccount(const Account* account, JsonWriter& json);
// "findings", by standing, and "posts_with_findings".
void WriteExposureCounts(const ExposureCounts& counts, JsonWriter& json);
// "pattern" to "still_public".
void WriteExposedValue(const ExposedValue& value, JsonWriter& json);
// JSON has no unsigned numbers; no count of ours comes near the end of the signed ones.
[[nodiscard]] inline int64_t JsonCount(uint64_t count) { return static_cast<int64_t>(count); }

}  // namespace gatepost
