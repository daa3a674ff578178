#include "audit/sqlite_store.h"

#include <utility>

#include "audit/store_forget.h"
#include "audit/store_merge.h"
#include "audit/store_reader.h"
#include "audit/store_schema.h"
#include "audit/store_visibility.h"

namespace gatepost {
namespace {

// Steps that are written together: a transaction each would cost more than most of them.
constexpr uint32_t kStepsTogether = 64;

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
  if (Status status = PrepareStore(*database); !status) return Fail(status.error());
  return std::unique_ptr<SqliteStore>(new SqliteStore(std::move(*database), std::move(lock)));
}

SqliteStore::SqliteStore(Sqlite database, std::optional<StoreLock> lock)
    : database_(std::make_unique<const Sqlite>(std::move(database))),
      lock_(std::move(lock)),
      statements_(*database_),
      chunks_(statements_) {}

Status SqliteStore::BeginWriting() {
  if (is_writing_) return {};
  if (Status status = database_->Execute("BEGIN IMMEDIATE"); !status) return status;
  is_writing_ = true;
  return {};
}

Status SqliteStore::EndStep() { return ++steps_ < kStepsTogether ? Status{} : Flush(); }

Status SqliteStore::Flush() {
  steps_ = 0;
  if (!is_writing_) return {};
  is_writing_ = false;
  return database_->Execute("COMMIT");
}

Result<AuditRun> SqliteStore::BeginRun(const AuditRun& run) {
  const Result<std::vector<AuditRun>> runs = Runs();
  if (!runs) return Fail(runs.error());
  for (auto known = runs->rbegin(); known != runs->rend(); ++known) {
    const bool is_same = known->set_hash == run.set_hash && known->policy_hash == run.policy_hash &&
                         known->key_id == run.key_id && known->gatepost == run.gatepost;
    if (!known->ended && is_same) return *known;
  }
  Status status = BeginWriting();
  if (!status) return Fail(status.error());
  AuditRun begun = run;
  status = statements_.Write(
      "INSERT INTO runs (started, gatepost, set_name, set_hash, policy_name, policy_hash, key_id, "
      "as_of) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
      [&](SqliteStatement& row) {
        row.Bind(1, SecondsOf(run.started)).Bind(2, run.gatepost).Bind(3, run.set_name);
        row.Bind(4, run.set_hash).Bind(5, run.policy_name).Bind(6, run.policy_hash);
        row.Bind(7, run.key_id).Bind(8, DaysOf(run.as_of));
      });
  if (!status) return Fail(status.error());
  begun.id = database_->last_insert_id();
  if (status = Flush(); !status) return Fail(status.error());
  return begun;
}

Status SqliteStore::EndRun(int64_t run, Time ended) {
  if (Status status = BeginWriting(); !status) return status;
  const Status status =
      statements_.Write("UPDATE runs SET ended = ?2 WHERE id = ?1",
                        [&](SqliteStatement& row) { row.Bind(1, run).Bind(2, SecondsOf(ended)); });
  return status ? Flush() : status;
}

Result<AuditInput> SqliteStore::BeginInput(const AuditInput& input, std::string_view basis) {
  Status status = BeginWriting();
  if (!status) return Fail(status.error());
  status = statements_.Write("DELETE FROM inputs WHERE hash = ?1 AND basis <> ?2",
                             [&](SqliteStatement& row) { row.Bind(1, input.hash).Bind(2, basis); });
  if (!status) return Fail(status.error());
  status = statements_.Write(
      "INSERT INTO inputs (run, name, hash, basis, bytes, state) VALUES (?1, ?2, ?3, ?4, ?5, "
      "'unfinished') ON CONFLICT (hash) DO UPDATE SET run = excluded.run",
      [&](SqliteStatement& row) {
        row.Bind(1, input.run).Bind(2, input.name).Bind(3, input.hash).Bind(4, basis);
        row.Bind(5, static_cast<int64_t>(input.bytes));
      });
  if (!status) return Fail(status.error());
  return ReadInput(statements_, input.hash);
}

Result<std::vector<Store::KeptChunk>> SqliteStore::ChunksOf(int64_t input) const {
  std::vector<KeptChunk> chunks;
  const Status status = statements_.Read(
      "SELECT number, has_threads FROM chunks WHERE input = ?1 ORDER BY number",
      [&](SqliteStatement& row) { row.Bind(1, input); },
      [&](const SqliteStatement& row) -> Status {
        chunks.push_back({static_cast<uint64_t>(row.Integer(0)), row.Integer(1) != 0});
        return {};
      });
  if (!status) return Fail(status.error());
  return chunks;
}

Status SqliteStore::AddChunk(int64_t input, const ChunkOutcome& chunk) {
  if (Status status = BeginWriting(); !status) return status;
  if (Status status = chunks_.Add(input, chunk); !status) return status;
  return EndStep();
}

Status SqliteStore::EndInput(int64_t input, const std::vector<AuditFile>& files,
                             const std::vector<AuditProblem>& problems) {
  if (Status status = BeginWriting(); !status) return status;
  const auto by_input = [&](SqliteStatement& row) { row.Bind(1, input); };
  for (const AuditFile& file : files) {
    const Status status = statements_.Write(
        "INSERT INTO files VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", [&](SqliteStatement& row) {
          row.Bind(1, input).Bind(2, file.path).Bind(3, file.format).Bind(4, NameOf(file.state));
          row.Bind(5, static_cast<int64_t>(file.posts)).BindNull(6).Bind(7, file.account);
          if (file.declared) row.Bind(6, static_cast<int64_t>(*file.declared));
        });
    if (!status) return status;
  }
  for (const AuditProblem& problem : problems) {
    if (Status status = chunks_.AddProblem(std::nullopt, input, problem); !status) return status;
  }
  const Status status =
      statements_.Write("UPDATE inputs SET state = 'complete' WHERE id = ?1", by_input);
  return status ? EndStep() : status;
}

Status SqliteStore::NameInput(int64_t input, std::string_view hash) {
  if (Status status = BeginWriting(); !status) return status;
  const auto bind = [&](SqliteStatement& row) { row.Bind(1, input).Bind(2, hash); };
  const Status status = statements_.Write(
      "DELETE FROM inputs WHERE id = ?1 AND EXISTS (SELECT 1 FROM inputs WHERE hash = ?2 AND id <> "
      "?1)",
      bind);
  if (!status) return status;
  return statements_.Write("UPDATE inputs SET hash = ?2 WHERE id = ?1", bind);
}

Status SqliteStore::AddRunProblem(int64_t run, const AuditProblem& problem) {
  if (Status status = BeginWriting(); !status) return status;
  const Status status = chunks_.AddProblem(run, std::nullopt, problem);
  return status ? EndStep() : status;
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
  const auto write = [&](SqliteStatement& row) {
    row.Bind(1, decision.fingerprint).Bind(2, NameOf(decision.state)).Bind(3, decision.reason);
    row.Bind(4, decision.owner).Bind(5, DaysOf(decision.made)).BindNull(6);
    if (decision.until) row.Bind(6, DaysOf(*decision.until));
  };
  return statements_.Write("INSERT OR REPLACE INTO decisions VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                           write);
}

Status SqliteStore::Undecide(std::string_view fingerprint) {
  return statements_.Write("DELETE FROM decisions WHERE fingerprint = ?1",
                           [&](SqliteStatement& row) { row.Bind(1, fingerprint); });
}

Result<std::vector<Decision>> SqliteStore::Decisions() const { return ReadDecisions(statements_); }
Result<std::vector<AuditRun>> SqliteStore::Runs() const { return ReadRuns(statements_); }
Result<std::vector<AuditInput>> SqliteStore::Inputs() const { return ReadInputs(statements_); }
Result<std::vector<AuditFile>> SqliteStore::Files() const { return ReadFiles(statements_); }
Result<std::vector<AuditProblem>> SqliteStore::Problems() const {
  return ReadProblems(statements_);
}
Result<std::vector<AuditTally>> SqliteStore::Tallies(const AuditFilter& filter) const {
  return ReadTallies(statements_, filter);
}
Status SqliteStore::ForEachFinding(const AuditFilter& filter, const TakeFinding& take) const {
  return ReadFindings(statements_, filter, take);
}

Result<std::vector<uint64_t>> SqliteStore::SetVisibility(const std::vector<std::string>& posts,
                                                         const VisibilityMark& mark) {
  if (const Status status = Flush(); !status) return Fail(status.error());
  return MarkVisibility(*database_, statements_, posts, mark);
}

Result<uint64_t> SqliteStore::Forget(const std::vector<std::string>& fingerprints) {
  return ForgetFingerprints(*database_, statements_, fingerprints);
}
Result<uint64_t> SqliteStore::Purge(Time before) {
  return PurgeBefore(*database_, statements_, before);
}
Status SqliteStore::Merge(const std::string& path) { return MergeStore(*database_, path); }

}  // namespace gatepost
