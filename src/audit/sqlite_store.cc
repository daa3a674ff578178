#include "audit/sqlite_store.h"

#include <algorithm>
#include <utility>

#include "audit/store_forget.h"
#include "audit/store_merge.h"
#include "audit/store_reader.h"
#include "audit/store_rows.h"
#include "audit/store_schema.h"
#include "audit/store_visibility.h"

namespace gatepost {
namespace {

// SHA-256 in hex. Another name stands for an input that is not read to its end yet.
constexpr size_t kHashDigits = 64;

int64_t DaysOf(std::chrono::sys_days day) { return day.time_since_epoch().count(); }
int64_t SecondsOf(Time time) { return time.time_since_epoch().count(); }

}  // namespace

Result<std::unique_ptr<SqliteStore>> SqliteStore::Open(const std::string& path, Access access) {
  const bool makes = access == Access::kAudit;
  Result<Sqlite> database =
      Sqlite::Open(path, makes ? Sqlite::Mode::kCreate : Sqlite::Mode::kExisting);
  if (!database) return Fail(database.error());
  std::optional<StoreLock> lock;
  if (access != Access::kRead) {
    Result<StoreLock> taken = StoreLock::Take(path);
    if (!taken) return Fail(taken.error());
    lock.emplace(std::move(*taken));
  }
  Status status = PrepareStore(*database, makes);
  if (status && access == Access::kRead) {
    status = database->Execute("PRAGMA query_only = ON; BEGIN; SELECT name FROM meta");
  }
  if (!status) return Fail(status.error());
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(lock), std::move(*database)));
}

SqliteStore::SqliteStore(std::optional<StoreLock> lock, Sqlite database)
    : lock_(std::move(lock)),
      database_(std::make_unique<const Sqlite>(std::move(database))),
      statements_(*database_),
      chunks_(*database_, statements_) {}

template <class Change>
Status SqliteStore::Write(const Change& change) {
  if (Status status = Flush(); !status) return status;
  return database_->InTransaction(change);
}

Status SqliteStore::Flush() { return WriteWaiting(); }

Status SqliteStore::WriteWaiting() const {
  if (chunks_.is_empty()) return {};
  Status status = database_->InTransaction([&] { return chunks_.Write(); });
  if (status) chunks_.Clear();
  return status;
}

Status SqliteStore::MakeRoom() { return chunks_.is_full() ? Flush() : Status{}; }

Statements& SqliteStore::ForReading() const {
  static_cast<void>(WriteWaiting());
  return statements_;
}

Result<AuditRun> SqliteStore::BeginRun(const AuditRun& run) {
  const Result<std::vector<AuditRun>> runs = Runs();
  if (!runs) return Fail(runs.error());
  if (const auto unfinished = UnfinishedRun(*runs, run)) return *unfinished;
  const Status status = Write([&] {
    return statements_.Write(
        "INSERT INTO runs (started, gatepost, set_name, set_hash, policy_name, policy_hash, "
        "key_id, as_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        [&](SqliteStatement& row) {
          row.Bind(1, SecondsOf(run.started)).Bind(2, run.gatepost).Bind(3, run.set_name);
          row.Bind(4, run.set_hash).Bind(5, run.policy_name).Bind(6, run.policy_hash);
          row.Bind(7, run.key_id).Bind(8, DaysOf(run.as_of));
        });
  });
  if (!status) return Fail(status.error());
  AuditRun begun = run;
  begun.id = database_->last_insert_id();
  begun.ended = std::nullopt;
  return begun;
}

Status SqliteStore::EndRun(int64_t run, Time ended) {
  Status status = Write([&]() -> Status {
    if (has_taken_away_) {
      if (Status pruned = RemoveUnowned(statements_); !pruned) return pruned;
    }
    return statements_.Write("UPDATE runs SET ended = ?2 WHERE id = ?1", [&](SqliteStatement& row) {
      row.Bind(1, run).Bind(2, SecondsOf(ended));
    });
  });
  if (status) has_taken_away_ = false;
  return status;
}

Result<AuditInput> SqliteStore::BeginInput(const AuditInput& input, std::string_view basis) {
  const Result<std::optional<int64_t>> unlike = FindUnlike(input.hash, basis);
  if (!unlike) return Fail(unlike.error());
  // What waits may be its.
  Status status = *unlike ? Flush() : Status{};
  if (!status) return Fail(status.error());
  status = database_->InTransaction([&]() -> Status {
    if (*unlike) {
      if (Status taken = TakeInputAway(statements_, **unlike); !taken) return taken;
      has_taken_away_ = true;
    }
    return statements_.Write(
        "INSERT INTO inputs (run, name, hash, basis, bytes, state) VALUES (?1, ?2, ?3, ?4, ?5, "
        "'unfinished') ON CONFLICT (hash) DO UPDATE SET run = excluded.run",
        [&](SqliteStatement& row) {
          row.Bind(1, input.run).Bind(2, input.name).Bind(3, input.hash).Bind(4, basis);
          row.Bind(5, static_cast<int64_t>(input.bytes));
        });
  });
  if (!status) return Fail(status.error());
  return ReadInput(statements_, input.hash);
}

Result<std::optional<int64_t>> SqliteStore::FindUnlike(std::string_view hash,
                                                       std::string_view basis) const {
  std::optional<int64_t> unlike;
  const Status status = statements_.Read(
      "SELECT id, basis FROM inputs WHERE hash = ?1",
      [&](SqliteStatement& row) { row.Bind(1, hash); },
      [&](const SqliteStatement& row) -> Status {
        // What was read of a pipe cannot be gone on with: its bytes are gone.
        if (row.Text(1) != basis || hash.size() != kHashDigits) unlike = row.Integer(0);
        return {};
      });
  if (!status) return Fail(status.error());
  return unlike;
}

Result<std::vector<Store::KeptChunk>> SqliteStore::ChunksOf(int64_t input) const {
  std::vector<KeptChunk> chunks;
  const Status status = ForReading().Read(
      "SELECT number, has_threads FROM chunks WHERE input = ?1 ORDER BY number",
      [&](SqliteStatement& row) { row.Bind(1, input); },
      [&](const SqliteStatement& row) -> Status {
        chunks.push_back({static_cast<uint64_t>(row.Integer(0)), row.Integer(1) != 0});
        return {};
      });
  if (!status) return Fail(status.error());
  return chunks;
}

// If writing failed before, it is tried again before more is remembered.
Status SqliteStore::AddChunk(int64_t input, const ChunkOutcome& chunk) {
  Status status = MakeRoom();
  if (status) status = chunks_.Take(input, chunk);
  return status ? MakeRoom() : status;
}

Status SqliteStore::EndInput(int64_t input, const std::vector<AuditFile>& files,
                             const std::vector<AuditProblem>& problems) {
  if (Status status = MakeRoom(); !status) return status;
  chunks_.TakeEnd(input, files, problems);
  return MakeRoom();
}

Status SqliteStore::NameInput(int64_t input, std::string_view hash) {
  return Write([&]() -> Status {
    const Result<bool> is_known = NoteSameContent(statements_, input, hash);
    if (!is_known) return Fail(is_known.error());
    if (*is_known) {
      has_taken_away_ = true;
      return TakeInputAway(statements_, input);
    }
    return statements_.Write("UPDATE inputs SET hash = ?2 WHERE id = ?1",
                             [&](SqliteStatement& row) { row.Bind(1, input).Bind(2, hash); });
  });
}

Status SqliteStore::AddRunProblem(int64_t run, const AuditProblem& problem) {
  return Write([&] { return AddProblemRow(statements_, {run, {}, {}}, problem); });
}

Result<std::string> SqliteStore::Salt() const {
  std::string salt;
  const Status status = statements_.Read("SELECT value FROM meta WHERE name = 'salt'",
                                         [&](const SqliteStatement& row) -> Status {
                                           salt = row.Blob(0);
                                           return {};
                                         });
  if (!status) return Fail(status.error());
  return salt;
}

Status SqliteStore::Decide(const Decision& decision) {
  if (decision.fingerprint.empty()) {
    return Fail(ErrorCode::kUsage,
                "a decision needs a fingerprint. Audit with a key, and decide on its findings.",
                {database_->path()});
  }
  const auto bind = [&](SqliteStatement& row) {
    row.Bind(1, decision.fingerprint).Bind(2, NameOf(decision.state)).Bind(3, decision.reason);
    row.Bind(4, decision.owner).Bind(5, DaysOf(decision.made)).BindNull(6);
    if (decision.until) row.Bind(6, DaysOf(*decision.until));
  };
  return Write([&] {
    return statements_.Write("INSERT OR REPLACE INTO decisions VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                             bind);
  });
}

Status SqliteStore::Undecide(std::string_view fingerprint) {
  return Write([&] {
    return statements_.Write("DELETE FROM decisions WHERE fingerprint = ?1",
                             [&](SqliteStatement& row) { row.Bind(1, fingerprint); });
  });
}

Result<std::vector<Decision>> SqliteStore::Decisions() const { return ReadDecisions(ForReading()); }
Result<std::vector<AuditRun>> SqliteStore::Runs() const { return ReadRuns(ForReading()); }
Result<std::vector<AuditInput>> SqliteStore::Inputs() const { return ReadInputs(ForReading()); }
Result<std::vector<AuditFile>> SqliteStore::Files() const { return ReadFiles(ForReading()); }
Result<std::vector<AuditProblem>> SqliteStore::Problems() const {
  return ReadProblems(ForReading());
}
Result<std::vector<AuditTally>> SqliteStore::Tallies(const AuditFilter& filter) const {
  return ReadTallies(ForReading(), filter);
}
Status SqliteStore::ForEachFinding(const AuditFilter& filter, const TakeFinding& take) const {
  return ReadFindings(ForReading(), filter, take);
}

Result<std::vector<uint64_t>> SqliteStore::SetVisibility(const std::vector<std::string>& posts,
                                                         const VisibilityMark& mark) {
  if (const Status status = Flush(); !status) return Fail(status.error());
  return MarkVisibility(*database_, statements_, posts, mark);
}

Result<uint64_t> SqliteStore::Forget(const std::vector<std::string>& fingerprints) {
  if (const Status status = Flush(); !status) return Fail(status.error());
  return ForgetFingerprints(*database_, statements_, fingerprints);
}

Result<uint64_t> SqliteStore::Purge(Time before) {
  if (const Status status = Flush(); !status) return Fail(status.error());
  return PurgeBefore(*database_, statements_, before);
}

Result<std::vector<Problem>> SqliteStore::Merge(const std::string& path) {
  if (const Status status = Flush(); !status) return Fail(status.error());
  return MergeStore(*database_, path);
}

}  // namespace gatepost
