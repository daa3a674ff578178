// How an audit goes on: chunks that are kept, inputs that are begun again, crashes.

#include <sys/wait.h>
#include <unistd.h>

#include "audit/store_samples.h"

using namespace gatepost;

namespace {

std::vector<uint64_t> NumbersOf(const Store& store, int64_t input) {
  std::vector<uint64_t> numbers;
  for (const Store::KeptChunk& chunk : Need(store.ChunksOf(input))) numbers.push_back(chunk.number);
  return numbers;
}

}  // namespace

TEST_CASE("A chunk that comes twice counts once", "[audit][store_resume]") {
  const StoreFolder folder("store_twice");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  const ChunkOutcome chunk = ChunkOf(0, {{"1", "t", {"101"}}, {"2"}});
  Need(store->AddChunk(input.id, chunk));
  Need(store->AddChunk(input.id, chunk));
  Need(store->Flush());
  Need(store->AddChunk(input.id, chunk));
  Need(store->Flush());
  CHECK(CountOf(*store) == 2);
  CHECK(FindingsOf(*store).size() == 1);
  CHECK(Need(store->Inputs()).at(0).posts == 2);
  CHECK(Need(store->Inputs()).at(0).duplicates == 0);
}

TEST_CASE("An input of the same basis goes on where it was", "[audit][store_resume]") {
  const StoreFolder folder("store_on");
  int64_t id = 0;
  {
    const auto store = OpenStore(folder / "a.db");
    const AuditRun run = Need(store->BeginRun(SampleRun()));
    id = BeginInput(*store, "a.zip", run.id).id;
    ChunkOutcome chunk = ChunkOf(1, {{"3"}});
    chunk.has_threads = true;
    Need(store->AddChunk(id, chunk));
    Need(store->AddChunk(id, ChunkOf(0, {{"1"}, {"2"}})));
    Need(store->Flush());
  }
  const auto store = OpenStore(folder / "a.db");
  AuditRun like = SampleRun();
  like.started = DayAt(2026, 5, 1);
  const AuditRun run = Need(store->BeginRun(like));
  CHECK(run.started == DayAt(2026, 3, 31));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  CHECK(input.id == id);
  CHECK(input.posts == 3);
  const std::vector<Store::KeptChunk> kept = Need(store->ChunksOf(id));
  REQUIRE(kept.size() == 2);
  CHECK((kept[0].number == 0 && !kept[0].has_threads));
  CHECK((kept[1].number == 1 && kept[1].has_threads));
  Need(store->EndInput(id, {}, {}));
  Need(store->EndRun(run.id, DayAt(2026, 5, 2)));

  // A run that has ended, or is of another kind, does not go on.
  CHECK(Need(store->BeginRun(like)).id != run.id);
  AuditRun other = like;
  other.policy_hash = "another";
  const AuditRun begun = Need(store->BeginRun(other));
  CHECK(begun.id != run.id);
  CHECK(BeginInput(*store, "a.zip", begun.id).state == InputState::kComplete);
}

TEST_CASE("An input of another basis takes the place of the earlier one", "[audit][store_resume]") {
  const StoreFolder folder("store_basis");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  AddInput(*store, "a.zip", {{"1", "t", {"101"}}, {"2", "t", {"102"}}, {"3"}}, run.id);
  const int64_t earlier = Need(store->Inputs()).at(0).id;
  AddInput(*store, "a.zip", {{"1", "t", {"101", "111"}}, {"2"}, {"3"}}, run.id, "other basis");
  const std::vector<AuditInput> inputs = Need(store->Inputs());
  REQUIRE(inputs.size() == 1);
  CHECK(inputs[0].id != earlier);
  CHECK(inputs[0].state == InputState::kComplete);
  CHECK(inputs[0].duplicates == 0);
  CHECK(CountOf(*store) == 3);
  CHECK(FindingsOf(*store).size() == 2);
  CHECK(Need(store->Files()).size() == 1);
  // What comes late for the earlier one is not taken for the new one's.
  Need(store->AddChunk(earlier, ChunkOf(7, {{"9", "t", {"109"}}})));
  Need(store->EndInput(earlier, {AuditFile{}}, {}));
  CHECK(CountOf(*store) == 3);
  CHECK(Need(store->Files()).size() == 1);
  Need(store->EndRun(run.id, DayAt(2026, 4, 1)));
  CHECK(CountOf(*store) == 3);
}

TEST_CASE("What is read from a pipe gets its hash at the end", "[audit][store_resume]") {
  const StoreFolder folder("store_pipe");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  AuditInput pipe;
  pipe.run = run.id;
  pipe.name = "-";
  pipe.hash = "pipe: -";
  const AuditInput first = Need(store->BeginInput(pipe, "basis"));
  Need(store->AddChunk(first.id, ChunkOf(0, {{"1", "t", {"101"}}})));
  Need(store->NameInput(first.id, HashOf("bytes")));
  Need(store->AddChunk(first.id, ChunkOf(1, {{"2", "t", {"102"}}})));
  Need(store->EndInput(first.id, {}, {}));
  CHECK(Need(store->Inputs()).at(0).hash == HashOf("bytes"));
  CHECK(NumbersOf(*store, first.id) == std::vector<uint64_t>{0, 1});

  SECTION("the same bytes again are the same input") {
    const AuditInput again = Need(store->BeginInput(pipe, "basis"));
    CHECK(again.id != first.id);
    Need(store->AddChunk(again.id, ChunkOf(0, {{"1", "t", {"101"}}})));
    Need(store->NameInput(again.id, HashOf("bytes")));
    Need(store->AddChunk(again.id, ChunkOf(1, {{"2", "t", {"102"}}})));
    Need(store->EndInput(again.id, {AuditFile{}}, {}));
    REQUIRE(Need(store->Inputs()).size() == 1);
    CHECK(Need(store->Inputs()).at(0).id == first.id);
    CHECK(Need(store->Inputs()).at(0).state == InputState::kComplete);
    CHECK(CountOf(*store) == 2);
    CHECK(FindingsOf(*store).size() == 2);
    CHECK(Need(store->Problems()).empty());
  }
  SECTION("under another basis, what they came to stays, and the audit is incomplete") {
    for (int i = 0; i < 2; ++i) {
      const AuditInput again = Need(store->BeginInput(pipe, "another"));
      Need(store->NameInput(again.id, HashOf("bytes")));
      Need(store->EndInput(again.id, {}, {}));
    }
    CHECK(FindingsOf(*store).size() == 2);
    const std::vector<AuditProblem> problems = Need(store->Problems());
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].problem.kind == ProblemKind::kUnread);
    CHECK(problems[0].problem.code == "kept_as_it_was");
    CHECK(problems[0].input == first.id);
  }
  SECTION("what was left of a pipe that broke off is not gone on with") {
    const AuditInput broken = Need(store->BeginInput(pipe, "basis"));
    Need(store->AddChunk(broken.id, ChunkOf(0, {{"5"}})));
    const AuditInput next = Need(store->BeginInput(pipe, "basis"));
    CHECK(next.id != broken.id);
    CHECK(NumbersOf(*store, next.id).empty());
    CHECK(CountOf(*store) == 2);
  }
}

TEST_CASE("A store is whole after a crash, with whole chunks alone", "[audit][store_resume]") {
  const StoreFolder folder("store_crash");
  const std::string path = folder / "a.db";
  const pid_t child = ::fork();
  if (child == 0) {
    // No checks here: the test is the parent's.
    const auto store = SqliteStore::Open(path, SqliteStore::Access::kAudit);
    if (!store) ::_exit(1);
    const auto run = (*store)->BeginRun(SampleRun());
    AuditInput input;
    input.run = run->id;
    input.hash = HashOf("a.zip");
    const auto begun = (*store)->BeginInput(input, "basis");
    bool is_done = begun && (*store)->AddChunk(begun->id, ChunkOf(0, {{"1"}, {"2"}}));
    is_done = is_done && (*store)->Flush();
    // More than is remembered at most, and some that waits to be written.
    for (uint64_t number = 1; is_done && number <= 3; ++number) {
      ChunkOutcome chunk = ChunkOf(number, {{"1"}});
      const PostOutcome post = chunk.posts[0];
      chunk.posts.assign(100'000, post);
      for (size_t i = 0; i < chunk.posts.size(); ++i) {
        const uint64_t key = number << 32 | i;
        for (size_t at = 0; at < 8; ++at) {
          chunk.posts[i].key.post[at] = static_cast<uint8_t>(key >> (8 * at));
        }
      }
      is_done = static_cast<bool>((*store)->AddChunk(begun->id, chunk));
    }
    is_done = is_done && (*store)->AddChunk(begun->id, ChunkOf(4, {{"4"}}));
    ::_exit(is_done ? 0 : 1);
  }
  int exit_status = -1;
  REQUIRE(::waitpid(child, &exit_status, 0) == child);
  REQUIRE(exit_status == 0);
  const auto store = OpenStore(path);
  const AuditInput input = BeginInput(*store, "a.zip", Need(store->BeginRun(SampleRun())).id);
  CHECK(NumbersOf(*store, input.id) == std::vector<uint64_t>{0, 1, 2, 3});
  CHECK(input.posts == 300'002);
  CHECK(CountOf(*store) == 300'002);
}
