#include "cli/check_run.h"

#include <algorithm>
#include <utility>

namespace gatepost {

bool Fails(FailOn fail_on, Action action) {
  return (fail_on == FailOn::kReview && action >= Action::kReview) ||
         (fail_on == FailOn::kBlock && action >= Action::kBlock);
}

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
      tools_{scanner, report, options.defaults},
      inputs_({scanner.options().max_post_bytes, "check"}, *this),
      report_(report),
      output_(output),
      pool_(options.threads) {
  tools_.workers.resize(options.threads);
  report_.Begin(ContextOf(scanner), out_);
}

Status CheckRun::Finish() {
  if (Status status = pool_.Finish(); !status) return status;
  inputs_.ClearProgress();
  if (totals_.posts == 0) totals_.is_complete = false;
  report_.Finish(totals_, out_);
  return Flush();
}

ExitCode CheckRun::exit_code() const {
  if (!inputs_.has_read()) return ExitCode::kCannotRun;
  if (Fails(options_.fail_on, highest_)) return ExitCode::kFound;
  return totals_.is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

Status CheckRun::TakePosts(PostBatch batch) {
  if (batch.size() == 0) return {};
  CheckResultSink& sink = *this;
  return pool_.Add(std::make_unique<CheckJob>(tools_, sink, next_turn_++, std::move(batch)));
}

Status CheckRun::TakeProblem(Problem problem) {
  return pool_.Add(std::make_unique<ProblemJob>(*this, std::move(problem)));
}

Status CheckRun::Accept(const CheckResult& result) {
  highest_ = std::max(highest_, result.highest);
  totals_.Add(result.totals);
  report_.Add(result.rendered, out_);
  return Flush();
}

Status CheckRun::Flush() {
  return inputs_.has_read() && !out_.empty() ? output_.Write(out_) : Status{};
}

}  // namespace gatepost
