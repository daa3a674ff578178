#pragma once

// A run of `check`: inputs in, posts scanned, verdicts reported, and the exit status they add up
// to.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_job.h"
#include "cli/exit_code.h"
#include "cli/input_reader.h"
#include "cli/output.h"
#include "report/report.h"
#include "scan/ordered_pool.h"
#include "scan/scanner.h"

namespace gatepost {

// The action at or above which the exit status is 1; kNever: no action is.
enum class FailOn : uint8_t { kReview, kBlock, kNever };
[[nodiscard]] bool Fails(FailOn fail_on, Action action);

struct CheckRunOptions {
  FailOn fail_on = FailOn::kReview;
  PostDefaults defaults = {};
  size_t threads = 1;  // that scan, at most; the report is the same for any number
};

// Borrows the scanner, report and output, which must outlive it. Used by one thread.
class CheckRun final : private CheckResultSink, private PostTarget {
 public:
  CheckRun(const Scanner& scanner, ReportWriter& report, Output& output,
           const CheckRunOptions& options);

  // What is read there is checked.
  [[nodiscard]] InputReader& inputs() { return inputs_; }
  // Writes the end of the report.
  Status Finish();

  // After Finish. kCannotRun if not one input could be read; then no report is written.
  [[nodiscard]] ExitCode exit_code() const;

 private:
  class ProblemJob;

  Status TakePosts(PostBatch batch) override;
  // Tells of it in the report, between posts.
  Status TakeProblem(Problem problem) override;
  Status Accept(const CheckResult& result) override;
  // Nothing is written before an input was read.
  Status Flush();

  CheckRunOptions options_;
  CheckTools tools_;
  InputReader inputs_;
  uint64_t next_turn_ = 0;
  // What follows belongs to whatever thread delivers, until the pool has finished.
  ReportWriter& report_;
  Output& output_;
  std::string out_;
  RunTotals totals_;
  Action highest_ = Action::kPass;
  OrderedPool pool_;
};

}  // namespace gatepost
