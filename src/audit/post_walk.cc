#include "audit/post_walk.h"

#include <memory>
#include <optional>
#include <utility>

#include "audit/export_contexts.h"
#include "audit/input_reading.h"
#include "audit/problem_list.h"
#include "audit/record_batch.h"

namespace gatepost {
namespace {

class PostWalk final : private ChunkTarget {
 public:
  PostWalk(const PostWalkOptions& options, const TakePost& take) : options_(options), take_(take) {}

  Result<PostWalkSummary> Walk(const std::vector<std::string>& inputs) {
    for (const std::string& input : inputs) {
      if (Status status = Each(input, &PostWalk::Survey, false); !status) {
        return Fail(status.error());
      }
    }
    for (const std::string& input : inputs) {
      if (Status status = Each(input, &PostWalk::Read, true); !status) return Fail(status.error());
    }
    summary_.problems = problems_.problems();
    summary_.has_unread = problems_.has_unread();
    return std::move(summary_);
  }

 private:
  using TakeInput = Status (PostWalk::*)(const std::string&);

  class Inputs final : public InputListVisitor {
   public:
    Inputs(PostWalk& walk, TakeInput take, bool keeps_problems)
        : walk_(walk), take_(take), keeps_problems_(keeps_problems) {}
    Status OnInput(const InputFile& file) override { return (walk_.*take_)(file.path); }
    Status OnProblem(Problem problem) override {
      const std::string file = problem.where.file;
      if (keeps_problems_) walk_.problems_.Add(file, {}, std::move(problem));
      return {};
    }

   private:
    PostWalk& walk_;
    TakeInput take_;
    bool keeps_problems_;
  };

  // Collects what files say about others.
  class Surveyor final : public WalkVisitor {
   public:
    Surveyor(PostWalk& walk, const std::string& input) : walk_(walk), input_(input) {}
    Status OnFile(FoundFile& file) override {
      return walk_.contexts_.Survey({input_, file.path}, file.bytes);
    }
    Status OnProblem(Problem /*told when it is read*/) override { return {}; }

   private:
    PostWalk& walk_;
    const std::string& input_;
  };

  Status Each(const std::string& input, TakeInput take, bool keeps_problems) {
    Inputs visitor(*this, take, keeps_problems);
    return ListInputs(input, visitor);
  }

  Status Survey(const std::string& input) {
    // A pipe can be read once only.
    if (input == "-") return {};
    Surveyor visitor(*this, input);
    // What cannot be opened is told when it is to be read.
    static_cast<void>(WalkInput(input, options_.limits, visitor));
    return {};
  }

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
    std::unique_ptr<RecordReader> reader;
    const OpenFile* file = nullptr;
    for (const RecordBatch::Entry& entry : batch.entries()) {
      if (file != &batch.FileOf(entry)) {
        file = &batch.FileOf(entry);
        reader = file->format->MakeReader(file->head(), *file->context, options_.read);
      }
      texts.Clear();
      if (entry.is_too_large) {
        AddProblem(*file, entry, {},
                   {ProblemKind::kUnread,
                    "post_too_large",
                    "the post is over the limit and was not looked at.",
                    {}});
        continue;
      }
      std::optional<Post> post = reader->Read(batch.RecordOf(entry), texts);
      if (!post) continue;
      if (Status status = Take(*post, *file, entry); !status) {
        failure_ = status.error();
        return status;
      }
    }
    return {};
  }

  Status Take(Post& post, const OpenFile& file, const RecordBatch::Entry& entry) {
    if (post.source.empty()) post.source = file.format->name();
    if (post.account.empty()) post.account = file.context->account;
    post.file = file.place;
    post.line = entry.line;
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
