#pragma once

// Files and standard input as batches of posts, in their order.

#include <atomic>
#include <cstdint>
#include <string>
#include <vector>

#include "base/problem.h"
#include "base/result.h"
#include "cli/post_batch.h"
#include "cli/progress.h"

namespace gatepost {

// What is done with the posts. What it returns when it fails ends the reading.
class PostTarget {
 public:
  virtual ~PostTarget() = default;
  // With one post or more, or with blank lines.
  [[nodiscard]] virtual Status TakePosts(PostBatch batch) = 0;
  // An input could not be read at all, or not to its end.
  [[nodiscard]] virtual Status TakeProblem(Problem problem) = 0;
};

struct InputOptions {
  uint64_t max_post_bytes = 0;
  std::string command;  // "check": messages name it
};

// Borrows the target. Used by one thread, but for has_read().
class InputReader {
 public:
  InputReader(InputOptions options, PostTarget& target);

  // One post with one field. `name` says where it came from.
  [[nodiscard]] Status ReadDraft(const std::string& name, std::string text);
  // A file or, with "-", standard input, as one post; a file that cannot be read is a post that was
  // not looked at.
  [[nodiscard]] Status ReadDraftFile(const std::string& path);
  // The same, one post a line.
  [[nodiscard]] Status ReadJsonl(const std::string& path);

  // Some input was read.
  [[nodiscard]] bool has_read() const { return has_read_; }
  // The inputs that could not be read at all.
  [[nodiscard]] const std::vector<Error>& unread() const { return unread_; }
  void ClearProgress() { progress_.Clear(); }

 private:
  [[nodiscard]] Status Hand(PostBatch batch);
  [[nodiscard]] Status AddUnread(const Error& error);
  // A post given where a file's name belongs must not be repeated in messages.
  [[nodiscard]] Error WithoutText(const std::string& path, Error error) const;

  InputOptions options_;
  PostTarget& target_;
  Progress progress_;
  std::vector<Error> unread_;
  std::atomic<bool> has_read_ = false;
};

}  // namespace gatepost
