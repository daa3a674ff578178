#pragma once

// Some posts of a run of `check`, from their lines to their part of the report.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/post_batch.h"
#include "post/jsonl_post.h"
#include "report/report.h"
#include "scan/conversations.h"
#include "scan/ordered_pool.h"
#include "scan/scanner.h"

namespace gatepost {

// What one thread of a run writes to.
struct CheckWorker {
  explicit CheckWorker(const Scanner& scanner) : worker(scanner) {}
  Worker worker;
  std::vector<JsonlPostReader> readers = {};  // each holds one post of the job being done
};

// What all threads of a run share.
struct CheckTools {
  const Scanner& scanner;
  const ReportWriter& report;  // has begun
  PostDefaults defaults = {};
  Conversations conversations = {};
  std::vector<std::unique_ptr<CheckWorker>> workers = {};  // by thread, made when first used
};

// What became of the posts.
struct CheckResult {
  std::string rendered;  // for ReportWriter::Add
  RunTotals totals;
  Action highest = Action::kPass;
};

class CheckResultSink {
 public:
  virtual ~CheckResultSink() = default;
  [[nodiscard]] virtual Status Accept(const CheckResult& result) = 0;
};

// Borrows the tools and the sink.
class CheckJob final : public Job, private VerdictSink {
 public:
  // `turn` counts the run's jobs from 0.
  CheckJob(CheckTools& tools, CheckResultSink& sink, uint64_t turn, PostBatch batch);

  void Run(size_t worker) override;
  [[nodiscard]] Status Deliver() override { return sink_.Accept(result_); }
  [[nodiscard]] uint64_t bytes() const override {
    return batch_.text().size() + result_.rendered.size();
  }

 private:
  void Accept(const Post& post, Verdict verdict) override;

  CheckTools& tools_;
  CheckResultSink& sink_;
  Conversations::Turn turn_;
  PostBatch batch_;
  CheckResult result_;
};

}  // namespace gatepost
