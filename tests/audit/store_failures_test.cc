// What a store does when it cannot be opened, or cannot be written to.

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "audit/chunk_writer.h"
#include "audit/store_rows.h"
#include "audit/store_samples.h"
#include "audit/store_schema.h"

using namespace gatepost;

namespace {

using Access = SqliteStore::Access;

void WriteFile(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string BytesOfFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string ErrorOf(const std::string& path, Access access) {
  const auto store = SqliteStore::Open(path, access);
  if (store) return "none";
  CHECK(store.error().code == ErrorCode::kUnreadable);
  CHECK_THAT(store.error().where.file, ContainsSubstring(path));
  return store.error().message;
}

// Runs in a child, which may give up rights; gives what it writes.
template <class Work>
std::string InChild(const Work& work) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const std::string said = work();
    static_cast<void>(!::write(ends[1], said.data(), said.size()));
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string said;
  char bytes[256];
  for (ssize_t size = 0; (size = ::read(ends[0], bytes, sizeof bytes)) > 0;) {
    said.append(bytes, static_cast<size_t>(size));
  }
  ::close(ends[0]);
  REQUIRE(::waitpid(child, nullptr, 0) == child);
  return said;
}

// Chunks of as many posts as are written together, so that each is written at once.
ChunkOutcome LargeChunk(uint64_t number) {
  ChunkOutcome chunk = ChunkOf(number, {{"1", "t", {"101"}}});
  const PostOutcome post = chunk.posts[0];
  chunk.posts.assign(2000, post);
  for (size_t i = 0; i < chunk.posts.size(); ++i) {
    const std::string name = std::to_string(number) + "/" + std::to_string(i);
    chunk.posts[i].key = KeyOf("salt", name, name);
    chunk.posts[i].post.record = i;
  }
  return chunk;
}

// No file grows beyond it, as if the disk were full.
class FileLimit {
 public:
  explicit FileLimit(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    ::getrlimit(RLIMIT_FSIZE, &before_);
    rlimit limit = before_;
    limit.rlim_cur = bytes;
    ::setrlimit(RLIMIT_FSIZE, &limit);
  }
  ~FileLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, SIG_DFL);
  }
  FileLimit(const FileLimit&) = delete;
  FileLimit& operator=(const FileLimit&) = delete;

 private:
  rlimit before_{};
};

}  // namespace

TEST_CASE("A store is made for an audit alone, for its owner alone", "[audit][store_failures]") {
  const StoreFolder folder("store_made");
  const std::string path = folder / "a.db";
  CHECK_THAT(ErrorOf(path, Access::kRead), ContainsSubstring("cannot be opened. Check the name"));
  CHECK_THAT(ErrorOf(path, Access::kChange), ContainsSubstring("cannot be opened. Check the name"));
  CHECK_FALSE(std::filesystem::exists(path));
  Audit(*OpenStore(path), {{"a.zip", {{"1"}}}});
  const auto store = OpenStore(path);
  for (const char* suffix : {"", "-wal", "-shm"}) {
    CAPTURE(suffix);
    struct stat status {};
    REQUIRE(::stat((path + suffix).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0600);
  }
  CHECK_THAT(ErrorOf(folder / "none/a.db", Access::kAudit),
             ContainsSubstring("cannot be made: no such file or directory. Check that its folder"));
  CHECK_THAT(ErrorOf(folder.path(), Access::kRead), ContainsSubstring("cannot be opened"));
}

TEST_CASE("What is no store is refused, and stays as it is", "[audit][store_failures]") {
  const StoreFolder folder("store_none");
  const std::string path = folder / "a.db";
  const std::string text =
      GENERATE(std::string("short"), std::string(100'000, 'x'), std::string("SQLite format 3"));
  WriteFile(path, text);
  for (const Access access : {Access::kAudit, Access::kChange, Access::kRead}) {
    CHECK(ErrorOf(path, access) == "is no store of an audit. Name another file.");
  }
  CHECK(BytesOfFile(path) == text);
}

TEST_CASE("An empty file becomes a store for an audit, and is none to read",
          "[audit][store_failures]") {
  const StoreFolder folder("store_empty");
  WriteFile(folder / "a.db", "");
  CHECK(ErrorOf(folder / "a.db", Access::kRead) == "is no store of an audit. Name another file.");
  CHECK(ErrorOf(folder / "a.db", Access::kChange) == "is no store of an audit. Name another file.");
  CHECK(ErrorOf(folder / "a.db", Access::kAudit) == "none");
  CHECK(ErrorOf(folder / "a.db", Access::kRead) == "none");
}

TEST_CASE("A database of something else is refused, and stays as it is",
          "[audit][store_failures]") {
  const StoreFolder folder("store_other");
  const std::string path = folder / "a.db";
  const std::string id = GENERATE("0", "1234");
  Need(Need(Sqlite::Open(path, Sqlite::Mode::kCreate))
           .Execute("CREATE TABLE bookmarks (url TEXT); PRAGMA application_id = " + id));
  const std::string before = BytesOfFile(path);
  for (const Access access : {Access::kAudit, Access::kChange, Access::kRead}) {
    CHECK(ErrorOf(path, access) == "is no store of an audit. Name another file.");
  }
  CHECK(BytesOfFile(path) == before);
}

TEST_CASE("A store of a later version is refused", "[audit][store_failures]") {
  const StoreFolder folder("store_later");
  const std::string path = folder / "a.db";
  OpenStore(path).reset();
  Need(Need(Sqlite::Open(path, Sqlite::Mode::kExisting)).Execute("PRAGMA user_version = 7"));
  CHECK(ErrorOf(path, Access::kRead) ==
        "is a store of version 7, and this Gatepost knows version 1. Use the Gatepost that it was "
        "made with, or a later one.");
}

TEST_CASE("A name that SQLite means something else by is a file's", "[audit][store_failures]") {
  const StoreFolder folder("store_memory");
  const std::filesystem::path before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  Audit(*OpenStore(":memory:"), {{"a.zip", {{"1"}}}});
  CHECK(CountOf(*OpenStore(":memory:", Access::kRead)) == 1);
  CHECK(std::filesystem::exists(":memory:"));
  std::filesystem::current_path(before);
}

TEST_CASE("A damaged store says so, wherever it is damaged", "[audit][store_failures]") {
  const StoreFolder folder("store_damaged");
  const std::string path = folder / "a.db";
  std::vector<SamplePost> posts;
  for (int i = 0; i < 300; ++i) posts.push_back({std::to_string(i), "t", {"101"}});
  Audit(*OpenStore(path), {{"a.zip", posts}});
  const std::string whole = BytesOfFile(path);
  REQUIRE(whole.size() > 100'000);
  for (size_t begin = 4096; begin + 8192 < whole.size(); begin += 4096) {
    CAPTURE(begin);
    WriteFile(path,
              whole.substr(0, begin) + std::string(8192, '\x5A') + whole.substr(begin + 8192));
    const auto store = SqliteStore::Open(path, Access::kRead);
    Status status;
    if (!store) status = Fail(store.error());
    if (status) {
      status = (*store)->ForEachFinding({}, [](const FindingInPost&) -> Status { return {}; });
    }
    // Some pages are not needed for it.
    if (!status) {
      CHECK(status.error().code == ErrorCode::kUnreadable);
      CHECK_THAT(status.error().message, ContainsSubstring("is damaged. Restore it"));
    }
  }
  WriteFile(path, whole.substr(0, whole.size() / 2));
  const auto store = SqliteStore::Open(path, Access::kRead);
  const Status status =
      store ? (*store)->ForEachFinding({}, [](const FindingInPost&) -> Status { return {}; })
            : Status(Fail(store.error()));
  REQUIRE_FALSE(status);
  CHECK_THAT(status.error().message, ContainsSubstring("is damaged"));
}

TEST_CASE("A second audit is refused while one runs, and readers are not",
          "[audit][store_failures]") {
  const StoreFolder folder("store_lock");
  const std::string path = folder / "a.db";
  auto store = OpenStore(path);
  Audit(*store, {{"a.zip", {{"1"}}}});
  for (const Access access : {Access::kAudit, Access::kChange}) {
    const std::string said = InChild([&] {
      const auto second = SqliteStore::Open(path, access);
      return second ? "none" : second.error().message;
    });
    CHECK(
        said ==
        "is being written by another audit. Wait for its end, or give this one a store of its own "
        "and join them with 'gatepost audit merge'.");
  }
  CHECK(InChild([&] {
          const auto reader = SqliteStore::Open(path, Access::kRead);
          return reader ? std::to_string(CountOf(**reader)) : reader.error().message;
        }) == "1");
  store.reset();
  CHECK(InChild([&] {
          const auto second = SqliteStore::Open(path, Access::kAudit);
          return second ? std::string("open") : second.error().message;
        }) == "open");
}

TEST_CASE("A reader sees the store as it stood when it was opened, and writes nothing",
          "[audit][store_failures]") {
  const StoreFolder folder("store_snapshot");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"101"}}}}});
  const auto reader = OpenStore(folder / "a.db", Access::kRead);
  Audit(*store, {{"b.zip", {{"2", "t", {"102"}}}}});
  CHECK(CountOf(*reader) == 1);
  CHECK(FindingsOf(*reader).size() == 1);
  CHECK(CountOf(*OpenStore(folder / "a.db", Access::kRead)) == 2);
  Decision decision;
  decision.fingerprint = "hs1:1";
  CHECK_FALSE(reader->Decide(decision));
  CHECK_FALSE(reader->BeginRun(SampleRun()));
}

TEST_CASE("A folder that may not be written to is told", "[audit][store_failures]") {
  const StoreFolder folder("store_rights");
  const std::string path = folder / "a.db";
  Audit(*OpenStore(path), {{"a.zip", {{"1"}}}});
  ::chmod(folder.path().c_str(), 0555);
  ::chmod(path.c_str(), 0444);
  // Root may write anywhere.
  const auto message = [&](const std::string& name, Access access) {
    return InChild([&]() -> std::string {
      if (::geteuid() == 0 && ::seteuid(65534) != 0) return "cannot give up rights";
      const auto store = SqliteStore::Open(name, access);
      return store ? "none" : store.error().message;
    });
  };
  CHECK_THAT(message(folder / "b.db", Access::kAudit),
             ContainsSubstring("cannot be made: permission denied. Check that its folder"));
  for (const Access access : {Access::kAudit, Access::kRead}) {
    CHECK_THAT(message(path, access),
               ContainsSubstring("whoever reads a store makes files beside it"));
  }
  ::chmod(folder.path().c_str(), 0755);
}

TEST_CASE("What cannot be written for want of room is written when there is some",
          "[audit][store_failures]") {
  const StoreFolder folder("store_full");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  Need(store->AddChunk(input.id, LargeChunk(0)));
  Need(store->Flush());
  Need(store->AddChunk(input.id, LargeChunk(1)));
  Need(store->AddChunk(input.id, LargeChunk(2)));
  {
    const FileLimit limit(std::filesystem::file_size(folder / "a.db-wal") + 20'000);
    for (int i = 0; i < 2; ++i) {
      const Status status = store->Flush();
      REQUIRE_FALSE(status);
      CHECK(status.error().code == ErrorCode::kUnreadable);
      CHECK_THAT(status.error().message, ContainsSubstring("it goes on where it was."));
      CHECK(store->EndInput(input.id, {}, {}));
      CHECK_FALSE(store->EndRun(run.id, DayAt(2026, 4, 1)));
      // Reading goes on, and there are whole chunks alone.
      CHECK(CountOf(*store) == 2000);
      CHECK(FindingsOf(*store).size() == 2000);
      CHECK(Need(store->ChunksOf(input.id)).size() == 1);
      CHECK(Need(store->Inputs()).at(0).state == InputState::kUnfinished);
    }
  }
  Need(store->EndRun(run.id, DayAt(2026, 4, 1)));
  CHECK(CountOf(*store) == 6000);
  CHECK(FindingsOf(*store).size() == 6000);
  CHECK(Need(store->ChunksOf(input.id)).size() == 3);
  CHECK(Need(store->Inputs()).at(0).duplicates == 0);
  CHECK(Need(store->Inputs()).at(0).state == InputState::kComplete);
}

TEST_CASE("What is remembered does not grow while nothing can be written",
          "[audit][store_failures]") {
  const StoreFolder folder("store_bounded");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  uint64_t number = 0;
  {
    const FileLimit limit(std::filesystem::file_size(folder / "a.db-wal"));
    while (store->AddChunk(input.id, LargeChunk(number))) ++number;
    // The one that made it full is remembered; those behind it are not.
    CHECK_FALSE(store->AddChunk(input.id, LargeChunk(number + 1)));
  }
  Need(store->Flush());
  CHECK(CountOf(*store) == 2000 * (number + 1));
}

TEST_CASE("A step that fails at any page leaves none of it", "[audit][store_failures]") {
  const StoreFolder folder("store_pages");
  const Sqlite database = Need(Sqlite::Open(folder / "a.db", Sqlite::Mode::kCreate));
  Need(PrepareStore(database, true));
  Need(database.Execute(
      "INSERT INTO runs (id, started, gatepost, set_name, set_hash, policy_name, policy_hash, "
      "key_id, as_of) VALUES (1, 0, '', '', '', '', '', '', 0); INSERT INTO inputs VALUES (1, 1, "
      "'a.zip', '', '', 0, 'unfinished')"));
  Statements statements(database);
  ChunkWriter chunks(database, statements);
  Need(chunks.Take(1, LargeChunk(0)));
  const auto count = [&](const char* table) {
    return *Need(database.QueryInteger(std::string("SELECT count(*) FROM ") + table));
  };
  const int64_t pages = *Need(database.QueryInteger("PRAGMA page_count"));
  int failures = 0;
  while (true) {
    CAPTURE(failures);
    Need(database.Execute("PRAGMA max_page_count = " + std::to_string(pages + 7 * failures)));
    const Status status = database.InTransaction([&] { return chunks.Write(); });
    if (status) break;
    ++failures;
    CHECK(status.error().message ==
          "the disk is full. Make room and run the same command again: it goes on where it was.");
    for (const char* table : {"chunks", "seen", "tallies", "posts", "findings", "problems"}) {
      CHECK(count(table) == 0);
    }
  }
  CHECK(failures > 10);
  CHECK(count("seen") == 2000);
  CHECK(count("findings") == 2000);
  CHECK(*Need(database.QueryInteger("SELECT sum(posts) FROM tallies")) == 2000);
}
