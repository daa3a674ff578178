#pragma once

// A run of `check`: inputs in, posts scanned, verdicts reported, and the exit status they add up
// to.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"
#include "report/report.h"
#include "scan/scanner.h"

namespace gatepost {

// The action at or above which the exit status is 1; kNever: no action is.
enum class FailOn : uint8_t { kReview, kBlock, kNever };

// Borrows the scanner, report and output, which must outlive it. Not thread-safe.
class CheckRun final : private VerdictSink {
 public:
  CheckRun(const Scanner& scanner, ReportWriter& report, Output& output, FailOn fail_on);

  // One post with one field. `name` says where it came from.
  Status AddDraft(const std::string& name, std::string_view text);
  // A file or, with "-", standard input, as one post; a file that cannot be read is a post that was
  // not looked at.
  Status AddDraftFile(const std::string& path);
  // The same, one post a line.
  Status AddJsonl(const std::string& path);
  // Writes the end of the report.
  Status Finish();

  // kCannotRun if not one input could be read; then no report is written.
  [[nodiscard]] ExitCode exit_code() const;
  // The inputs that could not be read at all.
  [[nodiscard]] const std::vector<Error>& unread() const { return unread_; }

 private:
  void Accept(const Post& post, Verdict verdict) override;
  // Queues the post on the line, unless it is blank.
  void AddLine(const Line& line, const std::string& input);
  // The longest line of JSONL that is read.
  [[nodiscard]] uint64_t LineLimit() const;
  void ScanOne(const std::string& name, const Post& post);
  void ScanPosts();
  // Tells an error of reading an input in the report.
  void AddProblem(const Error& error);
  [[nodiscard]] bool HasReadSomething() const { return unread_.size() < inputs_; }
  Status Flush();

  const Scanner& scanner_;
  ReportWriter& report_;
  Output& output_;
  FailOn fail_on_;
  Worker worker_;
  RunTotals totals_;
  Progress progress_;
  std::string out_;
  std::vector<JsonlPostReader> readers_;  // each holds one post of the batch being read
  std::vector<Post> posts_;
  std::vector<SourcePlace> origins_;  // of posts_: the file, and of JSONL the line
  Action highest_ = Action::kPass;
  size_t next_origin_ = 0;
  size_t inputs_ = 0;
  std::vector<Error> unread_;
};

}  // namespace gatepost
