#include "cli/redact_job.h"

#include <algorithm>
#include <utility>

#include "base/json_strings.h"
#include "base/json_writer.h"

namespace gatepost {
namespace {

// Readers keep their memory from job to job, but not that of jobs larger than this.
constexpr size_t kMaxKeptBytes = 1 << 20;

// There is an input, but nothing could be read of it that something could stand for.
bool IsUnreadable(const Post& post) {
  return std::any_of(post.problems.begin(), post.problems.end(),
                     [](const Problem& problem) { return problem.code == "input_unreadable"; });
}

}  // namespace

void RedactResult::Add(const RedactResult& other) {
  posts += other.posts;
  redacted += other.redacted;
  withheld += other.withheld;
  is_complete = is_complete && other.is_complete;
  for (const auto& [pattern, count] : other.places) places[pattern] += count;
  places_of_words += other.places_of_words;
  for (const auto& [range, count] : other.look_alikes) look_alikes[range] += count;
}

RedactJob::RedactJob(RedactTools& tools, RedactResultSink& sink, uint64_t turn, PostBatch batch)
    : tools_(tools), sink_(sink), turn_(tools.conversations, turn), batch_(std::move(batch)) {
  result_.begins_input = batch_.begins_input();
}

void RedactJob::Run(size_t worker) {
  std::unique_ptr<RedactWorker>& mine = tools_.workers[worker];
  if (!mine) mine = std::make_unique<RedactWorker>(tools_.scanner);
  const std::vector<Post> posts = batch_.Read(mine->readers, tools_.defaults);
  readers_ = &mine->readers;
  tools_.scanner.Redact(posts, mine->worker, turn_, tools_.redactor, *this);
  CopyUpTo(batch_.text().size());
  readers_ = nullptr;
  if (batch_.text().size() > kMaxKeptBytes) mine->readers.clear();
}

void RedactJob::Accept(const Post& post, Redaction redaction) {
  const PostBatch::Source& source = batch_.sources()[next_];
  CopyUpTo(source.begin);
  Write(post, redaction, source);
  copied_ = source.end;
  Count(post, redaction);
  ++next_;
}

void RedactJob::Count(const Post& post, Redaction& redaction) {
  RedactResult its;
  its.posts = IsUnreadable(post) ? 0 : 1;
  its.withheld = redaction.is_withheld ? its.posts : 0;
  its.redacted = !redaction.is_withheld && !redaction.texts.empty() ? 1 : 0;
  its.is_complete = redaction.is_complete && !redaction.is_withheld;
  its.places = std::move(redaction.redacted);
  its.places_of_words = redaction.redacted_words;
  its.look_alikes = std::move(redaction.look_alikes);
  result_.Add(its);
  for (Problem& problem : redaction.problems) {
    if (problem.kind != ProblemKind::kUnread) continue;
    SetPlace(post, problem);
    result_.unread.push_back(std::move(problem));
  }
}

void RedactJob::Write(const Post& post, const Redaction& redaction,
                      const PostBatch::Source& source) {
  if (redaction.is_withheld && IsWithheldAsAWhole(post)) {
    if (!IsUnreadable(post)) WriteWithheld(source);
  } else if (redaction.texts.empty()) {
    result_.written += batch_.TextOf(source);
  } else if (source.kind == PostBatch::Source::Kind::kLine) {
    WriteLine(redaction, source);
  } else {
    result_.written += redaction.texts.front().text;
  }
}

void RedactJob::WriteLine(const Redaction& redaction, const PostBatch::Source& source) {
  const std::vector<uint32_t>& strings = (*readers_)[next_].strings();
  std::vector<NewJsonString> fresh;
  for (const SafeText& safe : redaction.texts) {
    fresh.push_back({strings[safe.field.number()], safe.text});
  }
  AppendWithStrings(batch_.TextOf(source), fresh, result_.written);
}

// A line stays a line, and a record.
void RedactJob::WriteWithheld(const PostBatch::Source& source) {
  const std::string_view text = WithheldText(tools_.redactor.rules().language);
  if (source.line == 0) {
    result_.written.append(text).append("\n");
    return;
  }
  JsonWriter(result_.written).BeginObject().Member("text", text).EndObject();
}

void RedactJob::CopyUpTo(size_t end) {
  result_.written += batch_.text().substr(copied_, end - copied_);
  copied_ = end;
}

}  // namespace gatepost
