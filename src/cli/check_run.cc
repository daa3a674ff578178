#include "cli/check_run.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "post/line_source.h"

namespace gatepost {
namespace {

// Posts scanned together, so that per-batch costs are shared; fewer if they are long, or if the
// input has no more to give for now.
constexpr size_t kPostsPerJob = 128;
constexpr uint64_t kBytesPerJob = 64 << 10;
// The name of the conversation of posts that name none; no platform gives one such a name.
constexpr const char* kThread = "\x1a--thread";

Problem ProblemOf(const Error& error) {
  const bool is_too_large = error.code == ErrorCode::kTooLarge;
  return {ProblemKind::kUnread, is_too_large ? "post_too_large" : "input_unreadable",
          error.message + (is_too_large ? " Split it, or raise the limit with --max-post." : ""),
          error.where};
}

// A post given where a file's name belongs must not be repeated in messages.
Error WithoutText(const std::string& path, Error error) {
  struct stat status {};
  if (path.find(' ') == std::string::npos || ::stat(path.c_str(), &status) == 0) return error;
  error.where.file = "an input";
  error.message =
      "there is no file of that name. To check a text, give it on standard input: "
      "echo \"…\" | gatepost check";
  return error;
}

std::string NameOfInput(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

// Tells, between posts, of an input that could not be read.
class CheckRun::ProblemJob final : public Job {
 public:
  ProblemJob(CheckRun& run, Problem problem) : run_(run), problem_(std::move(problem)) {}
  void Run(size_t) override {}
  Status Deliver() override {
    run_.totals_.AddProblem(problem_);
    run_.report_.AddProblem(problem_, run_.out_);
    return {};
  }
  [[nodiscard]] uint64_t bytes() const override { return 0; }

 private:
  CheckRun& run_;
  Problem problem_;
};

CheckRun::CheckRun(const Scanner& scanner, ReportWriter& report, Output& output,
                   const CheckRunOptions& options)
    : options_(options),
      tools_{scanner, report, options.is_conversation ? kThread : "", options.kind},
      report_(report),
      output_(output),
      pool_(options.threads) {
  tools_.workers.resize(options.threads);
  report_.Begin(ContextOf(scanner), out_);
}

Status CheckRun::AddDraft(const std::string& name, std::string text) {
  has_read_ = true;
  auto job = NewJob(name);
  job->AddDraft(std::move(text));
  return pool_.Add(std::move(job));
}

Status CheckRun::AddDraftFile(const std::string& path) {
  const uint64_t limit = tools_.scanner.options().max_post_bytes;
  Result<std::string> text = path == "-" ? ReadStandardInput(limit) : ReadFile(path, limit);
  if (text) return AddDraft(NameOfInput(path), std::move(*text));
  const Error error = WithoutText(path, text.error());
  if (error.code == ErrorCode::kTooLarge) {
    has_read_ = true;
  } else {
    unread_.push_back(error);
  }
  auto job = NewJob(error.where.file);
  job->AddUnread(ProblemOf(error));
  return pool_.Add(std::move(job));
}

Status CheckRun::AddJsonl(const std::string& path) {
  Result<LineSource> lines =
      LineSource::Open(path, LineLimit(tools_.scanner.options().max_post_bytes));
  if (!lines) return AddUnread(WithoutText(path, lines.error()));
  auto job = NewJob(NameOfInput(path));
  for (bool is_first = true;; is_first = false) {
    const Result<std::optional<Line>> line = lines->Next();
    if (!line && is_first) return AddUnread(line.error());
    has_read_ = true;
    if (!line || !*line) {
      if (Status status = AddJob(std::move(job)); !status) return status;
      return line ? Status{} : AddProblem(line.error());
    }
    progress_.Count((*line)->bytes);
    job->AddLine(**line);
    const bool has_room = job->size() < kPostsPerJob && job->bytes() < kBytesPerJob;
    if (has_room && lines->HasLine()) continue;
    if (Status status = AddJob(std::exchange(job, NewJob(NameOfInput(path)))); !status) {
      return status;
    }
  }
}

Status CheckRun::Finish() {
  if (Status status = pool_.Finish(); !status) return status;
  progress_.Clear();
  if (totals_.posts == 0) totals_.is_complete = false;
  report_.Finish(totals_, out_);
  return Flush();
}

ExitCode CheckRun::exit_code() const {
  if (!has_read_) return ExitCode::kCannotRun;
  const FailOn fail_on = options_.fail_on;
  const bool is_found = (fail_on == FailOn::kReview && highest_ >= Action::kReview) ||
                        (fail_on == FailOn::kBlock && highest_ >= Action::kBlock);
  if (is_found) return ExitCode::kFound;
  return totals_.is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

std::unique_ptr<CheckJob> CheckRun::NewJob(const std::string& input) {
  CheckResultSink& sink = *this;
  return std::make_unique<CheckJob>(tools_, sink, next_turn_++, input);
}

Status CheckRun::AddJob(std::unique_ptr<CheckJob> job) {
  return job->size() == 0 ? Status{} : pool_.Add(std::move(job));
}

Status CheckRun::Accept(const CheckResult& result) {
  highest_ = std::max(highest_, result.highest);
  totals_.Add(result.totals);
  report_.Add(result.rendered, out_);
  return Flush();
}

Status CheckRun::AddUnread(const Error& error) {
  unread_.push_back(error);
  return AddProblem(error);
}

Status CheckRun::AddProblem(const Error& error) {
  return pool_.Add(std::make_unique<ProblemJob>(*this, ProblemOf(error)));
}

Status CheckRun::Flush() { return has_read_ && !out_.empty() ? output_.Write(out_) : Status{}; }

}  // namespace gatepost
