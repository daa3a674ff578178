#include "audit/audit_job.h"

#include <string_view>
#include <utility>

#include "audit/post_outcome.h"
#include "base/digest.h"

namespace gatepost {
namespace {

// What a post without findings takes in a result, roughly.
constexpr uint64_t kOutcomeBytes = sizeof(PostOutcome) + 64;
constexpr size_t kRefDigits = 12;

std::string RefOf(const std::string& input_hash, const AuditPost& post) {
  Sha256 digest;
  digest.Add(input_hash);
  digest.Add(post.path);
  digest.Add(std::to_string(post.record));
  return digest.HexDigest().substr(0, kRefDigits);
}

}  // namespace

AuditJob::AuditJob(AuditTools& tools, ChunkSink& sink, ChunkPlace place,
                   std::shared_ptr<Conversations> conversations, RecordBatch batch)
    : tools_(tools),
      sink_(sink),
      place_(std::move(place)),
      conversations_(std::move(conversations)),
      turn_(*conversations_, place_.turn),
      batch_(std::move(batch)) {}

void AuditJob::Run(size_t worker) {
  std::unique_ptr<AuditWorker>& mine = tools_.workers[worker];
  if (!mine) mine = std::make_unique<AuditWorker>(tools_.scanner, tools_.secret);
  mine->texts.Clear();
  keys_ = &mine->keys;
  outcome_.number = place_.number;
  ReadPosts(mine->texts);
  tools_.scanner.Scan(posts_, mine->worker, turn_, *this);
  outcome_.problems = notes_.problems();
  posts_ = {};
  batch_ = {};
}

Status AuditJob::Deliver() {
  return place_.is_kept ? Status{} : sink_.Accept(place_.input, outcome_);
}

void AuditJob::ReadPosts(PostTexts& texts) {
  posts_.reserve(batch_.size());
  entries_.reserve(batch_.size());
  BatchPosts posts(batch_, tools_.read);
  for (size_t i = 0; i < batch_.size(); ++i) {
    const RecordBatch::Entry& entry = batch_.entries()[i];
    std::optional<Post> post = posts.Read(entry, texts);
    if (!post) {
      AddNoPost(entry, posts.why_none());
      continue;
    }
    outcome_.has_threads = outcome_.has_threads || !post->thread.empty();
    posts_.push_back(std::move(*post));
    entries_.push_back(i);
  }
}

void AuditJob::Accept(const Post& post, Verdict verdict) {
  if (place_.is_kept) return;
  const auto number = static_cast<size_t>(&post - posts_.data());
  const RecordBatch::Entry& entry = batch_.entries()[entries_[number]];
  const OpenFile& file = batch_.FileOf(entry);
  PostOutcome& outcome = outcome_.posts.emplace_back(
      OutcomeOf(post, verdict, {tools_.scanner.set().patterns(), tools_.keeps_text}));
  const bool says_nothing = post.id.empty() && post.fields.empty() && !post.published;
  outcome.key =
      says_nothing ? keys_->OfPlace(place_.input_hash, file.path, entry.number) : keys_->Of(post);
  outcome.post.path = file.path;
  outcome.post.record = entry.number;
  outcome.post.line = entry.line;
  if (post.visibility != Visibility::kUnknown) outcome.post.visibility_source = file.place;
  if (!outcome.findings.empty()) outcome.post.ref = RefOf(place_.input_hash, outcome.post);
  for (AuditProblem& problem : outcome.problems) {
    problem.path = file.path;
    problem.problem.where = {file.place, entry.line, 0};
  }
  for (Problem& problem : verdict.problems) {
    if (problem.kind != ProblemKind::kNote) continue;
    problem.where = {file.place, entry.line, 0};
    notes_.Add(file.path, std::string(post.id), std::move(problem));
  }
  outcome_bytes_ += kOutcomeBytes + outcome.findings.size() * sizeof(AuditFinding) * 2;
}

void AuditJob::AddNoPost(const RecordBatch::Entry& entry, NoPost why) {
  const OpenFile& file = batch_.FileOf(entry);
  const auto note = [&](std::string_view code, std::string_view message) {
    notes_.Add(
        file.path, {},
        {ProblemKind::kNote, std::string(code), std::string(message), {file.place, entry.line, 0}});
  };
  switch (why) {
    case NoPost::kIsOfTable:
      return;
    case NoPost::kIsPrivate:
      return note(
          "private_messages",
          "holds private messages, which were not read. To read them, add --include-private.");
    case NoPost::kIsNone:
      return note("not_a_post",
                  "holds records that are no posts of the account: likes, or what others wrote.");
  }
}

}  // namespace gatepost
