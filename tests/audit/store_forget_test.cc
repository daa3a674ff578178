#include <fstream>

#include "audit/store_samples.h"

using namespace gatepost;

namespace {

using Access = SqliteStore::Access;

// What the store's files hold: the database, its log and its index.
std::string BytesOf(const std::string& path) {
  std::string bytes;
  for (const char* suffix : {"", "-wal", "-shm", "-journal"}) {
    std::ifstream file(path + suffix, std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  return bytes;
}

// Where the store still names what it is to be rid of.
std::string TracesOf(const std::string& path, const std::vector<std::string>& words) {
  const std::string bytes = BytesOf(path);
  std::string traces;
  for (const std::string& word : words) {
    if (bytes.find(word) != std::string::npos) traces += word + " ";
  }
  return traces;
}

AuditProblem ProblemOf(const std::string& post, ProblemKind kind) {
  AuditProblem problem;
  problem.post = post;
  problem.problem = {kind, "code", "message.", {"a.zip", 1, 0}};
  return problem;
}

// Thousands of posts around those that matter, so that pages are split, filled and freed.
void AddMany(Store& store) {
  std::vector<SamplePost> posts;
  for (int i = 6000; i < 8000; ++i) {
    posts.push_back({std::to_string(i), "t", {std::to_string(i)}});
  }
  Audit(store, {{"many.zip", posts}});
}

Decision DecisionAbout(const std::string& number) {
  Decision decision;
  decision.fingerprint = PhoneFinding(number).fingerprint;
  decision.reason = "reason about " + number;
  return decision;
}

}  // namespace

TEST_CASE("No byte of a value that is forgotten is left, and what is of others stays",
          "[audit][store_forget]") {
  const StoreFolder folder("forget_bytes");
  const std::string path = folder / "a.db";
  auto store = OpenStore(path);
  AddMany(*store);
  Audit(
      *store,
      {{"a.zip", {{"1", "alone", {"901"}}, {"2", "both", {"901", "902"}}, {"3", "other", {"902"}}}},
       {"b.zip", {{"4", "first", {"901"}}, {"4", "second", {"901", "903"}}}}});
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "c.zip", run.id);
  Need(store->EndInput(input.id, {}, {ProblemOf("id-1", ProblemKind::kNote)}));
  Need(store->Decide(DecisionAbout("901")));
  Need(store->Decide(DecisionAbout("902")));
  const std::vector<std::string> gone{"***901",
                                      PhoneFinding("901").fingerprint,
                                      "reason about 901",
                                      "id-1",
                                      "https://example.com/status/1",
                                      "[kept text of 1, alone]",
                                      "[kept text of 2, both]",
                                      "[kept text of 4, first]",
                                      "[kept text of 4, second]"};
  const std::vector<std::string> stays{"***902",
                                       PhoneFinding("902").fingerprint,
                                       "reason about 902",
                                       "***903",
                                       "[kept text of 3, other]",
                                       "https://example.com/status/2",
                                       "[kept text of 7999, t]"};
  const uint64_t counted = CountOf(*store);
  for (const std::string& word : gone) CHECK(TracesOf(path, {word}) == word + " ");

  CHECK(Need(store->Forget({PhoneFinding("901").fingerprint, "hs1:none"})) == 3);
  CHECK(TracesOf(path, gone).empty());
  for (const std::string& word : stays) CHECK(TracesOf(path, {word}) == word + " ");
  CHECK(FindingsOf(*store).size() == 2003);
  CHECK(Need(store->Decisions()).size() == 1);
  CHECK(Need(store->Problems()).at(0).post.empty());
  // Posts are counted as before.
  CHECK(CountOf(*store) == counted);

  // It does not come back with the next export.
  Audit(*store, {{"d.zip", {{"1", "alone", {"901"}}}}});
  CHECK(FindingsOf(*store).size() == 2003);
  store.reset();
  CHECK(TracesOf(path, gone).empty());
}

TEST_CASE("A post of which only a combination with the forgotten value is left goes with it",
          "[audit][store_forget]") {
  const StoreFolder folder("forget_combination");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  ChunkOutcome chunk =
      ChunkOf(0, {{"1", "t", {"901"}}, {"2", "t", {"901", "902"}}, {"3", "t", {"903"}}});
  AuditFinding combination;
  combination.pattern = "policy.combination";
  for (PostOutcome& post : chunk.posts) post.findings.push_back(combination);
  chunk.posts[2].findings.erase(chunk.posts[2].findings.begin());
  Need(store->AddChunk(input.id, chunk));
  CHECK(Need(store->Forget({PhoneFinding("901").fingerprint})) == 2);
  const std::vector<ReadFinding> left = FindingsOf(*store);
  REQUIRE(left.size() == 3);
  CHECK(left[0].post.post_id == "id-2");
  CHECK(left[1].post.post_id == "id-2");
  // A combination that stood alone has nothing to do with it.
  CHECK(left[2].post.post_id == "id-3");
}

TEST_CASE("No fingerprint is not the fingerprint of all that have none", "[audit][store_forget]") {
  const StoreFolder folder("forget_empty");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun("")));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  ChunkOutcome chunk = ChunkOf(0, {{"1", "t", {"901"}}});
  chunk.posts[0].findings[0].fingerprint.clear();
  Need(store->AddChunk(input.id, chunk));
  CHECK(Need(store->Forget({""})) == 0);
  CHECK(FindingsOf(*store).size() == 1);
}

TEST_CASE("No byte of a post that is purged is left, and what is of later ones stays",
          "[audit][store_forget]") {
  const StoreFolder folder("purge_bytes");
  const std::string path = folder / "a.db";
  auto store = OpenStore(path);
  AddMany(*store);
  // Posts 1 to 5 are of January 2024, 40 is of February.
  Audit(*store,
        {{"a.zip", {{"1", "t", {"901"}}, {"5", "t", {"902", "905"}}, {"40", "t", {"902"}}}}});
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "b.zip", run.id);
  ChunkOutcome chunk = ChunkOf(0, {{"2"}, {"40"}, {"3"}});
  chunk.posts[0].problems = {ProblemOf("id-early", ProblemKind::kUnread)};
  chunk.posts[1].problems = {ProblemOf("id-later", ProblemKind::kUnread)};
  chunk.posts[2].post.published.reset();
  chunk.problems = {ProblemOf("id-noted", ProblemKind::kNote)};
  Need(store->AddChunk(input.id, chunk));
  Need(store->EndInput(input.id, {}, {}));
  for (const char* number : {"901", "902"}) Need(store->Decide(DecisionAbout(number)));
  const std::vector<std::string> gone{"***901",
                                      PhoneFinding("901").fingerprint,
                                      "***905",
                                      "reason about 901",
                                      "id-1",
                                      "[kept text of 1, t]",
                                      "https://example.com/status/5",
                                      "id-early",
                                      "id-noted"};

  for (const std::string& word : gone) CHECK(TracesOf(path, {word}) == word + " ");

  CHECK(Need(store->Purge(DayAt(2024, 2, 1))) == 3);
  CHECK(TracesOf(path, gone).empty());
  for (const char* word : {"***902", "reason about 902", "[kept text of 40, t]", "id-later"}) {
    CHECK(TracesOf(path, {word}) == std::string(word) + " ");
  }
  CHECK(FindingsOf(*store).size() == 2001);
  const std::vector<AuditTally> tallies = Need(store->Tallies({}));
  CHECK(tallies.at(0).month.empty());
  CHECK(tallies.at(1).month == "2024-02");

  // Audits and merges go on, and purged posts count no more.
  const uint64_t counted = CountOf(*store);
  Audit(*store, {{"c.zip", {{"1", "t", {"901"}}, {"41"}}}});
  CHECK(CountOf(*store) == counted + 1);
  const auto merged = OpenStore(folder / "merged.db");
  Need(merged->Merge(path));
  CHECK(CountOf(*merged) == counted + 1);
  store.reset();
  CHECK(TracesOf(path, gone).empty());
}

TEST_CASE("The month of the day before which is purged keeps its count", "[audit][store_forget]") {
  const StoreFolder folder("purge_month");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"901"}}, {"20", "t", {"902"}}}}});
  CHECK(Need(store->Purge(DayAt(2024, 1, 10))) == 1);
  CHECK(CountOf(*store) == 2);
  CHECK(FindingsOf(*store).size() == 1);
}

TEST_CASE("Who reads an older state is told of: traces stay until it is closed",
          "[audit][store_forget]") {
  const StoreFolder folder("forget_reader");
  const std::string path = folder / "a.db";
  Audit(*OpenStore(path), {{"a.zip", {{"1", "t", {"901"}}}}});
  const std::vector<std::string> forgotten{PhoneFinding("901").fingerprint};
  const Sqlite database = Need(Sqlite::Open(path, Sqlite::Mode::kExisting));
  const auto store = OpenStore(path);
  {
    const auto reader = OpenStore(path, Access::kRead);
    const auto forgot = store->Forget(forgotten);
    REQUIRE_FALSE(forgot);
    CHECK_THAT(forgot.error().message, ContainsSubstring("is being read by another process"));
    CHECK(FindingsOf(*reader).size() == 1);
  }
  CHECK(Need(store->Forget(forgotten)) == 0);
  CHECK(TracesOf(path, {"***901", forgotten[0]}).empty());
}
