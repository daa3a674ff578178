#include "audit/store_merge.h"

#include <cstdint>
#include <vector>

#include "audit/statements.h"
#include "audit/store_schema.h"

namespace gatepost {
namespace {

// The other store's inputs that are wanted: those that are not here, or not whole.
struct OtherInput {
  int64_t id = 0;
  int64_t run = 0;
  std::string hash;
};

class Merge {
 public:
  Merge(const Sqlite& database, Statements& statements)
      : database_(database), statements_(statements) {}

  // All of it, within a transaction.
  Status Run() {
    std::vector<OtherInput> inputs;
    Status status = statements_.Read(
        "SELECT o.id, o.run, o.hash FROM other.inputs o LEFT JOIN main.inputs m ON m.hash = o.hash "
        "WHERE m.id IS NULL OR (m.state <> 'complete' AND o.state = 'complete') ORDER BY o.id",
        [&](const SqliteStatement& row) -> Status {
          inputs.push_back({row.Integer(0), row.Integer(1), std::string(row.Text(2))});
          return {};
        });
    if (!status) return status;
    for (const OtherInput& input : inputs) {
      if (status = AddInput(input); !status) return status;
    }
    return AddDecisions();
  }

 private:
  Status AddInput(const OtherInput& other) {
    Status status = statements_.Write("DELETE FROM main.inputs WHERE hash = ?1",
                                      [&](SqliteStatement& row) { row.Bind(1, other.hash); });
    if (!status) return status;
    const Result<int64_t> run = RunLike(other.run);
    if (!run) return Fail(run.error());
    status = statements_.Write(
        "INSERT INTO main.inputs (run, name, hash, basis, bytes, state) SELECT ?2, name, hash, "
        "basis, bytes, state FROM other.inputs WHERE id = ?1",
        [&](SqliteStatement& row) { row.Bind(1, other.id).Bind(2, *run); });
    if (!status) return status;
    from_ = other.id;
    to_ = database_.last_insert_id();
    return AddContents();
  }

  // The run here that is the other's, added if it is not here.
  Result<int64_t> RunLike(int64_t other) {
    int64_t run = 0;
    const auto find = [&]() {
      return statements_.Read(
          "SELECT m.id FROM main.runs m JOIN other.runs o ON m.started = o.started AND m.set_hash "
          "= "
          "o.set_hash AND m.policy_hash = o.policy_hash AND m.key_id = o.key_id AND m.gatepost = "
          "o.gatepost WHERE o.id = ?1",
          [&](SqliteStatement& row) { row.Bind(1, other); },
          [&](const SqliteStatement& row) -> Status {
            run = row.Integer(0);
            return {};
          });
    };
    if (Status status = find(); !status) return Fail(status.error());
    if (run != 0) return run;
    Status status = statements_.Write(
        "INSERT INTO main.runs (started, ended, gatepost, set_name, set_hash, policy_name, "
        "policy_hash, key_id, as_of) SELECT started, ended, gatepost, set_name, set_hash, "
        "policy_name, policy_hash, key_id, as_of FROM other.runs WHERE id = ?1",
        [&](SqliteStatement& row) { row.Bind(1, other); });
    if (!status) return Fail(status.error());
    run = database_.last_insert_id();
    status = statements_.Write(
        "INSERT INTO main.problems (run, path, post, kind, code, message, file, line, col, count) "
        "SELECT ?2, path, post, kind, code, message, file, line, col, count FROM other.problems "
        "WHERE run = ?1",
        [&](SqliteStatement& row) { row.Bind(1, other).Bind(2, run); });
    if (!status) return Fail(status.error());
    return run;
  }

  Status Step(const char* sql) {
    return statements_.Write(sql, [&](SqliteStatement& row) { row.Bind(1, from_).Bind(2, to_); });
  }

  // In an order in which each step still sees which posts were here before.
  Status AddContents() {
    for (
        const char* sql : {
            "INSERT INTO main.chunks SELECT ?2, number, posts, duplicates, text_bytes, has_threads "
            "FROM other.chunks WHERE input = ?1",
            "INSERT INTO main.files SELECT ?2, path, format, state, posts, declared, account FROM "
            "other.files WHERE input = ?1 ORDER BY rowid",
            "INSERT INTO main.problems (input, path, post, kind, code, message, file, line, col, "
            "count) SELECT ?2, path, post, kind, code, message, file, line, col, count FROM "
            "other.problems WHERE input = ?1 ORDER BY id",
            "INSERT INTO main.tallies (input, account, source, month, verdict, posts, bytes) "
            "SELECT "
            "?2, account, source, month, verdict, posts, bytes FROM other.tallies WHERE input = ?1",
        }) {
      if (Status status = Step(sql); !status) return status;
    }
    if (Status status = AddFindings(); !status) return status;
    if (Status status = CountOnce(); !status) return status;
    return Step(
        "INSERT OR IGNORE INTO main.seen SELECT o.post, o.text, ?2, CASE WHEN EXISTS (SELECT 1 "
        "FROM "
        "main.seen m WHERE m.post = o.post) THEN NULL ELSE t.id END, o.bytes FROM other.seen o "
        "LEFT "
        "JOIN other.tallies u ON u.id = o.tally LEFT JOIN main.tallies t ON t.input = ?2 AND "
        "t.account = u.account AND t.source = u.source AND t.month = u.month AND t.verdict = "
        "u.verdict WHERE o.input = ?1 ORDER BY o.tally IS NULL");
  }

  // Findings of posts, and of texts of posts, that are not here.
  Status AddFindings() {
    Status status = Step(
        "UPDATE main.posts SET visibility = o.visibility, visibility_source = o.visibility_source "
        "FROM other.posts o WHERE o.input = ?1 AND ?2 = ?2 AND o.key = main.posts.key AND "
        "o.visibility <> 'unknown'");
    if (!status) return status;
    status = Step(
        "INSERT INTO main.posts (key, text_key, ref, input, path, record, line, source, account, "
        "channel, post_id, url, thread, kind, published, verdict, visibility, visibility_source, "
        "text) SELECT key, text_key, ref, ?2, path, record, line, source, account, channel, "
        "post_id, url, thread, kind, published, verdict, visibility, visibility_source, text FROM "
        "other.posts o WHERE o.input = ?1 AND NOT EXISTS (SELECT 1 FROM main.seen m WHERE m.post = "
        "o.key AND m.text = o.text_key) ORDER BY id");
    if (!status) return status;
    status = Step(
        "INSERT INTO main.findings (post, number, pattern, name, category, severity, action, band, "
        "score, field, nth, byte_begin, byte_end, char_begin, char_end, utf16_begin, utf16_end, "
        "text_line, text_column, masked, fingerprint, labels, reasons, advice) SELECT n.id, "
        "f.number, f.pattern, f.name, f.category, f.severity, f.action, f.band, f.score, f.field, "
        "f.nth, f.byte_begin, f.byte_end, f.char_begin, f.char_end, f.utf16_begin, f.utf16_end, "
        "f.text_line, f.text_column, f.masked, f.fingerprint, f.labels, f.reasons, f.advice FROM "
        "other.posts o JOIN main.posts n ON n.input = ?2 AND n.path = o.path AND n.record = "
        "o.record AND n.text_key = o.text_key JOIN other.findings f ON f.post = o.id WHERE o.input "
        "= ?1 AND NOT EXISTS (SELECT 1 FROM main.posts e JOIN main.findings g ON g.post = e.id "
        "WHERE e.key = o.key AND e.id <> n.id AND g.pattern = f.pattern AND g.masked = f.masked "
        "AND "
        "g.fingerprint = f.fingerprint AND g.field = f.field) ORDER BY o.id, f.number");
    if (!status) return status;
    return statements_.Write(
        "DELETE FROM main.posts WHERE input = ?1 AND NOT EXISTS (SELECT 1 FROM main.findings WHERE "
        "post = main.posts.id)",
        [&](SqliteStatement& row) { row.Bind(1, to_); });
  }

  // Posts that both stores have are counted where they were, and are duplicates in the new input.
  Status CountOnce() {
    Status status = Step(
        "UPDATE main.tallies SET posts = main.tallies.posts - d.posts, bytes = main.tallies.bytes "
        "- "
        "d.bytes FROM (SELECT u.account, u.source, u.month, u.verdict, count(*) AS posts, "
        "sum(o.bytes) AS bytes FROM other.seen o JOIN other.tallies u ON u.id = o.tally WHERE "
        "o.input = ?1 AND EXISTS (SELECT 1 FROM main.seen m WHERE m.post = o.post) GROUP BY 1, 2, "
        "3, 4) d WHERE main.tallies.input = ?2 AND main.tallies.account = d.account AND "
        "main.tallies.source = d.source AND main.tallies.month = d.month AND main.tallies.verdict "
        "= d.verdict");
    if (!status) return status;
    return Step(
        "UPDATE main.chunks SET duplicates = duplicates + (SELECT count(*) FROM other.seen o WHERE "
        "o.input = ?1 AND o.tally IS NOT NULL AND EXISTS (SELECT 1 FROM main.seen m WHERE m.post = "
        "o.post)) WHERE input = ?2 AND number = (SELECT min(number) FROM main.chunks WHERE input = "
        "?2)");
  }

  // The later decision about a value holds.
  Status AddDecisions() {
    return statements_.Write(
        "INSERT INTO main.decisions SELECT * FROM other.decisions WHERE true ON CONFLICT "
        "(fingerprint) DO UPDATE SET state = excluded.state, reason = excluded.reason, owner = "
        "excluded.owner, made = excluded.made, until = excluded.until WHERE excluded.made > made");
  }

  const Sqlite& database_;
  Statements& statements_;
  int64_t from_ = 0;  // the input there
  int64_t to_ = 0;    // and here
};

}  // namespace

Status MergeStore(const Sqlite& database, const std::string& path) {
  {
    const Result<Sqlite> other = Sqlite::Open(path, Sqlite::Mode::kExisting);
    if (!other) return Fail(other.error());
    if (Status status = PrepareStore(*other); !status) return status;
  }
  Result<SqliteStatement> attach = database.Prepare("ATTACH ?1 AS other");
  if (!attach) return Fail(attach.error());
  if (Status status = attach->Bind(1, path).Run(); !status) return status;
  Status status = database.Execute("BEGIN IMMEDIATE");
  if (status) {
    Statements statements(database);  // gone before the other store is
    status = Merge(database, statements).Run();
    const Status ended = database.Execute(status ? "COMMIT" : "ROLLBACK");
    if (status) status = ended;
  }
  const Status detached = database.Execute("DETACH other");
  return status ? detached : status;
}

}  // namespace gatepost
