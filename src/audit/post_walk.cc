#include "audit/post_walk.h"

#include <optional>
#include <utility>

#include "audit/export_contexts.h"
#include "audit/input_pass.h"
#include "audit/input_reading.h"
#include "audit/problem_list.h"
#include "audit/record_batch.h"

namespace gatepost {
namespace {

class PostWalk final : private ChunkTarget {
 public:
  PostWalk(const PostWalkOptions& options, const TakePost& take) : options_(options), take_(take) {}

  Result<PostWalkSummary> Walk(const std::vector<std::string>& inputs) {
    const InputSurvey survey{options_.limits, contexts_, [] { return false; }};
    for (const std::string& input : inputs) {
      const Status status = ForEachInput(
          input, [&](const InputFile& file) { return SurveyInput(file.path, survey); },
          [](const Problem& /*told when it is read*/) {});
      if (!status) return Fail(status.error());
    }
    for (const std::string& input : inputs) {
      const Status status = ForEachInput(
          input, [this](const InputFile& file) { return Read(file.path); },
          [this](Problem problem) {
            const std::string file = problem.where.file;
            problems_.Add(file, {}, std::move(problem));
          });
      if (!status) return Fail(status.error());
    }
    summary_.problems = problems_.problems();
    summary_.has_unread = problems_.has_unread();
    return std::move(summary_);
  }

 private:
  Status Read(const std::string& input) {
    ++summary_.inputs;
    InputReading reading(input, contexts_, options_.read, *this);
    const Result<WalkSummary> walked = WalkInput(input, options_.limits, reading);
    // What was taken and failed is no fault of the input.
    if (failure_) return Fail(*failure_);
    if (Status status = reading.Finish(); !status) return status;
    for (const AuditProblem& problem : reading.problems().problems()) {
      problems_.Add(problem.path, problem.post, problem.problem);
    }
    if (walked) return {};
    problems_.Add(
        input, {},
        {ProblemKind::kUnread, "input_unreadable", walked.error().message, {input, 0, 0}});
    return {};
  }

  bool IsStopped() const override { return failure_.has_value(); }

  Status TakeChunk(RecordBatch batch) override {
    PostTexts texts;
    BatchPosts posts(batch, options_.read);
    for (const RecordBatch::Entry& entry : batch.entries()) {
      texts.Clear();
      const std::optional<Post> post = posts.Read(entry, texts);
      if (!post) continue;
      if (Status status = Take(*post, batch.FileOf(entry), entry); !status) {
        failure_ = status.error();
        return status;
      }
    }
    return {};
  }

  Status Take(const Post& post, const OpenFile& file, const RecordBatch::Entry& entry) {
    ++summary_.posts;
    for (const Problem& problem : post.problems) {
      if (problem.kind == ProblemKind::kUnread) AddProblem(file, entry, post.id, problem);
    }
    return take_({post, file.input, file.path, entry.number});
  }

  void AddProblem(const OpenFile& file, const RecordBatch::Entry& entry, std::string_view post,
                  Problem problem) {
    problem.where = {file.place, entry.line, 0};
    problems_.Add(file.path, std::string(post), std::move(problem));
  }

  const PostWalkOptions& options_;
  const TakePost& take_;
  ExportContexts contexts_;
  ProblemList problems_;
  PostWalkSummary summary_;
  std::optional<Error> failure_;  // of `take_`
};

}  // namespace

Result<PostWalkSummary> WalkPosts(const std::vector<std::string>& inputs,
                                  const PostWalkOptions& options, const TakePost& take) {
  return PostWalk(options, take).Walk(inputs);
}

}  // namespace gatepost
