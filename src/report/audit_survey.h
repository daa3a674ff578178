#pragma once

// What every format of an audit's report begins with: all of the store but its findings, and what
// those come to.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "audit/completeness.h"
#include "audit/exposure.h"
#include "audit/store.h"
#include "audit/trend.h"
#include "report/audit_report.h"

namespace gatepost {

// Problems of one code, most of them of one cause.
struct ProblemGroup {
  static constexpr size_t kPlaces = 20;

  ProblemKind kind = ProblemKind::kUnread;
  std::string code;
  std::string message;  // the first one's
  uint64_t count = 0;
  std::vector<std::string> places;  // of the first kPlaces
};

// What a test report counts of an input.
struct InputOutcome {
  uint64_t posts_open = 0;     // with open findings
  uint64_t posts_decided = 0;  // with findings worth acting on, none of them open
};

struct AuditSurvey {
  explicit AuditSurvey(std::chrono::sys_days as_of) : exposure(as_of) {}

  std::vector<AuditRun> runs;
  std::vector<AuditInput> inputs;
  std::vector<AuditFile> files;
  std::vector<AuditProblem> problems;
  std::vector<Decision> decisions;
  Exposure exposure;
  TrendSummary trend;  // without goals where the report is not about all identifiers
  std::map<int64_t, InputOutcome> outcomes;  // by input
  std::map<int64_t, size_t> input_numbers;   // in inputs, by id
  Completeness completeness;
  uint64_t private_files = 0;

  // The run that read last; nullptr if there is none.
  [[nodiscard]] const AuditRun* last_run() const { return runs.empty() ? nullptr : &runs.back(); }
  [[nodiscard]] bool is_complete() const { return completeness.is_complete(); }
  [[nodiscard]] uint64_t duplicates() const;
  // The input of that id; nullptr if it is none's (a run's own problem has none).
  [[nodiscard]] const AuditInput* InputOf(int64_t id) const;
  // "archive.zip: data/tweets.js:17", as much of it as is known.
  [[nodiscard]] std::string PlaceOf(const AuditProblem& problem) const;
  // The unread first, and of those the most frequent.
  [[nodiscard]] std::vector<ProblemGroup> GroupedProblems() const;
};

// Goes through the findings that the report is about, each with what is known of its post, also by
// its account.
[[nodiscard]] Status ForEachReported(const Store& store, const AuditReportOptions& options,
                                     const Store::TakeFinding& take);

[[nodiscard]] Result<AuditSurvey> SurveyOf(const Store& store, const AuditReportOptions& options);

}  // namespace gatepost
