#include "cli/check_run.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/file.h"
#include "post/line_source.h"

namespace gatepost {
namespace {

// Posts read ahead of the scanner, so that its per-batch costs are shared.
constexpr size_t kPostsPerBatch = 64;
// Verdicts are written away in pieces of this size, or as soon as the input has nothing more to
// give.
constexpr size_t kWriteBytes = 64 << 10;
// A record's keys and escapes may make its line longer than the post in it.
constexpr uint64_t kLineBytesPerPostByte = 6;
constexpr uint64_t kLineBytesBeside = 1 << 20;

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

Post UnreadPost(Problem problem) {
  Post post;
  post.problems.push_back(std::move(problem));
  return post;
}

Problem ProblemOf(const Error& error) {
  const bool is_too_large = error.code == ErrorCode::kTooLarge;
  return {ProblemKind::kUnread, is_too_large ? "post_too_large" : "input_unreadable",
          error.message + (is_too_large ? " Split it, or raise the limit with --max-post." : ""),
          error.where};
}

// A post given where a file's name belongs must not be repeated in messages.
Error WithoutText(const std::string& path, Error error) {
  struct stat status {};
  if (path.find(' ') == std::string::npos || ::stat(path.c_str(), &status) == 0) return error;
  error.where.file = "an input";
  error.message =
      "there is no file of that name. To check a text, give it on standard input: "
      "echo \"…\" | gatepost check";
  return error;
}

Problem LineTooLong(uint64_t limit, const SourcePlace& where) {
  return {ProblemKind::kUnread, "line_too_long",
          "the line is longer than " + std::to_string(limit) +
              " bytes and was not looked at. Raise the limit with --max-post.",
          where};
}

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

std::string NameOfInput(const std::string& path) { return path == "-" ? "standard input" : path; }

}  // namespace

CheckRun::CheckRun(const Scanner& scanner, ReportWriter& report, Output& output, FailOn fail_on)
    : scanner_(scanner), report_(report), output_(output), fail_on_(fail_on), worker_(scanner) {
  report_.Begin(ContextOf(scanner_), out_);
}

Status CheckRun::AddDraft(const std::string& name, std::string_view text) {
  ++inputs_;
  Post post;
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  ScanOne(name, post);
  return Flush();
}

Status CheckRun::AddDraftFile(const std::string& path) {
  const uint64_t limit = scanner_.options().max_post_bytes;
  const Result<std::string> text = path == "-" ? ReadStandardInput(limit) : ReadFile(path, limit);
  if (text) return AddDraft(NameOfInput(path), *text);
  ++inputs_;
  const Error error = WithoutText(path, text.error());
  if (error.code != ErrorCode::kTooLarge) unread_.push_back(error);
  ScanOne(error.where.file, UnreadPost(ProblemOf(error)));
  return Flush();
}

Status CheckRun::AddJsonl(const std::string& path) {
  ++inputs_;
  Result<LineSource> lines = LineSource::Open(path, LineLimit());
  if (!lines) {
    unread_.push_back(WithoutText(path, lines.error()));
    AddProblem(unread_.back());
    return Flush();
  }
  readers_.resize(kPostsPerBatch);
  for (bool is_first = true;; is_first = false) {
    const Result<std::optional<Line>> line = lines->Next();
    if (!line) {
      if (is_first) unread_.push_back(line.error());
      AddProblem(line.error());
      break;
    }
    if (!*line) break;
    AddLine(**line, NameOfInput(path));
    if (posts_.size() < kPostsPerBatch && lines->HasLine()) continue;
    ScanPosts();
    if (out_.size() < kWriteBytes && lines->HasLine()) continue;
    if (Status status = Flush(); !status) return status;
  }
  ScanPosts();
  return Flush();
}

void CheckRun::AddLine(const Line& line, const std::string& input) {
  progress_.Count(line.bytes);
  if (!line.is_too_long && IsBlank(line.text)) return;
  const SourcePlace where{input, static_cast<uint32_t>(line.number), 0};
  posts_.push_back(line.is_too_long ? UnreadPost(LineTooLong(LineLimit(), where))
                                    : readers_[posts_.size()].Read(line.text, where));
  origins_.push_back(where);
}

Status CheckRun::Finish() {
  progress_.Clear();
  if (totals_.posts == 0) totals_.is_complete = false;
  report_.Finish(totals_, out_);
  return Flush();
}

ExitCode CheckRun::exit_code() const {
  if (!HasReadSomething()) return ExitCode::kCannotRun;
  const bool is_found = (fail_on_ == FailOn::kReview && highest_ >= Action::kReview) ||
                        (fail_on_ == FailOn::kBlock && highest_ >= Action::kBlock);
  if (is_found) return ExitCode::kFound;
  return totals_.is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

void CheckRun::Accept(const Post& post, Verdict verdict) {
  const SourcePlace& origin = origins_[next_origin_++];
  for (Problem& problem : verdict.problems) SetPlace(origin, problem);
  highest_ = std::max(highest_, verdict.action);
  totals_.Add(post, verdict, scanner_.set().patterns());
  report_.Add(post, {origin.ToString()}, verdict, out_);
}

void CheckRun::AddProblem(const Error& error) {
  const Problem problem = ProblemOf(error);
  totals_.AddProblem(problem);
  report_.AddProblem(problem, out_);
}

uint64_t CheckRun::LineLimit() const {
  return scanner_.options().max_post_bytes * kLineBytesPerPostByte + kLineBytesBeside;
}

void CheckRun::ScanOne(const std::string& name, const Post& post) {
  origins_.assign(1, {name, 0, 0});
  next_origin_ = 0;
  scanner_.Scan({&post, 1}, worker_, *this);
  origins_.clear();
}

void CheckRun::ScanPosts() {
  next_origin_ = 0;
  scanner_.Scan(posts_, worker_, *this);
  posts_.clear();
  origins_.clear();
}

Status CheckRun::Flush() {
  return HasReadSomething() && !out_.empty() ? output_.Write(out_) : Status{};
}

}  // namespace gatepost
