#include "report/audit_json_parts.h"

namespace gatepost {
namespace {

class AuditJson {
 public:
  explicit AuditJson(const AuditReportJob& job) : job_(job), json_(job.out()) {}

  Status Write() {
    json_.BeginObject();
    WriteAuditStart(job_, json_);
    json_.Key("summary").BeginObject();
    WriteAuditSummary(job_.survey, json_);
    json_.EndObject();
    if (auto status = WriteExposure(); !status) return status;
    if (auto status = WriteRecords(); !status) return status;
    json_.Key("findings").BeginArray();
    AuditFindingJson findings(job_);
    auto status = job_.ForEachFinding([&](const FindingInPost& found) {
      BeginElement();
      findings.Write(found, json_);
      json_.EndObject();
    });
    if (!status) return status;
    json_.EndArray().EndObject();
    job_.out() += '\n';
    return {};
  }

 private:
  // The object of an element, on a line of its own.
  void BeginElement() {
    json_.BeginObject();
    job_.out().insert(job_.out().size() - 1, "\n");
  }

  template <class Elements, class WriteElement>
  Status WriteArray(std::string_view key, const Elements& elements, const WriteElement& write) {
    json_.Key(key).BeginArray();
    for (const auto& element : elements) {
      BeginElement();
      write(element);
      json_.EndObject();
      if (auto status = job_.sink.FlushIfFull(); !status) return status;
    }
    json_.EndArray();
    return {};
  }

  void WriteRate(const PostsExposure& exposure) {
    json_.Member("posts", JsonCount(exposure.posts_read));
    WriteExposureCounts(exposure.counts, json_);
    const auto rate = exposure.per_thousand_posts();
    if (rate) json_.Key("findings_per_thousand_posts").Decimal(*rate, 2);
  }

  Status WriteExposure() {
    const Exposure& exposure = job_.survey.exposure;
    auto status = WriteArray(
        "by_identifier", exposure.by_identifier(), [&](const IdentifierExposure* identifier) {
          json_.Member("pattern", identifier->pattern).Member("name", identifier->name);
          json_.Member("category", identifier->category).Member("severity", identifier->severity);
          WriteExposureCounts(identifier->counts, json_);
          if (exposure.distinct_values()) {
            json_.Member("distinct_values", JsonCount(identifier->distinct));
          }
        });
    if (!status) return status;
    status = WriteArray("by_account", exposure.by_account(), [&](const auto& account) {
      json_.Member("source", account.first.first).Member("account", account.first.second);
      WriteKnownAccount(job_.AccountOf(account.first.first, account.first.second), json_);
      WriteRate(account.second);
    });
    if (!status) return status;
    status = WriteArray("by_month", exposure.by_month(), [&](const auto& month) {
      if (!month.first.empty()) json_.Member("month", month.first);
      WriteRate(month.second);
    });
    if (!status) return status;
    return WriteArray("longest_exposed", exposure.longest_exposed().values(),
                      [&](const ExposedValue& value) { WriteExposedValue(value, json_); });
  }

  Status WriteProblems(std::string_view key, ProblemKind kind) {
    std::vector<const AuditProblem*> problems;
    for (const AuditProblem& problem : job_.survey.problems) {
      if (problem.problem.kind == kind) problems.push_back(&problem);
    }
    return WriteArray(key, problems, [&](const AuditProblem* problem) {
      WriteAuditProblem(job_.survey, *problem, json_);
    });
  }

  Status WriteRecords() {
    const AuditSurvey& survey = job_.survey;
    if (auto status = WriteProblems("unread", ProblemKind::kUnread); !status) return status;
    if (auto status = WriteProblems("notes", ProblemKind::kNote); !status) return status;
    auto status = WriteArray("decisions", survey.decisions, [&](const Decision& decision) {
      WriteAuditDecision(survey, decision, json_);
    });
    if (!status) return status;
    status = WriteArray("inputs", survey.inputs,
                        [&](const AuditInput& input) { WriteAuditInput(input, json_); });
    if (!status) return status;
    return WriteArray("files", survey.files,
                      [&](const AuditFile& file) { WriteAuditFile(survey, file, json_); });
  }

  const AuditReportJob& job_;
  JsonWriter json_;
};

}  // namespace

Status WriteAuditJson(const AuditReportJob& job) { return AuditJson(job).Write(); }

}  // namespace gatepost
