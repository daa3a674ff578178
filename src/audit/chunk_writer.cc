#include "audit/chunk_writer.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <string_view>

#include "audit/store_rows.h"

namespace gatepost {
namespace {

// What is remembered at most, roughly: as much is done again if the audit is killed.
constexpr size_t kMaxPosts = 256 << 10;
constexpr uint64_t kMaxOutcomeBytes = 32 << 20;

constexpr int kNoMonth = std::numeric_limits<int>::min();

// Months since the year 0.
int MonthNumberOf(const std::optional<Time>& published) {
  if (!published) return kNoMonth;
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(*published));
  return static_cast<int>(day.year()) * 12 + static_cast<int>(static_cast<unsigned>(day.month())) -
         1;
}

std::string MonthTextOf(int number) {
  if (number == kNoMonth) return {};
  const std::chrono::year_month_day first(
      std::chrono::year(number / 12), std::chrono::month(static_cast<unsigned>(number % 12) + 1),
      std::chrono::day(1));
  return MonthOf(Time(std::chrono::sys_days(first)));
}

int64_t Number(uint64_t number) { return static_cast<int64_t>(number); }

// Orders keys as their table does, all but those that share it.
uint64_t BeginOf(const PostKey& key) {
  uint64_t begin = 0;
  for (size_t i = 0; i < sizeof begin; ++i) begin = begin << 8 | key.post[i];
  return begin;
}

uint64_t SizeOf(const PostOutcome& outcome) {
  return sizeof(PostOutcome) + outcome.post.text.size() +
         (outcome.findings.size() + outcome.problems.size()) * sizeof(AuditFinding) * 2;
}

}  // namespace

Status ChunkWriter::Take(int64_t input, const ChunkOutcome& chunk) {
  const Result<bool> is_wanted = IsWanted(input, chunk.number);
  if (!is_wanted) return Fail(is_wanted.error());
  if (!*is_wanted) return {};
  numbers_.emplace(input, chunk.number);
  chunks_.push_back({input, chunk.number, chunk.has_threads});
  for (const PostOutcome& outcome : chunk.posts) TakePost(outcome);
  for (const AuditProblem& problem : chunk.problems) {
    problems_.emplace_back(input, problem);
    outcome_bytes_ += sizeof(AuditProblem) * 2;
  }
  return {};
}

void ChunkWriter::TakeEnd(int64_t input, const std::vector<AuditFile>& files,
                          const std::vector<AuditProblem>& problems) {
  ends_.push_back({input, files, problems});
  outcome_bytes_ += sizeof(End) + files.size() * sizeof(AuditFile) * 2 +
                    problems.size() * sizeof(AuditProblem) * 2;
}

bool ChunkWriter::is_full() const {
  return posts_.size() >= kMaxPosts || outcome_bytes_ >= kMaxOutcomeBytes;
}

void ChunkWriter::Clear() {
  chunks_.clear();
  numbers_.clear();
  posts_.clear();
  outcomes_.clear();
  outcome_bytes_ = 0;
  visibility_sources_.clear();
  problems_.clear();
  tally_numbers_.clear();
  tallies_.clear();
  ends_.clear();
}

Result<bool> ChunkWriter::IsWanted(int64_t input, uint64_t number) {
  if (numbers_.contains({input, number})) return false;
  bool is_wanted = false;
  Status status = statements_.Read(
      "SELECT 1 FROM inputs WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM chunks WHERE input = ?1 "
      "AND number = ?2)",
      [&](SqliteStatement& row) { row.Bind(1, input).Bind(2, Number(number)); },
      [&](const SqliteStatement&) -> Status {
        is_wanted = true;
        return {};
      });
  if (!status) return Fail(status.error());
  return is_wanted;
}

void ChunkWriter::TakePost(const PostOutcome& outcome) {
  TakenPost& post = posts_.emplace_back();
  post.key = outcome.key;
  post.bytes = outcome.bytes;
  post.chunk = static_cast<uint32_t>(chunks_.size() - 1);
  post.tally = TallyOf(outcome.post);
  post.visibility = outcome.post.visibility;
  if (post.visibility != Visibility::kUnknown) {
    // Neighbours come from one file.
    const std::string& source = outcome.post.visibility_source;
    if (visibility_sources_.empty() || visibility_sources_.back() != source) {
      visibility_sources_.push_back(source);
    }
    post.visibility_source = static_cast<uint32_t>(visibility_sources_.size() - 1);
  }
  post.outcome = kNone;
  if (outcome.findings.empty() && outcome.problems.empty()) return;
  post.outcome = static_cast<uint32_t>(outcomes_.size());
  outcomes_.push_back(outcome);
  outcome_bytes_ += SizeOf(outcome);
}

uint32_t ChunkWriter::TallyOf(const AuditPost& post) {
  const int64_t input = chunks_.back().input;
  const int month = MonthNumberOf(post.published);
  const auto known = tally_numbers_.find(
      std::tuple<int64_t, int, std::string_view, std::string_view, std::string_view>(
          input, month, post.verdict, post.source, post.account));
  if (known != tally_numbers_.end()) return known->second;
  const auto number = static_cast<uint32_t>(tallies_.size());
  const auto added = tally_numbers_.emplace(
      TallyKey{input, month, post.verdict, post.source, post.account}, number);
  tallies_.push_back({&added.first->first});
  return number;
}

Status ChunkWriter::Write() {
  for (Chunk& chunk : chunks_) chunk.posts = chunk.duplicates = chunk.text_bytes = 0;
  for (Tally& tally : tallies_) tally.posts = tally.bytes = 0;
  Status status = MakeTallies();
  if (status) status = WriteKeys();
  if (status) status = WritePosts();
  if (status) status = WriteChunks();
  if (status) status = WriteTallies();
  for (const End& end : ends_) {
    if (status) status = WriteEnd(end);
  }
  return status;
}

Status ChunkWriter::MakeTallies() {
  for (Tally& tally : tallies_) {
    const auto& [input, month, verdict, source, account] = *tally.key;
    Status status = statements_.Read(
        "INSERT INTO tallies (input, account, source, month, verdict, posts, bytes) VALUES (?1, "
        "?2, ?3, ?4, ?5, 0, 0) ON CONFLICT DO UPDATE SET posts = posts RETURNING id",
        [&, &input = input, &month = month, &verdict = verdict, &source = source,
         &account = account](SqliteStatement& row) {
          row.Bind(1, input).Bind(2, account).Bind(3, source).Bind(4, MonthTextOf(month));
          row.Bind(5, verdict);
        },
        [&](const SqliteStatement& row) -> Status {
          tally.id = row.Integer(0);
          return {};
        });
    if (!status) return status;
  }
  return {};
}

// In the order of the keys; those of one post in that in which they came.
Status ChunkWriter::WriteKeys() {
  std::vector<std::pair<uint64_t, uint32_t>> order;
  order.reserve(posts_.size());
  for (uint32_t i = 0; i < posts_.size(); ++i) order.emplace_back(BeginOf(posts_[i].key), i);
  std::sort(order.begin(), order.end());
  for (const auto& [begin, number] : order) {
    TakenPost& post = posts_[number];
    Chunk& chunk = chunks_[post.chunk];
    Tally& tally = tallies_[post.tally];
    const Result<Seen> seen = seen_.Add({post.key, chunk.input, tally.id, Number(post.bytes)});
    if (!seen) return Fail(seen.error());
    post.seen = *seen;
    ++chunk.posts;
    chunk.text_bytes += Number(post.bytes);
    if (*seen == Seen::kNew) {
      ++tally.posts;
      tally.bytes += Number(post.bytes);
    } else {
      ++chunk.duplicates;
    }
  }
  return seen_.WriteOverlaps();
}

Status ChunkWriter::WritePosts() {
  for (const TakenPost& post : posts_) {
    if (Status status = WritePost(post); !status) return status;
  }
  for (const auto& [input, problem] : problems_) {
    if (Status status = AddProblemRow(statements_, {{}, input, {}}, problem); !status)
      return status;
  }
  return {};
}

Status ChunkWriter::WritePost(const TakenPost& post) {
  const int64_t input = chunks_[post.chunk].input;
  if (post.seen != Seen::kNew && post.visibility != Visibility::kUnknown) {
    Status status = NoteVisibility(statements_, post.key, post.visibility,
                                   visibility_sources_[post.visibility_source]);
    if (!status) return status;
  }
  if (post.outcome == kNone) return {};
  const PostOutcome& outcome = outcomes_[post.outcome];
  for (const AuditProblem& problem : outcome.problems) {
    const ProblemOwner owner{{}, input, outcome.post.published};
    if (Status status = AddProblemRow(statements_, owner, problem); !status) return status;
  }
  if (post.seen == Seen::kBefore || outcome.findings.empty()) return {};
  return AddFindingRows(statements_, input, outcome, post.seen == Seen::kNewText);
}

Status ChunkWriter::WriteChunks() {
  for (const Chunk& chunk : chunks_) {
    Status status = statements_.Write(
        "INSERT INTO chunks VALUES (?1, ?2, ?3, ?4, ?5, ?6)", [&](SqliteStatement& row) {
          row.Bind(1, chunk.input).Bind(2, Number(chunk.number)).Bind(3, chunk.posts);
          row.Bind(4, chunk.duplicates).Bind(5, chunk.text_bytes);
          row.Bind(6, int64_t{chunk.has_threads});
        });
    if (!status) return status;
  }
  return {};
}

Status ChunkWriter::WriteTallies() {
  for (const Tally& tally : tallies_) {
    Status status =
        tally.posts > 0
            ? statements_.Write(
                  "UPDATE tallies SET posts = posts + ?2, bytes = bytes + ?3 WHERE id = ?1",
                  [&](SqliteStatement& row) {
                    row.Bind(1, tally.id).Bind(2, tally.posts).Bind(3, tally.bytes);
                  })
            : statements_.Write("DELETE FROM tallies WHERE id = ?1 AND posts = 0",
                                [&](SqliteStatement& row) { row.Bind(1, tally.id); });
    if (!status) return status;
  }
  return {};
}

Status ChunkWriter::WriteEnd(const End& end) {
  // Unless it was ended before, or taken away; or others that it goes by were, and it is to be read
  // anew.
  Status status = statements_.Write(
      "UPDATE inputs SET state = 'complete' WHERE id = ?1 AND state <> 'complete' AND basis <> ''",
      [&](SqliteStatement& row) { row.Bind(1, end.input); });
  if (!status || database_.changes() == 0) return status;
  for (const AuditFile& file : end.files) {
    status = AddFileRow(statements_, end.input, file);
    if (!status) return status;
  }
  for (const AuditProblem& problem : end.problems) {
    status = AddProblemRow(statements_, {{}, end.input, {}}, problem);
    if (!status) return status;
  }
  return status;
}

}  // namespace gatepost
