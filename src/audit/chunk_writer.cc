#include "audit/chunk_writer.h"

#include <string_view>

namespace gatepost {
namespace {

template <size_t kSize>
std::string_view BytesOf(const std::array<uint8_t, kSize>& digest) {
  return {static_cast<const char*>(static_cast<const void*>(digest.data())), kSize};
}

std::optional<int64_t> SecondsOf(const std::optional<Time>& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

int64_t Number(uint64_t number) { return static_cast<int64_t>(number); }

}  // namespace

Status ChunkWriter::Add(int64_t input, const ChunkOutcome& chunk) {
  const Result<bool> is_kept = IsKept(input, chunk.number);
  if (!is_kept) return Fail(is_kept.error());
  if (*is_kept) return {};
  if (tallied_input_ != input) tallies_.clear();
  tallied_input_ = input;
  Counts counts;
  for (const PostOutcome& outcome : chunk.posts) {
    if (Status status = AddPost(input, outcome, counts); !status) return status;
  }
  for (const AuditProblem& problem : chunk.problems) {
    if (Status status = AddProblem(std::nullopt, input, problem); !status) return status;
  }
  return statements_.Write("INSERT INTO chunks VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                           [&](SqliteStatement& row) {
                             row.Bind(1, input).Bind(2, Number(chunk.number));
                             row.Bind(3, counts.posts).Bind(4, counts.duplicates);
                             row.Bind(5, counts.text_bytes).Bind(6, int64_t{chunk.has_threads});
                           });
}

Result<bool> ChunkWriter::IsKept(int64_t input, uint64_t number) {
  bool is_kept = false;
  const Status status = statements_.Read(
      "SELECT 1 FROM chunks WHERE input = ?1 AND number = ?2",
      [&](SqliteStatement& row) { row.Bind(1, input).Bind(2, Number(number)); },
      [&](const SqliteStatement&) -> Status {
        is_kept = true;
        return {};
      });
  if (!status) return Fail(status.error());
  return is_kept;
}

Status ChunkWriter::AddPost(int64_t input, const PostOutcome& outcome, Counts& counts) {
  const Result<Seen> seen = See(input, outcome);
  if (!seen) return Fail(seen.error());
  ++counts.posts;
  counts.text_bytes += Number(outcome.bytes);
  if (*seen != Seen::kNew) ++counts.duplicates;
  for (const AuditProblem& problem : outcome.problems) {
    if (Status status = AddProblem(std::nullopt, input, problem); !status) return status;
  }
  if (*seen != Seen::kNew && outcome.post.visibility != Visibility::kUnknown) {
    if (Status status = UpdateVisibility(outcome); !status) return status;
  }
  if (*seen == Seen::kBefore || outcome.findings.empty()) return {};
  return AddFindings(input, outcome, *seen);
}

Result<ChunkWriter::Seen> ChunkWriter::See(int64_t input, const PostOutcome& outcome) {
  Seen seen = Seen::kNew;
  const Status looked = statements_.Read(
      "SELECT text = ?2 FROM seen WHERE post = ?1",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(outcome.key.post)).BindBlob(2, BytesOf(outcome.key.text));
      },
      [&](const SqliteStatement& row) -> Status {
        if (row.Integer(0) != 0) seen = Seen::kBefore;
        if (seen == Seen::kNew) seen = Seen::kNewText;
        return {};
      });
  if (!looked) return Fail(looked.error());
  if (seen == Seen::kBefore) return seen;
  std::optional<int64_t> tally;
  if (seen == Seen::kNew) {
    const Result<int64_t> counted = TallyOf(input, outcome.post);
    if (!counted) return Fail(counted.error());
    tally = *counted;
    if (Status status = Count(*tally, outcome.bytes); !status) return Fail(status.error());
  }
  const Status status =
      statements_.Write("INSERT INTO seen VALUES (?1, ?2, ?3, ?4, ?5)", [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(outcome.key.post)).BindBlob(2, BytesOf(outcome.key.text));
        row.Bind(3, input).Bind(4, tally).Bind(5, Number(outcome.bytes));
      });
  if (!status) return Fail(status.error());
  return seen;
}

Result<int64_t> ChunkWriter::TallyOf(int64_t input, const AuditPost& post) {
  const TallyKey key{post.account, post.source, MonthOf(post.published), post.verdict};
  const auto known = tallies_.find(key);
  if (known != tallies_.end()) return known->second;
  const auto bind = [&](SqliteStatement& row) {
    row.Bind(1, input).Bind(2, post.account).Bind(3, post.source);
    row.Bind(4, std::get<2>(key)).Bind(5, post.verdict);
  };
  Status status = statements_.Write(
      "INSERT OR IGNORE INTO tallies (input, account, source, month, verdict, posts, bytes) "
      "VALUES (?1, ?2, ?3, ?4, ?5, 0, 0)",
      bind);
  if (!status) return Fail(status.error());
  int64_t id = 0;
  status = statements_.Read(
      "SELECT id FROM tallies WHERE input = ?1 AND account = ?2 AND source = ?3 AND month = ?4 AND "
      "verdict = ?5",
      bind, [&](const SqliteStatement& row) -> Status {
        id = row.Integer(0);
        return {};
      });
  if (!status) return Fail(status.error());
  tallies_.emplace(key, id);
  return id;
}

Status ChunkWriter::Count(int64_t tally, uint64_t bytes) {
  return statements_.Write(
      "UPDATE tallies SET posts = posts + 1, bytes = bytes + ?2 WHERE id = ?1",
      [&](SqliteStatement& row) { row.Bind(1, tally).Bind(2, Number(bytes)); });
}

Status ChunkWriter::AddFindings(int64_t input, const PostOutcome& outcome, Seen seen) {
  std::optional<int64_t> post;
  int64_t number = 0;
  for (const AuditFinding& finding : outcome.findings) {
    if (seen == Seen::kNewText) {
      const Result<bool> is_known = HasFinding(outcome, finding);
      if (!is_known) return Fail(is_known.error());
      if (*is_known) continue;
    }
    if (!post) {
      const Result<int64_t> added = AddPostRow(input, outcome);
      if (!added) return Fail(added.error());
      post = *added;
    }
    if (Status status = AddFinding(*post, number++, finding); !status) return status;
  }
  return {};
}

// An edited post is one post: what an earlier text of it gave away counts once.
Result<bool> ChunkWriter::HasFinding(const PostOutcome& outcome, const AuditFinding& finding) {
  bool has_finding = false;
  const Status status = statements_.Read(
      "SELECT 1 FROM posts JOIN findings ON findings.post = posts.id WHERE posts.key = ?1 AND "
      "posts.text_key <> ?2 AND pattern = ?3 AND masked = ?4 AND fingerprint = ?5 AND field = ?6",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(outcome.key.post)).BindBlob(2, BytesOf(outcome.key.text));
        row.Bind(3, finding.pattern).Bind(4, finding.masked).Bind(5, finding.fingerprint);
        row.Bind(6, NameOf(finding.field));
      },
      [&](const SqliteStatement&) -> Status {
        has_finding = true;
        return {};
      });
  if (!status) return Fail(status.error());
  return has_finding;
}

Result<int64_t> ChunkWriter::AddPostRow(int64_t input, const PostOutcome& outcome) {
  const AuditPost& post = outcome.post;
  int64_t id = 0;
  const Status status = statements_.Read(
      "INSERT INTO posts (key, text_key, ref, input, path, record, line, source, account, channel, "
      "post_id, url, thread, kind, published, verdict, visibility, visibility_source, text) VALUES "
      "(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19) "
      "RETURNING id",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(outcome.key.post)).BindBlob(2, BytesOf(outcome.key.text));
        row.Bind(3, post.ref).Bind(4, input).Bind(5, post.path).Bind(6, Number(post.record));
        row.Bind(7, int64_t{post.line}).Bind(8, post.source).Bind(9, post.account);
        row.Bind(10, post.channel).Bind(11, post.post_id).Bind(12, post.url);
        row.Bind(13, post.thread).Bind(14, NameOf(post.kind)).Bind(15, SecondsOf(post.published));
        row.Bind(16, post.verdict).Bind(17, NameOf(post.visibility));
        row.Bind(18, post.visibility_source).Bind(19, post.text);
      },
      [&](const SqliteStatement& row) -> Status {
        id = row.Integer(0);
        return {};
      });
  if (!status) return Fail(status.error());
  return id;
}

Status ChunkWriter::AddFinding(int64_t post, int64_t number, const AuditFinding& finding) {
  return statements_.Write(
      "INSERT INTO findings (post, number, pattern, name, category, severity, action, band, score, "
      "field, nth, byte_begin, byte_end, char_begin, char_end, utf16_begin, utf16_end, text_line, "
      "text_column, masked, fingerprint, labels, reasons, advice) VALUES (?1, ?2, ?3, ?4, ?5, ?6, "
      "?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)",
      [&](SqliteStatement& row) {
        row.Bind(1, post).Bind(2, number).Bind(3, finding.pattern).Bind(4, finding.name);
        row.Bind(5, finding.category).Bind(6, finding.severity).Bind(7, finding.action);
        row.Bind(8, finding.band).Bind(9, int64_t{finding.score}).Bind(10, NameOf(finding.field));
        row.Bind(11, int64_t{finding.nth});
        int parameter = 12;
        for (const Span span : {finding.bytes, finding.codepoints, finding.utf16}) {
          row.Bind(parameter++, int64_t{span.begin});
          row.Bind(parameter++, int64_t{span.end});
        }
        row.Bind(18, int64_t{finding.text_line}).Bind(19, int64_t{finding.text_column});
        row.Bind(20, finding.masked).Bind(21, finding.fingerprint).Bind(22, finding.labels);
        row.Bind(23, finding.reasons).Bind(24, finding.advice);
      });
}

Status ChunkWriter::UpdateVisibility(const PostOutcome& outcome) {
  return statements_.Write(
      "UPDATE posts SET visibility = ?2, visibility_source = ?3 WHERE key = ?1",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(outcome.key.post)).Bind(2, NameOf(outcome.post.visibility));
        row.Bind(3, outcome.post.visibility_source);
      });
}

Status ChunkWriter::AddProblem(std::optional<int64_t> run, std::optional<int64_t> input,
                               const AuditProblem& problem) {
  const Problem& what = problem.problem;
  return statements_.Write(
      "INSERT INTO problems (run, input, path, post, kind, code, message, file, line, col, count) "
      "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
      [&](SqliteStatement& row) {
        row.Bind(1, run).Bind(2, input).Bind(3, problem.path).Bind(4, problem.post);
        row.Bind(5, what.kind == ProblemKind::kUnread ? "unread" : "note").Bind(6, what.code);
        row.Bind(7, what.message).Bind(8, what.where.file);
        row.Bind(9, int64_t{what.where.line}).Bind(10, int64_t{what.where.column});
        row.Bind(11, Number(problem.count));
      });
}

}  // namespace gatepost
