#include "cli/check_job.h"

#include <algorithm>
#include <utility>

namespace gatepost {
namespace {

// A record's keys and escapes may make its line longer than the post in it.
constexpr uint64_t kLineBytesPerPostByte = 6;
constexpr uint64_t kLineBytesBeside = 1 << 20;
// Readers keep their memory from job to job, but not that of jobs larger than this.
constexpr size_t kMaxKeptBytes = 1 << 20;

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

SourcePlace OriginOf(const Post& post) { return {std::string(post.file), post.line, 0}; }

// Says in which input a problem lies. A line of JSONL stands for all of its post; a draft's own
// lines are the file's.
void SetPlace(const SourcePlace& origin, Problem& problem) {
  if (!problem.where.file.empty()) return;
  if (origin.line != 0) {
    problem.where = origin;
  } else {
    problem.where.file = origin.file;
  }
}

}  // namespace

CheckJob::CheckJob(CheckTools& tools, CheckResultSink& sink, uint64_t turn, std::string input)
    : tools_(tools), sink_(sink), turn_(tools.conversations, turn), input_(std::move(input)) {}

void CheckJob::AddDraft(std::string text) {
  text_ = std::move(text);
  sources_.push_back({.kind = Source::Kind::kDraft, .end = text_.size()});
}

void CheckJob::AddUnread(Problem problem) {
  sources_.push_back({.kind = Source::Kind::kUnread, .problem = problems_.size()});
  problems_.push_back(std::move(problem));
}

void CheckJob::AddLine(const Line& line) {
  if (line.is_too_long) {
    AddUnread(LineTooLong(LineLimit(tools_.scanner.options().max_post_bytes)));
  } else if (IsBlank(line.text)) {
    return;
  } else {
    sources_.push_back({Source::Kind::kLine, text_.size(), text_.size() + line.text.size()});
    text_ += line.text;
  }
  sources_.back().line = static_cast<uint32_t>(line.number);
}

Post CheckJob::Read(const Source& source, JsonlPostReader& reader) const {
  const auto text = std::string_view(text_).substr(source.begin, source.end - source.begin);
  Post post;
  if (source.kind == Source::Kind::kLine) {
    post = reader.Read(text, {input_, source.line, 0});
  } else if (source.kind == Source::Kind::kDraft) {
    post.kind = tools_.kind;
    post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  } else {
    post.problems.push_back(problems_[source.problem]);
  }
  post.file = input_;
  post.line = source.line;
  if (post.thread.empty()) post.thread = tools_.thread;
  return post;
}

void CheckJob::Run(size_t worker) {
  std::unique_ptr<CheckWorker>& mine = tools_.workers[worker];
  if (!mine) mine = std::make_unique<CheckWorker>(tools_.scanner);
  if (mine->readers.size() < sources_.size()) mine->readers.resize(sources_.size());
  std::vector<Post> posts;
  posts.reserve(sources_.size());
  for (size_t i = 0; i < sources_.size(); ++i) posts.push_back(Read(sources_[i], mine->readers[i]));
  tools_.scanner.Scan(posts, mine->worker, turn_, *this);
  if (text_.size() > kMaxKeptBytes) mine->readers.clear();
}

void CheckJob::Accept(const Post& post, Verdict verdict) {
  const SourcePlace origin = OriginOf(post);
  for (Problem& problem : verdict.problems) SetPlace(origin, problem);
  result_.highest = std::max(result_.highest, verdict.action);
  result_.totals.Add(post, verdict, tools_.scanner.set().patterns());
  tools_.report.Render(post, {origin.ToString()}, verdict, result_.rendered);
}

uint64_t LineLimit(uint64_t max_post_bytes) {
  return max_post_bytes * kLineBytesPerPostByte + kLineBytesBeside;
}

}  // namespace gatepost
