#include "audit/store_forget.h"

#include "audit/audit_record.h"

namespace gatepost {
namespace {

// The file is written anew, without what was deleted, and the log is cut off.
Status LeaveNoTrace(const Sqlite& database) {
  return database.Execute(
      "PRAGMA wal_checkpoint(TRUNCATE); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
}

// Runs `change` in a transaction of its own; nothing is changed if it fails.
template <class Change>
Status Changed(const Sqlite& database, const Change& change) {
  if (Status status = database.Execute("BEGIN IMMEDIATE"); !status) return status;
  if (Status status = change(); !status) {
    static_cast<void>(database.Execute("ROLLBACK"));
    return status;
  }
  return database.Execute("COMMIT");
}

Status ForgetOne(const Sqlite& database, Statements& statements, const std::string& fingerprint,
                 uint64_t& findings) {
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, fingerprint); };
  // Other findings of the post stay, but its text may say the value.
  Status status = statements.Write(
      "UPDATE posts SET text = '' WHERE id IN (SELECT post FROM findings WHERE fingerprint = ?1)",
      bind);
  if (!status) return status;
  if (status = statements.Write("DELETE FROM findings WHERE fingerprint = ?1", bind); !status) {
    return status;
  }
  findings += static_cast<uint64_t>(database.changes());
  return statements.Write("DELETE FROM decisions WHERE fingerprint = ?1", bind);
}

}  // namespace

Result<uint64_t> ForgetFingerprints(const Sqlite& database, Statements& statements,
                                    const std::vector<std::string>& fingerprints) {
  uint64_t findings = 0;
  const Status status = Changed(database, [&]() -> Status {
    for (const std::string& fingerprint : fingerprints) {
      const Status forgotten = ForgetOne(database, statements, fingerprint, findings);
      if (!forgotten) return forgotten;
    }
    return statements.Write(
        "DELETE FROM posts WHERE NOT EXISTS (SELECT 1 FROM findings WHERE post = posts.id)");
  });
  if (!status) return Fail(status.error());
  if (const Status left = LeaveNoTrace(database); !left) return Fail(left.error());
  return findings;
}

Result<uint64_t> PurgeBefore(const Sqlite& database, Statements& statements, Time before) {
  uint64_t findings = 0;
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, before.time_since_epoch().count()); };
  const Status status = Changed(database, [&]() -> Status {
    // A decision that is about nothing else goes with the posts.
    Status step = statements.Write(
        "DELETE FROM decisions WHERE fingerprint IN (SELECT fingerprint FROM findings JOIN posts "
        "ON "
        "posts.id = post WHERE published < ?1) AND fingerprint NOT IN (SELECT fingerprint FROM "
        "findings JOIN posts ON posts.id = post WHERE published >= ?1 OR published IS NULL)",
        bind);
    if (!step) return step;
    step = statements.Write(
        "DELETE FROM findings WHERE post IN (SELECT id FROM posts WHERE published < ?1)", bind);
    if (!step) return step;
    findings = static_cast<uint64_t>(database.changes());
    if (step = statements.Write("DELETE FROM posts WHERE published < ?1", bind); !step) return step;
    // Counts of whole months; that of `before` is kept.
    return statements.Write(
        "DELETE FROM tallies WHERE month <> '' AND month < ?1",
        [&](SqliteStatement& row) { row.Bind(1, std::string_view(MonthOf(before))); });
  });
  if (!status) return Fail(status.error());
  if (const Status left = LeaveNoTrace(database); !left) return Fail(left.error());
  return findings;
}

}  // namespace gatepost
