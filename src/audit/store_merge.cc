#include "audit/store_merge.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <system_error>

#include "audit/merged_input.h"
#include "audit/statements.h"
#include "audit/store_rows.h"
#include "audit/store_schema.h"

namespace gatepost {
namespace {

// The other store is attached as "other".
class Merge {
 public:
  Merge(const Sqlite& database, Statements& statements, const std::string& path)
      : statements_(statements), input_(database, statements), path_(path) {}

  // All of it, within a transaction.
  Status Run() {
    Result<std::vector<OtherInput>> inputs = FindWanted();
    if (!inputs) return Fail(inputs.error());
    // Before there is anything of the other one here.
    Status status = CompareKeys(!inputs->empty());
    if (status) status = RemoveUnowned(statements_);
    if (status) status = AddRuns();
    for (const OtherInput& input : *inputs) {
      if (status) status = input_.Add(input);
    }
    if (status) status = AddOverlaps();
    if (status) status = AddVisibility();
    if (status) status = AddDecisions();
    return status;
  }

  [[nodiscard]] const std::vector<Problem>& notes() const { return notes_; }

 private:
  using Names = std::set<std::string, std::less<>>;

  // Those that are not here, or not whole.
  Result<std::vector<OtherInput>> FindWanted() {
    std::vector<OtherInput> inputs;
    const Status status = statements_.Read(
        "SELECT o.id, o.hash, m.id FROM other.inputs o LEFT JOIN main.inputs m ON m.hash = o.hash "
        "WHERE m.id IS NULL OR (m.state <> 'complete' AND o.state = 'complete') ORDER BY o.id",
        [&](const SqliteStatement& row) -> Status {
          OtherInput& input = inputs.emplace_back();
          input.id = row.Integer(0);
          input.hash = row.Text(1);
          if (!row.IsNull(2)) input.unfinished = row.Integer(2);
          return {};
        });
    if (!status) return Fail(status.error());
    return inputs;
  }

  // What the keys of posts were made with: keys that runs name, or the store's salt.
  Result<Names> SecretsOf(const char* sql) {
    Names secrets;
    const Status status = statements_.Read(sql, [&](const SqliteStatement& row) -> Status {
      secrets.emplace(row.Blob(0));
      return {};
    });
    if (!status) return Fail(status.error());
    return secrets;
  }

  Status CompareKeys(bool adds_inputs) {
    Result<Names> ours = SecretsOf(
        "SELECT DISTINCT CASE key_id WHEN '' THEN (SELECT value FROM main.meta WHERE name = "
        "'salt') ELSE key_id END FROM main.inputs i JOIN main.runs r ON r.id = i.run");
    if (!ours) return Fail(ours.error());
    const Result<Names> theirs = SecretsOf(
        "SELECT DISTINCT CASE key_id WHEN '' THEN (SELECT value FROM other.meta WHERE name = "
        "'salt') ELSE key_id END FROM other.inputs i JOIN other.runs r ON r.id = i.run");
    if (!theirs) return Fail(theirs.error());
    if (ours->empty()) return AdoptSalt();
    ours->insert(theirs->begin(), theirs->end());
    if (!adds_inputs || ours->size() < 2) return {};
    return AddNote({ProblemKind::kNote,
                    "posts_not_recognised",
                    "was merged into this store, and posts that both have may count twice: they "
                    "were audited under different keys, or without one. To have such posts count "
                    "once, audit with the same key file.",
                    {path_, 0, 0}});
  }

  // A store without audits of its own becomes one like the other.
  Status AdoptSalt() {
    return statements_.Write(
        "UPDATE main.meta SET value = (SELECT value FROM other.meta WHERE name = 'salt') WHERE "
        "name = 'salt'");
  }

  Status AddNote(Problem note) {
    notes_.push_back(note);
    Status status = statements_.Write(
        "DELETE FROM main.problems WHERE code = ?1 AND file = ?2 AND run IS NULL AND input IS NULL",
        [&](SqliteStatement& row) { row.Bind(1, note.code).Bind(2, note.where.file); });
    if (!status) return status;
    return AddProblemRow(statements_, {}, {0, {}, {}, std::move(note)});
  }

  // Runs are the same if their tokens are: one may have gone on there, or here.
  Status AddRuns() {
    for (const char* sql : {
             "INSERT INTO main.runs (token, started, ended, gatepost, set_name, set_hash, "
             "policy_name, policy_hash, key_id, as_of) SELECT token, started, ended, gatepost, "
             "set_name, set_hash, policy_name, policy_hash, key_id, as_of FROM other.runs o WHERE "
             "NOT EXISTS (SELECT 1 FROM main.runs m WHERE m.token = o.token) ORDER BY o.id",
             "UPDATE main.runs SET ended = o.ended FROM other.runs o WHERE o.token = "
             "main.runs.token AND main.runs.ended IS NULL",
             "INSERT INTO main.problems (run, path, post, published, kind, code, message, file, "
             "line, col, count) SELECT m.id, p.path, p.post, p.published, p.kind, p.code, "
             "p.message, p.file, p.line, p.col, p.count FROM other.problems p JOIN other.runs o ON "
             "o.id = p.run JOIN main.runs m ON m.token = o.token WHERE NOT EXISTS (SELECT 1 FROM "
             "main.problems q WHERE q.run = m.id AND q.path = p.path AND q.code = p.code AND "
             "q.message = p.message AND q.file = p.file AND q.line = p.line) ORDER BY p.id",
         }) {
      if (Status status = statements_.Write(sql); !status) return status;
    }
    return {};
  }

  // Those among the inputs of the other store that are here.
  Status AddOverlaps() {
    return statements_.Write(
        "INSERT OR IGNORE INTO main.overlaps SELECT m.id, n.id FROM other.overlaps x JOIN "
        "other.inputs o ON o.id = x.owner JOIN other.inputs p ON p.id = x.input JOIN main.inputs m "
        "ON m.hash = o.hash JOIN main.inputs n ON n.hash = p.hash");
  }

  // Gone is gone, whoever knows it.
  Status AddVisibility() {
    for (const char* sql : {
             "UPDATE main.posts SET visibility = 'no', visibility_source = o.source FROM (SELECT "
             "key, min(visibility_source) AS source FROM other.posts WHERE visibility = 'no' GROUP "
             "BY key) o WHERE o.key = main.posts.key AND main.posts.visibility <> 'no'",
             "UPDATE main.posts SET visibility = 'yes', visibility_source = o.source FROM (SELECT "
             "key, min(visibility_source) AS source FROM other.posts WHERE visibility = 'yes' "
             "GROUP BY key) o WHERE o.key = main.posts.key AND main.posts.visibility = 'unknown'",
             "UPDATE main.posts SET visibility = 'no', visibility_source = o.source FROM (SELECT "
             "key, min(visibility_source) AS source FROM main.posts WHERE visibility = 'no' GROUP "
             "BY key) o WHERE o.key = main.posts.key AND main.posts.visibility <> 'no'",
         }) {
      if (Status status = statements_.Write(sql); !status) return status;
    }
    return {};
  }

  // The later decision about a value holds; of one day, it is the same whichever store is merged
  // into which.
  Status AddDecisions() {
    return statements_.Write(
        "INSERT INTO main.decisions SELECT * FROM other.decisions WHERE true ON CONFLICT "
        "(fingerprint) DO UPDATE SET state = excluded.state, reason = excluded.reason, owner = "
        "excluded.owner, made = excluded.made, until = excluded.until WHERE (excluded.made, "
        "excluded.state, excluded.reason, excluded.owner) > (made, state, reason, owner)");
  }

  Statements& statements_;
  MergedInput input_;
  const std::string& path_;
  std::vector<Problem> notes_;
};

Status CheckOther(const Sqlite& database, const std::string& path) {
  std::error_code unknown;
  if (std::filesystem::equivalent(database.path(), path, unknown)) {
    return Fail(ErrorCode::kUsage, "cannot be merged into itself. Name another store.", {path});
  }
  const Result<Sqlite> other = Sqlite::Open(path, Sqlite::Mode::kExisting);
  if (!other) return Fail(other.error());
  return PrepareStore(*other, false);
}

Status Attach(const Sqlite& database, const std::string& path) {
  Result<SqliteStatement> attach = database.Prepare("ATTACH ?1 AS other");
  if (!attach) return Fail(attach.error());
  const bool is_plain = path.find('/') == std::string::npos;
  return attach->Bind(1, is_plain ? "./" + path : path).Run();
}

}  // namespace

Result<std::vector<Problem>> MergeStore(const Sqlite& database, const std::string& path) {
  Status status = CheckOther(database, path);
  if (status) status = Attach(database, path);
  if (!status) return Fail(status.error());
  std::vector<Problem> notes;
  {
    Statements statements(database);  // gone before the other store is
    Merge merge(database, statements, path);
    // An audit may go on writing to the other one.
    status = database.InTransaction([&] { return merge.Run(); }, Sqlite::Locking::kWhenWritten);
    notes = merge.notes();
  }
  const Status detached = database.Execute("DETACH other");
  if (status) status = detached;
  if (status) return notes;
  Error error = status.error();
  error.where.file = database.path() + ", taking in " + path;
  return Fail(std::move(error));
}

}  // namespace gatepost
