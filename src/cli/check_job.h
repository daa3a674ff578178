#pragma once

// Some posts of a run of `check`, from their lines to their part of the report.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "post/jsonl_post.h"
#include "post/line_source.h"
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
  const ReportWriter& report;      // has begun
  std::string thread = {};         // of posts that name none; may be empty
  PostKind kind = PostKind::kOwn;  // of drafts
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

// Filled by one thread, then added to a pool. Borrows the tools and the sink.
class CheckJob final : public Job, private VerdictSink {
 public:
  // `turn` counts the run's jobs from 0; `input` is where the posts are read from.
  CheckJob(CheckTools& tools, CheckResultSink& sink, uint64_t turn, std::string input);

  // One post with one field.
  void AddDraft(std::string text);
  // A post that could not be read, and why.
  void AddUnread(Problem problem);
  // The post on the line, unless it is blank.
  void AddLine(const Line& line);

  [[nodiscard]] size_t size() const { return sources_.size(); }

  void Run(size_t worker) override;
  [[nodiscard]] Status Deliver() override { return sink_.Accept(result_); }
  [[nodiscard]] uint64_t bytes() const override { return text_.size() + result_.rendered.size(); }

 private:
  // Where a post comes from: a line of JSONL, a draft, or neither if it could not be read.
  struct Source {
    enum class Kind : uint8_t { kLine, kDraft, kUnread };
    Kind kind = Kind::kDraft;
    size_t begin = 0;    // in text_
    size_t end = 0;      // the same
    uint32_t line = 0;   // its number in the input, of a line
    size_t problem = 0;  // in problems_, of what could not be read
  };

  void Accept(const Post& post, Verdict verdict) override;
  [[nodiscard]] Post Read(const Source& source, JsonlPostReader& reader) const;

  CheckTools& tools_;
  CheckResultSink& sink_;
  Conversations::Turn turn_;
  std::string input_;
  std::string text_;
  std::vector<Source> sources_;
  std::vector<Problem> problems_;
  CheckResult result_;
};

// The longest line of JSONL that holds a post of at most so many bytes.
[[nodiscard]] uint64_t LineLimit(uint64_t max_post_bytes);

}  // namespace gatepost
