#include "audit/store_forget.h"

#include "audit/audit_record.h"

namespace gatepost {
namespace {

// The log is copied into the file and cut off. Who still reads an older state keeps it there, which
// SQLite tells in a row.
Status CutLogOff(const Sqlite& database) {
  const auto is_busy = database.QueryInteger("PRAGMA wal_checkpoint(TRUNCATE)");
  if (!is_busy) return Fail(is_busy.error());
  if (is_busy->value_or(0) == 0) return {};
  return Fail(ErrorCode::kUnreadable,
              "what was to be removed is, but the store is being read by another process, and "
              "traces stay as long as it is. Run the same command again when that has ended.",
              {database.path()});
}

// The file is written anew, without what was deleted. Copies of it are made in a temporary file,
// which has no name: in memory it may have no room.
Status LeaveNoTrace(const Sqlite& database) {
  Status status = CutLogOff(database);
  if (!status) return status;
  status = database.Execute("PRAGMA temp_store = FILE; VACUUM");
  const Status restored = database.Execute("PRAGMA temp_store = MEMORY");
  if (status) status = restored;
  return status ? CutLogOff(database) : status;
}

// Of all texts that the posts had, whichever of them the finding was noted with.
constexpr const char* kDropTexts =
    "UPDATE posts SET text = '' WHERE text <> '' AND key IN (SELECT key FROM posts JOIN findings "
    "ON post = posts.id WHERE fingerprint = ?1 AND fingerprint <> '')";

Result<std::vector<int64_t>> PostsWith(Statements& statements, const std::string& fingerprint) {
  std::vector<int64_t> posts;
  const Status status = statements.Read(
      "SELECT DISTINCT post FROM findings WHERE fingerprint = ?1 AND fingerprint <> ''",
      [&](SqliteStatement& row) { row.Bind(1, fingerprint); },
      [&](const SqliteStatement& row) -> Status {
        posts.push_back(row.Integer(0));
        return {};
      });
  if (!status) return Fail(status.error());
  return posts;
}

// A post of which nothing is left but what it was together with others.
Status DropEmptied(Statements& statements, int64_t post) {
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, post); };
  Status status = statements.Write(
      "UPDATE problems SET post = '' WHERE post <> '' AND post = (SELECT post_id FROM posts WHERE "
      "id = ?1 AND NOT EXISTS (SELECT 1 FROM findings WHERE findings.post = posts.id AND pattern "
      "<> 'policy.combination'))",
      bind);
  if (!status) return status;
  return statements.Write(
      "DELETE FROM posts WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM findings WHERE post = "
      "posts.id AND pattern <> 'policy.combination')",
      bind);
}

Status ForgetOne(const Sqlite& database, Statements& statements, const std::string& fingerprint,
                 uint64_t& findings) {
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, fingerprint); };
  const Result<std::vector<int64_t>> posts = PostsWith(statements, fingerprint);
  if (!posts) return Fail(posts.error());
  Status status = statements.Write(kDropTexts, bind);
  if (!status) return status;
  status =
      statements.Write("DELETE FROM findings WHERE fingerprint = ?1 AND fingerprint <> ''", bind);
  if (!status) return status;
  findings += static_cast<uint64_t>(database.changes());
  for (const int64_t post : *posts) {
    if (status = DropEmptied(statements, post); !status) return status;
  }
  return statements.Write("DELETE FROM decisions WHERE fingerprint = ?1", bind);
}

// All that is of posts published before, with the findings counted.
Status DropBefore(const Sqlite& database, Statements& statements, Time before, uint64_t& findings) {
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, before.time_since_epoch().count()); };
  // A decision that is about nothing else goes with the posts.
  Status status = statements.Write(
      "DELETE FROM decisions WHERE fingerprint IN (SELECT fingerprint FROM findings JOIN posts ON "
      "posts.id = post WHERE published < ?1) AND fingerprint NOT IN (SELECT fingerprint FROM "
      "findings JOIN posts ON posts.id = post WHERE published >= ?1 OR published IS NULL)",
      bind);
  if (!status) return status;
  status = statements.Write(
      "DELETE FROM findings WHERE post IN (SELECT id FROM posts WHERE published < ?1)", bind);
  if (!status) return status;
  findings = static_cast<uint64_t>(database.changes());
  for (const char* sql : {
           "DELETE FROM posts WHERE published < ?1",
           // Notes are counted, and of when the first of them was nothing is known.
           "UPDATE problems SET post = '' WHERE post <> '' AND (published < ?1 OR published IS "
           "NULL)",
       }) {
    if (status = statements.Write(sql, bind); !status) return status;
  }
  return status;
}

// Counts of whole months; that of `before` is kept.
Status DropTallies(Statements& statements, Time before) {
  const std::string month = MonthOf(before);
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, month); };
  Status status = statements.Write(
      "UPDATE seen SET tally = NULL WHERE tally IN (SELECT id FROM tallies WHERE month <> '' AND "
      "month < ?1)",
      bind);
  if (!status) return status;
  return statements.Write("DELETE FROM tallies WHERE month <> '' AND month < ?1", bind);
}

}  // namespace

Result<uint64_t> ForgetFingerprints(const Sqlite& database, Statements& statements,
                                    const std::vector<std::string>& fingerprints) {
  uint64_t findings = 0;
  Status status = database.InTransaction([&]() -> Status {
    for (const std::string& fingerprint : fingerprints) {
      // Findings that were made without a key all have the empty one.
      if (fingerprint.empty()) continue;
      Status forgotten = ForgetOne(database, statements, fingerprint, findings);
      if (!forgotten) return forgotten;
    }
    return {};
  });
  if (status) status = LeaveNoTrace(database);
  if (!status) return Fail(status.error());
  return findings;
}

Result<uint64_t> PurgeBefore(const Sqlite& database, Statements& statements, Time before) {
  uint64_t findings = 0;
  Status status = database.InTransaction([&]() -> Status {
    Status dropped = DropBefore(database, statements, before, findings);
    return dropped ? DropTallies(statements, before) : dropped;
  });
  if (status) status = LeaveNoTrace(database);
  if (!status) return Fail(status.error());
  return findings;
}

}  // namespace gatepost
