#include "audit/audit_session.h"

#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "audit/input_pass.h"
#include "base/digest.h"
#include "post/input_hash.h"

namespace gatepost {
namespace {

// Digits of a hash that tell the inputs of one run apart.
constexpr size_t kHashDigits = 32;

constexpr const char* kStopped = "the audit was stopped.";

bool IsSameFile(const std::string& a, const std::string& b) {
  struct stat one {};
  struct stat other {};
  return ::stat(a.c_str(), &one) == 0 && ::stat(b.c_str(), &other) == 0 &&
         one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace

// The chunks of one input that have to be scanned, as jobs.
class AuditSession::ChunkMaker final : public ChunkTarget {
 public:
  ChunkMaker(AuditSession& session, const AuditInput& input,
             const std::vector<Store::KeptChunk>& kept)
      : session_(session), input_(input), conversations_(std::make_shared<Conversations>()) {
    for (const Store::KeptChunk& chunk : kept) kept_.emplace(chunk.number, chunk.has_threads);
  }

  Status TakeChunk(RecordBatch batch) override {
    ChunkPlace place{input_.id, input_.hash, next_chunk_++, next_turn_, false};
    const auto kept = kept_.find(place.number);
    place.is_kept = kept != kept_.end();
    // What conversations gave away in kept chunks has to be known in those that follow.
    if (place.is_kept && !kept->second) return {};
    ++next_turn_;
    ChunkSink& sink = session_;
    return session_.pool_.Add(std::make_unique<AuditJob>(session_.tools_, sink, std::move(place),
                                                         conversations_, std::move(batch)));
  }
  bool IsStopped() const override { return session_.events_.IsStopped(); }
  void OnPosition(uint64_t bytes) override {
    session_.input_bytes_ = session_.bytes_passed_ + std::min(bytes, input_.bytes);
  }

 private:
  AuditSession& session_;
  const AuditInput& input_;
  std::map<uint64_t, bool> kept_;
  std::shared_ptr<Conversations> conversations_;
  uint64_t next_chunk_ = 0;
  uint64_t next_turn_ = 0;
};

// Stands behind all chunks of an input.
class AuditSession::EndJob final : public Job {
 public:
  EndJob(AuditSession& session, const AuditInput& input, FileList files, ProblemList problems)
      : session_(session),
        input_(input),
        files_(std::move(files)),
        problems_(std::move(problems)) {}
  void Run(size_t /*worker*/) override {}
  Status Deliver() override { return session_.EndInput(input_.id, files_, problems_); }
  uint64_t bytes() const override { return 0; }

 private:
  AuditSession& session_;
  AuditInput input_;
  FileList files_;
  ProblemList problems_;
};

AuditSession::AuditSession(const Scanner& scanner, Store& store, const AuditOptions& options,
                           AuditEvents& events)
    : scanner_(scanner),
      store_(store),
      options_(options),
      events_(events),
      tools_{scanner, options.read},
      pool_(options.threads) {
  tools_.keeps_text = options.keeps_text;
  tools_.workers.resize(options.threads);
}

Result<AuditSummary> AuditSession::Run(const std::vector<std::string>& inputs) {
  Status status = Begin();
  if (status) status = Survey(inputs);
  if (status) status = Read(inputs);
  // What was begun is ended, also when the run is stopped: it is kept, and need not be done again.
  const Status finished = pool_.Finish();
  summary_.was_stopped = events_.IsStopped();
  if (!finished || (!status && !summary_.was_stopped)) {
    static_cast<void>(store_.Flush());  // as much as can be kept is
    return Fail(finished ? status.error() : finished.error());
  }
  if (status = EndRun(); !status) return Fail(status.error());
  return summary_;
}

Status AuditSession::Begin() {
  const Result<std::string> salt = store_.Salt();
  if (!salt) return Fail(salt.error());
  salt_.assign(salt->begin(), salt->end());
  const Keyring* const keyring = scanner_.options().keyring.get();
  tools_.secret = keyring == nullptr ? std::span<const uint8_t>(salt_) : keyring->current().bytes();
  AuditRun run = RunOf(scanner_.set(), scanner_.policy(), keyring, options_.gatepost);
  run.started = options_.now();
  run.as_of = scanner_.options().as_of;
  const Result<AuditRun> begun = store_.BeginRun(run);
  if (!begun) return Fail(begun.error());
  summary_.run = *begun;
  return {};
}

Status AuditSession::Survey(const std::vector<std::string>& inputs) {
  for (const std::string& input : inputs) {
    const Status status = ForEachInput(
        input, [this](const InputFile& file) { return SurveyFile(file); },
        [](const Problem& /*told when it is read*/) {});
    if (!status) return status;
  }
  contexts_.ForEachMissing(
      [&](const std::string& folder, const std::string& name, uint64_t records) {
        problems_.Add(folder, {},
                      {ProblemKind::kUnread,
                       "part_missing",
                       "the export says that its file " + name + " has " + std::to_string(records) +
                           " posts, and the file is not there. Give all parts of the export.",
                       {folder, 0, 0}});
      });
  if (contexts_.folders_left_out() > 0) {
    problems_.Add({}, {},
                  {ProblemKind::kUnread,
                   "too_many_folders",
                   std::to_string(contexts_.folders_left_out()) +
                       " folders say whose posts are in them, and that was not kept: there are too "
                       "many. Audit them in several runs, into one store.",
                   {}});
  }
  return {};
}

Status AuditSession::SurveyFile(const InputFile& input) {
  if (events_.IsStopped()) return Fail(ErrorCode::kInternal, kStopped);
  if (IsOfStore(input)) return {};
  {
    const std::lock_guard lock(mutex_);
    progress_.input_bytes_total += input.bytes;
    ++progress_.inputs_total;
  }
  const Status status =
      SurveyInput(input.path, {options_.limits, contexts_, [this] { return events_.IsStopped(); },
                               [&](uint64_t bytes) { OnSurveyed(std::min(bytes, input.bytes)); }});
  bytes_passed_ += input.bytes;
  return status;
}

void AuditSession::OnSurveyed(uint64_t bytes) {
  const std::lock_guard lock(mutex_);
  progress_.surveyed_bytes = bytes_passed_ + bytes;
  events_.OnProgress(progress_);
}

Status AuditSession::Read(const std::vector<std::string>& inputs) {
  bytes_passed_ = 0;
  for (const std::string& input : inputs) {
    const Status status = ForEachInput(
        input, [this](const InputFile& file) { return ReadInput(file); },
        [this](Problem problem) {
          const std::string file = problem.where.file;
          problems_.Add(file, {}, std::move(problem));
        });
    if (!status) return status;
  }
  return {};
}

Status AuditSession::ReadInput(const InputFile& file) {
  if (events_.IsStopped()) return Fail(ErrorCode::kInternal, kStopped);
  if (IsOfStore(file)) return {};
  AuditInput input;
  input.run = summary_.run.id;
  input.name = file.path;
  input.bytes = file.bytes;
  if (IsPlainFile(file.path)) {
    Result<std::string> hash = HashInput(file.path);
    if (!hash) return LeaveOut(file), AddUnread(file, hash.error()), Status{};
    input.hash = std::move(*hash);
  } else {
    input.hash = "pipe: " + file.path;
  }
  if (!hashes_.insert(input.hash.substr(0, kHashDigits)).second) {
    problems_.Add({}, {},
                  {ProblemKind::kNote,
                   "same_content",
                   "has the same bytes as another input, which was read once.",
                   {PlaceText(file.path, ""), 0, 0}});
    LeaveOut(file);
    return {};
  }
  const Result<AuditInput> begun = [&] {
    const std::lock_guard lock(mutex_);
    ++progress_.inputs;
    return store_.BeginInput(input, BasisOf(file));
  }();
  if (!begun) return Fail(begun.error());
  summary_.has_read = true;
  ++summary_.inputs;
  if (begun->state == InputState::kComplete) {
    ++summary_.inputs_known;
    LeaveOut(file);
    return {};
  }
  Status status = ReadChunks(file, *begun);
  input_bytes_ = bytes_passed_ += file.bytes;
  return status;
}

Status AuditSession::ReadChunks(const InputFile& file, const AuditInput& input) {
  const Result<std::vector<Store::KeptChunk>> kept = [&] {
    const std::lock_guard lock(mutex_);
    return store_.ChunksOf(input.id);
  }();
  if (!kept) return Fail(kept.error());
  ChunkMaker chunks(*this, input, *kept);
  InputReading reading(file.path, contexts_, options_.read, chunks);
  const Result<WalkSummary> walked = WalkInput(file.path, options_.limits, reading);
  if (events_.IsStopped()) return Fail(ErrorCode::kInternal, kStopped);
  if (Status status = reading.Finish(); !status) return status;
  ProblemList problems = reading.problems();
  if (!walked) {
    problems.Add({}, {},
                 {ProblemKind::kUnread,
                  "input_unreadable",
                  walked.error().message,
                  {PlaceText(file.path, ""), 0, 0}});
  } else if (walked->hash) {
    const std::lock_guard lock(mutex_);
    if (Status status = store_.NameInput(input.id, *walked->hash); !status) return status;
  }
  return pool_.Add(std::make_unique<EndJob>(*this, input, reading.files(), std::move(problems)));
}

Status AuditSession::EndRun() {
  const std::lock_guard lock(mutex_);
  summary_.posts = progress_.posts;
  if (!summary_.was_stopped) {
    for (const AuditProblem& problem : problems_.problems()) {
      const Status status = store_.AddRunProblem(summary_.run.id, problem);
      if (!status) return status;
    }
    return store_.EndRun(summary_.run.id, options_.now());
  }
  return store_.Flush();
}

std::string AuditSession::BasisOf(const InputFile& file) const {
  Sha256 digest;
  const ScanOptions& scan = scanner_.options();
  for (const std::string& part :
       {summary_.run.gatepost, summary_.run.set_hash, summary_.run.policy_hash, summary_.run.key_id,
        scan.channel, std::to_string(scan.max_post_bytes), std::to_string(options_.keeps_text),
        std::to_string(options_.read.includes_private), contexts_.DigestOf({file.path, {}})}) {
    digest.Add(part);
  }
  for (const auto& [name, column] : options_.read.map) {
    digest.Add(name);
    digest.Add(column);
  }
  // A day of its own makes a basis of its own.
  if (options_.reads_again) digest.Add(std::to_string(summary_.run.id));
  return digest.HexDigest();
}

bool AuditSession::IsOfStore(const InputFile& file) const {
  if (options_.store_path.empty()) return false;
  return std::ranges::any_of(std::array{"", "-wal", "-shm", "-journal"}, [&](const char* ending) {
    return IsSameFile(file.path, options_.store_path + ending);
  });
}

void AuditSession::LeaveOut(const InputFile& file) {
  const std::lock_guard lock(mutex_);
  progress_.input_bytes_total -= std::min(file.bytes, progress_.input_bytes_total);
}

void AuditSession::AddUnread(const InputFile& file, const Error& error) {
  problems_.Add(file.path, {},
                {ProblemKind::kUnread, "input_unreadable", error.message, {file.path, 0, 0}});
}

Status AuditSession::Accept(int64_t input, const ChunkOutcome& chunk) {
  const std::lock_guard lock(mutex_);
  for (const PostOutcome& outcome : chunk.posts) {
    ++progress_.posts;
    progress_.text_bytes += outcome.bytes;
    progress_.findings += static_cast<uint64_t>(
        std::count_if(outcome.findings.begin(), outcome.findings.end(),
                      [](const AuditFinding& finding) { return finding.action != "pass"; }));
  }
  progress_.input_bytes = input_bytes_;
  events_.OnProgress(progress_);
  return store_.AddChunk(input, chunk);
}

Status AuditSession::EndInput(int64_t input, const FileList& files, const ProblemList& problems) {
  const std::lock_guard lock(mutex_);
  progress_.input_bytes = input_bytes_;
  events_.OnProgress(progress_);
  return store_.EndInput(input, files.files(), problems.problems());
}

}  // namespace gatepost
