#include "cli/eval_run.h"

#include <utility>

namespace gatepost {
namespace {

// Posts read ahead of the scanner, so that its per-batch costs are shared.
constexpr size_t kPostsPerBatch = 64;
constexpr uint64_t kMaxLineBytes = kDefaultMaxPostBytes;

}  // namespace

EvalRun::EvalRun(const Scanner& scanner, Evaluation& evaluation, Split split)
    : scanner_(scanner),
      evaluation_(evaluation),
      split_(split),
      worker_(scanner),
      readers_(kPostsPerBatch) {}

Status EvalRun::Add(const std::string& path) {
  Result<LineSource> lines = LineSource::Open(path, kMaxLineBytes);
  if (!lines) return Fail(lines.error());
  const std::string file = path == "-" ? "standard input" : path;
  while (true) {
    const Result<std::optional<Line>> line = lines->Next();
    if (!line) return Fail(line.error());
    if (!*line) break;
    if (Status status = AddLine(**line, file); !status) return status;
    if (posts_.size() == kPostsPerBatch) ScanPosts();
  }
  ScanPosts();
  progress_.Clear();
  return {};
}

Status EvalRun::AddLine(const Line& line, const std::string& file) {
  progress_.Count(line.bytes);
  const SourcePlace where{file, static_cast<uint32_t>(line.number), 0};
  if (line.is_too_long) {
    return Fail(ErrorCode::kTooLarge,
                "the line is longer than " + std::to_string(kMaxLineBytes) + " bytes.", where);
  }
  if (line.text.find_first_not_of(" \t\r") == std::string_view::npos) return {};
  LabelledPostReader& reader = readers_[posts_.size()];
  if (Status status = reader.Read(line.text, where); !status) return status;
  if (split_ != Split::kNone && reader.post().split != split_) return {};
  hash_.Add(line.text);
  posts_.push_back(reader.post().post);
  places_.push_back(where);
  return {};
}

void EvalRun::ScanPosts() {
  next_ = 0;
  Conversations::Turn turn(conversations_, next_turn_++);
  scanner_.Scan(posts_, worker_, turn, *this);
  posts_.clear();
  places_.clear();
}

void EvalRun::Accept(const Post& /*post*/, Verdict verdict) {
  evaluation_.Add(readers_[next_].post(), verdict, places_[next_]);
  ++next_;
}

}  // namespace gatepost
