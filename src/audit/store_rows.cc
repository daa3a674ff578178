#include "audit/store_rows.h"

namespace gatepost {
namespace {

std::optional<int64_t> SecondsOf(const std::optional<Time>& time) {
  if (!time) return std::nullopt;
  return time->time_since_epoch().count();
}

int64_t Number(uint64_t number) { return static_cast<int64_t>(number); }

// An edited post is one post: what an earlier text of it gave away counts once.
Result<bool> HasFinding(Statements& statements, const PostOutcome& outcome,
                        const AuditFinding& finding) {
  bool has_finding = false;
  const Status status = statements.Read(
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

Result<int64_t> AddPostRow(Statements& statements, int64_t input, const PostOutcome& outcome) {
  const AuditPost& post = outcome.post;
  int64_t id = 0;
  const Status status = statements.Read(
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

Status AddFindingRow(Statements& statements, int64_t post, int64_t number,
                     const AuditFinding& finding) {
  return statements.Write(
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

// A post that another text of it is known to be gone of is gone.
Status InheritVisibility(Statements& statements, int64_t post) {
  return statements.Write(
      "UPDATE posts SET visibility = other.visibility, visibility_source = other.visibility_source "
      "FROM posts AS other WHERE posts.id = ?1 AND other.key = posts.key AND other.id <> posts.id "
      "AND other.visibility = 'no' AND posts.visibility <> 'no'",
      [&](SqliteStatement& row) { row.Bind(1, post); });
}

}  // namespace

Status AddProblemRow(Statements& statements, const ProblemOwner& owner,
                     const AuditProblem& problem) {
  const Problem& what = problem.problem;
  return statements.Write(
      "INSERT INTO problems (run, input, path, post, published, kind, code, message, file, line, "
      "col, count) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
      [&](SqliteStatement& row) {
        row.Bind(1, owner.run).Bind(2, owner.input).Bind(3, problem.path).Bind(4, problem.post);
        row.Bind(5, SecondsOf(owner.published));
        row.Bind(6, what.kind == ProblemKind::kUnread ? "unread" : "note").Bind(7, what.code);
        row.Bind(8, what.message).Bind(9, what.where.file);
        row.Bind(10, int64_t{what.where.line}).Bind(11, int64_t{what.where.column});
        row.Bind(12, Number(problem.count));
      });
}

Status AddFindingRows(Statements& statements, int64_t input, const PostOutcome& outcome,
                      bool is_edited) {
  std::optional<int64_t> post;
  int64_t number = 0;
  for (const AuditFinding& finding : outcome.findings) {
    if (is_edited) {
      const Result<bool> is_known = HasFinding(statements, outcome, finding);
      if (!is_known) return Fail(is_known.error());
      if (*is_known) continue;
    }
    if (!post) {
      const Result<int64_t> added = AddPostRow(statements, input, outcome);
      if (!added) return Fail(added.error());
      post = *added;
    }
    if (Status status = AddFindingRow(statements, *post, number++, finding); !status) return status;
  }
  return post && is_edited ? InheritVisibility(statements, *post) : Status{};
}

Status NoteVisibility(Statements& statements, const PostKey& key, Visibility visibility,
                      std::string_view source) {
  return statements.Write(
      "UPDATE posts SET visibility = ?2, visibility_source = ?3 WHERE key = ?1 AND (visibility = "
      "'unknown' OR (visibility = 'yes' AND ?2 = 'no'))",
      [&](SqliteStatement& row) {
        row.BindBlob(1, BytesOf(key.post)).Bind(2, NameOf(visibility)).Bind(3, source);
      });
}

Status AddFileRow(Statements& statements, int64_t input, const AuditFile& file) {
  return statements.Write(
      "INSERT INTO files VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", [&](SqliteStatement& row) {
        row.Bind(1, input).Bind(2, file.path).Bind(3, file.format).Bind(4, NameOf(file.state));
        row.Bind(5, Number(file.posts)).BindNull(6).Bind(7, file.account);
        if (file.declared) row.Bind(6, Number(*file.declared));
      });
}

Status TakeInputAway(Statements& statements, int64_t input) {
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, input); };
  Status status = statements.Write(
      "UPDATE inputs SET state = 'unfinished', basis = '' WHERE id IN (SELECT input FROM overlaps "
      "WHERE owner = ?1)",
      bind);
  if (status) status = statements.Write("DELETE FROM inputs WHERE id = ?1", bind);
  return status;
}

Status RemoveUnowned(Statements& statements) {
  return statements.Write("DELETE FROM seen WHERE input NOT IN (SELECT id FROM inputs)");
}

Result<bool> NoteSameContent(Statements& statements, int64_t input, std::string_view hash) {
  std::optional<int64_t> stale;
  bool is_known = false;
  Status status = statements.Read(
      "SELECT other.id, other.state = 'complete' AND other.basis <> this.basis AND NOT EXISTS "
      "(SELECT 1 FROM problems WHERE input = other.id AND code = 'kept_as_it_was') FROM inputs "
      "other LEFT JOIN inputs this ON this.id = ?1 WHERE other.hash = ?2 AND other.id <> ?1",
      [&](SqliteStatement& row) { row.Bind(1, input).Bind(2, hash); },
      [&](const SqliteStatement& row) -> Status {
        is_known = true;
        if (row.Integer(1) != 0) stale = row.Integer(0);
        return {};
      });
  if (status && stale) {
    status = AddProblemRow(
        statements, {{}, stale, {}},
        {0,
         {},
         {},
         {ProblemKind::kUnread,
          "kept_as_it_was",
          "the same bytes came from a pipe again, under other patterns, another policy or other "
          "options, and what is kept is what they came to before. Save them to a file, and audit "
          "that.",
          {}}});
  }
  if (!status) return Fail(status.error());
  return is_known;
}

}  // namespace gatepost
