#include "cli/input_reader.h"

#include <sys/stat.h>

#include <optional>
#include <utility>

#include "base/file.h"
#include "post/line_source.h"

namespace gatepost {
namespace {

// Posts handed on together, so that per-batch costs are shared; fewer if they are long, or if the
// input has no more to give for now.
constexpr size_t kPostsPerBatch = 128;
constexpr uint64_t kBytesPerBatch = 64 << 10;

Problem ProblemOf(const Error& error) {
  if (error.code != ErrorCode::kTooLarge) {
    return {ProblemKind::kUnread, "input_unreadable", error.message, error.where};
  }
  return {ProblemKind::kUnread, "post_too_large",
          "the text " + error.message + " Split it, or raise the limit with --max-post.",
          error.where};
}

std::string NameOfInput(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

InputReader::InputReader(InputOptions options, PostTarget& target)
    : options_(std::move(options)), target_(target) {}

Status InputReader::ReadDraft(const std::string& name, std::string text) {
  has_read_ = true;
  PostBatch batch(name);
  batch.AddDraft(std::move(text));
  return target_.TakePosts(std::move(batch));
}

Status InputReader::ReadDraftFile(const std::string& path) {
  const uint64_t limit = options_.max_post_bytes;
  Result<std::string> text = path == "-" ? ReadStandardInput(limit) : ReadFile(path, limit);
  if (text) return ReadDraft(NameOfInput(path), std::move(*text));
  const Error error = WithoutText(path, text.error());
  if (error.code == ErrorCode::kTooLarge) {
    has_read_ = true;
  } else {
    unread_.push_back(error);
  }
  PostBatch batch(error.where.file);
  batch.AddUnread(ProblemOf(error));
  return target_.TakePosts(std::move(batch));
}

Status InputReader::ReadJsonl(const std::string& path) {
  Result<LineSource> lines = LineSource::Open(path, LineLimit(options_.max_post_bytes));
  if (!lines) return AddUnread(WithoutText(path, lines.error()));
  PostBatch batch(NameOfInput(path));
  for (bool is_first = true;; is_first = false) {
    const Result<std::optional<Line>> line = lines->Next();
    if (!line && is_first) return AddUnread(line.error());
    has_read_ = true;
    if (!line || !*line) {
      if (Status status = Hand(std::move(batch)); !status) return status;
      return line ? Status{} : target_.TakeProblem(ProblemOf(line.error()));
    }
    progress_.Count((*line)->bytes);
    batch.AddLine(**line, options_.max_post_bytes);
    const bool has_room = batch.size() < kPostsPerBatch && batch.text().size() < kBytesPerBatch;
    if (has_room && lines->HasLine()) continue;
    if (Status status = Hand(std::exchange(batch, PostBatch(NameOfInput(path), false))); !status) {
      return status;
    }
  }
}

Status InputReader::Hand(PostBatch batch) {
  const bool is_empty = batch.size() == 0 && batch.text().empty();
  return is_empty ? Status{} : target_.TakePosts(std::move(batch));
}

Status InputReader::AddUnread(const Error& error) {
  unread_.push_back(error);
  return target_.TakeProblem(ProblemOf(error));
}

Error InputReader::WithoutText(const std::string& path, Error error) const {
  struct stat status {};
  if (path.find(' ') == std::string::npos || ::stat(path.c_str(), &status) == 0) return error;
  error.where.file = "an input";
  error.message = "there is no file of that name. To " + options_.command +
                  " a text, give it on standard input: echo \"…\" | gatepost " + options_.command;
  return error;
}

}  // namespace gatepost
