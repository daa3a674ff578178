#include "report/audit_json_parts.h"

namespace gatepost {
namespace {

template <class WriteMembers>
void WriteLine(const char* type, std::string& out, const WriteMembers& write_members) {
  JsonWriter json(out);
  json.BeginObject().Member("type", type);
  write_members(json);
  json.EndObject();
  out += '\n';
}

// A line for each of them.
template <class Records, class WriteMembers>
Status WriteLines(const AuditReportJob& job, const char* type, const Records& records,
                  const WriteMembers& write_members) {
  for (const auto& record : records) {
    WriteLine(type, job.out(), [&](JsonWriter& json) { write_members(record, json); });
    if (auto status = job.sink.FlushIfFull(); !status) return status;
  }
  return {};
}

Status WriteRecords(const AuditReportJob& job) {
  const AuditSurvey& survey = job.survey;
  if (auto status = WriteLines(job, "input", survey.inputs, WriteAuditInput); !status) {
    return status;
  }
  auto status = WriteLines(job, "file", survey.files, [&](const AuditFile& file, JsonWriter& json) {
    WriteAuditFile(survey, file, json);
  });
  if (!status) return status;
  status = WriteLines(job, "problem", survey.problems,
                      [&](const AuditProblem& problem, JsonWriter& json) {
                        WriteAuditProblem(survey, problem, json);
                      });
  if (!status) return status;
  return WriteLines(job, "decision", survey.decisions,
                    [&](const Decision& decision, JsonWriter& json) {
                      WriteAuditDecision(survey, decision, json);
                    });
}

}  // namespace

Status WriteAuditJsonl(const AuditReportJob& job) {
  WriteLine("start", job.out(), [&](JsonWriter& json) { WriteAuditStart(job, json); });
  if (auto status = WriteRecords(job); !status) return status;
  AuditFindingJson findings(job);
  auto status = job.ForEachFinding([&](const FindingInPost& found) {
    WriteLine("finding", job.out(), [&](JsonWriter& json) { findings.Write(found, json); });
  });
  if (!status) return status;
  WriteLine("summary", job.out(), [&](JsonWriter& json) { WriteAuditSummary(job.survey, json); });
  return {};
}

}  // namespace gatepost
