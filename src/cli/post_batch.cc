#include "cli/post_batch.h"

#include <utility>

namespace gatepost {
namespace {

// A record's keys and escapes may make its line longer than the post in it.
constexpr uint64_t kLineBytesPerPostByte = 6;
constexpr uint64_t kLineBytesBeside = 1 << 20;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

Problem LineTooLong(uint64_t limit) {
  return {ProblemKind::kUnread,
          "line_too_long",
          "the line is longer than " + std::to_string(limit) +
              " bytes and was not looked at. Raise the limit with --max-post.",
          {}};
}

}  // namespace

void PostBatch::AddDraft(std::string text) {
  text_ = std::move(text);
  sources_.push_back({.kind = Source::Kind::kDraft, .end = text_.size()});
}

void PostBatch::AddUnread(Problem problem) {
  sources_.push_back({.kind = Source::Kind::kUnread,
                      .begin = text_.size(),
                      .end = text_.size(),
                      .problem = problems_.size()});
  problems_.push_back(std::move(problem));
}

void PostBatch::AddLine(const Line& line, uint64_t max_post_bytes) {
  const size_t begin = text_.size();
  text_ += line.text;
  if (line.is_too_long) {
    AddUnread(LineTooLong(LineLimit(max_post_bytes)));
    sources_.back().line = static_cast<uint32_t>(line.number);
  } else if (!IsBlank(line.text)) {
    sources_.push_back(
        {Source::Kind::kLine, begin, text_.size(), static_cast<uint32_t>(line.number)});
  }
  text_ += line.end;
}

std::vector<Post> PostBatch::Read(std::vector<JsonlPostReader>& readers,
                                  const PostDefaults& defaults) const {
  if (readers.size() < sources_.size()) readers.resize(sources_.size());
  std::vector<Post> posts;
  posts.reserve(sources_.size());
  for (size_t i = 0; i < sources_.size(); ++i) {
    Post& post = posts.emplace_back(Read(sources_[i], readers[i]));
    if (post.thread.empty()) post.thread = defaults.thread;
    if (sources_[i].kind == Source::Kind::kDraft) post.kind = defaults.kind;
  }
  return posts;
}

Post PostBatch::Read(const Source& source, JsonlPostReader& reader) const {
  Post post;
  if (source.kind == Source::Kind::kLine) {
    post = reader.Read(TextOf(source), {input_, source.line, 0});
  } else if (source.kind == Source::Kind::kDraft) {
    post.fields.push_back({FieldKind::kText, 0, TextOf(source), nullptr});
  } else {
    post.problems.push_back(problems_[source.problem]);
  }
  post.file = input_;
  post.line = source.line;
  return post;
}

SourcePlace OriginOf(const Post& post) { return {std::string(post.file), post.line, 0}; }

// A line of JSONL stands for all of its post; a draft's own lines are the file's.
void SetPlace(const Post& post, Problem& problem) {
  if (!problem.where.file.empty()) return;
  const SourcePlace origin = OriginOf(post);
  if (origin.line != 0) {
    problem.where = origin;
  } else {
    problem.where.file = origin.file;
  }
}

uint64_t LineLimit(uint64_t max_post_bytes) {
  return max_post_bytes * kLineBytesPerPostByte + kLineBytesBeside;
}

}  // namespace gatepost
