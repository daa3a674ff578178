#pragma once

// A run of `check`: inputs in, posts scanned, verdicts reported, and the exit status they add up
// to.

#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/check_job.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "report/report.h"
#include "scan/ordered_pool.h"
#include "scan/scanner.h"

namespace gatepost {

// The action at or above which the exit status is 1; kNever: no action is.
enum class FailOn : uint8_t { kReview, kBlock, kNever };

struct CheckRunOptions {
  FailOn fail_on = FailOn::kReview;
  PostKind kind = PostKind::kOwn;  // of drafts
  bool is_conversation = false;    // all posts that name no thread are of one
  size_t threads = 1;              // that scan, at most; the report is the same for any number
};

// Borrows the scanner, report and output, which must outlive it. Used by one thread.
class CheckRun final : private CheckResultSink {
 public:
  CheckRun(const Scanner& scanner, ReportWriter& report, Output& output,
           const CheckRunOptions& options);

  // One post with one field. `name` says where it came from.
  Status AddDraft(const std::string& name, std::string text);
  // A file or, with "-", standard input, as one post; a file that cannot be read is a post that was
  // not looked at.
  Status AddDraftFile(const std::string& path);
  // The same, one post a line.
  Status AddJsonl(const std::string& path);
  // Writes the end of the report.
  Status Finish();

  // After Finish. kCannotRun if not one input could be read; then no report is written.
  [[nodiscard]] ExitCode exit_code() const;
  // The inputs that could not be read at all.
  [[nodiscard]] const std::vector<Error>& unread() const { return unread_; }

 private:
  class ProblemJob;

  std::unique_ptr<CheckJob> NewJob(const std::string& input);
  // Adds it to the pool, unless it has no post.
  Status AddJob(std::unique_ptr<CheckJob> job);
  Status Accept(const CheckResult& result) override;
  // An input that could not be read at all.
  Status AddUnread(const Error& error);
  // Tells an error of reading an input in the report.
  Status AddProblem(const Error& error);
  // Nothing is written before an input was read.
  Status Flush();

  CheckRunOptions options_;
  CheckTools tools_;
  Progress progress_;
  uint64_t next_turn_ = 0;
  std::vector<Error> unread_;
  std::atomic<bool> has_read_ = false;  // some input
  // What follows belongs to whatever thread delivers, until the pool has finished.
  ReportWriter& report_;
  Output& output_;
  std::string out_;
  RunTotals totals_;
  Action highest_ = Action::kPass;
  OrderedPool pool_;
};

}  // namespace gatepost
