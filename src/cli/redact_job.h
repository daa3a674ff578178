#pragma once

// Some posts of a run of `redact`, from their lines to what is written of them.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/post_batch.h"
#include "post/jsonl_post.h"
#include "scan/conversations.h"
#include "scan/ordered_pool.h"
#include "scan/redactor.h"
#include "scan/scanner.h"

namespace gatepost {

// What one thread of a run writes to.
struct RedactWorker {
  explicit RedactWorker(const Scanner& scanner) : worker(scanner) {}
  Worker worker;
  std::vector<JsonlPostReader> readers = {};  // each holds one post of the job being done
};

// What all threads of a run share.
struct RedactTools {
  const Scanner& scanner;
  Redactor& redactor;
  PostDefaults defaults = {};
  Conversations conversations = {};
  std::vector<std::unique_ptr<RedactWorker>> workers = {};  // by thread, made when first used
};

// What became of the posts.
struct RedactResult {
  std::string written;
  bool begins_input = false;    // nothing of that input was written before
  std::vector<Problem> unread;  // what could not be looked at
  uint64_t posts = 0;
  uint64_t redacted = 0;  // posts of which something was
  uint64_t withheld = 0;  // posts
  bool is_complete = true;
  std::map<PatternIndex, uint64_t> places;  // by what was found there
  uint64_t places_of_words = 0;
  std::map<std::pair<PatternIndex, std::string_view>, uint64_t> look_alikes;

  // All but what is written and unread.
  void Add(const RedactResult& other);
};

class RedactResultSink {
 public:
  virtual ~RedactResultSink() = default;
  [[nodiscard]] virtual Status Accept(RedactResult& result) = 0;
};

// Borrows the tools and the sink.
class RedactJob final : public Job, private RedactionSink {
 public:
  // `turn` counts the run's jobs from 0.
  RedactJob(RedactTools& tools, RedactResultSink& sink, uint64_t turn, PostBatch batch);

  void Run(size_t worker) override;
  [[nodiscard]] Status Deliver() override { return sink_.Accept(result_); }
  [[nodiscard]] uint64_t bytes() const override {
    return batch_.text().size() + result_.written.size();
  }

 private:
  void Accept(const Post& post, Redaction redaction) override;
  void Count(const Post& post, Redaction& redaction);
  void Write(const Post& post, const Redaction& redaction, const PostBatch::Source& source);
  void WriteLine(const Redaction& redaction, const PostBatch::Source& source);
  void WriteWithheld(const PostBatch::Source& source);
  // Writes what no post stands for, up to `end` of the batch's text.
  void CopyUpTo(size_t end);

  RedactTools& tools_;
  RedactResultSink& sink_;
  Conversations::Turn turn_;
  PostBatch batch_;
  const std::vector<JsonlPostReader>* readers_ = nullptr;  // while it runs, of its posts
  size_t next_ = 0;                                        // of the posts
  size_t copied_ = 0;                                      // of the batch's text
  RedactResult result_;
};

}  // namespace gatepost
