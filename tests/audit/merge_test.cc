#include <algorithm>
#include <fstream>
#include <tuple>

#include "audit/store_samples.h"
#include "audit/store_schema.h"

using namespace gatepost;

namespace {

using Access = SqliteStore::Access;

// All that the reading functions give, but for numbers of rows, which are each store's own.
std::string AllOf(const Store& store) {
  std::string all;
  const auto add = [&](const auto&... parts) {
    const auto text = [](const auto& part) {
      if constexpr (std::is_arithmetic_v<std::decay_t<decltype(part)>>) {
        return std::to_string(part);
      } else {
        return std::string(part);
      }
    };
    ((all += text(parts) + "|"), ...);
    all += "\n";
  };
  std::map<int64_t, std::string> inputs{{0, ""}};
  for (const AuditInput& input : Need(store.Inputs())) {
    inputs[input.id] = input.name;
    add("input", input.name, input.hash, input.bytes, static_cast<int>(input.state), input.posts,
        input.duplicates, input.text_bytes);
  }
  for (const AuditRun& run : Need(store.Runs())) {
    add("run", run.started.time_since_epoch().count(), run.ended.has_value(), run.set_hash,
        run.policy_hash, run.key_id);
  }
  for (const AuditFile& file : Need(store.Files())) {
    add("file", inputs.at(file.input), file.path, file.format, file.posts);
  }
  for (const AuditProblem& problem : Need(store.Problems())) {
    add("problem", inputs.at(problem.input), problem.path, problem.post, problem.problem.code,
        problem.count);
  }
  for (const AuditTally& tally : Need(store.Tallies({}))) {
    add("tally", tally.account, tally.source, tally.month, tally.posts, tally.bytes);
    for (const auto& [verdict, posts] : tally.verdicts) add(verdict, posts);
  }
  for (const Decision& decision : Need(store.Decisions())) {
    add("decision", decision.fingerprint, NameOf(decision.state), decision.reason);
  }
  for (const ReadFinding& read : FindingsOf(store)) {
    add("finding", read.input.name, read.post.path, read.post.record, read.post.ref, read.post.url,
        NameOf(read.post.visibility), read.post.visibility_source, read.finding.masked,
        read.finding.score, read.decision);
  }
  return all;
}

// Which posts have which findings, wherever they were read, and how many posts that is.
std::string TotalsOf(const Store& store) {
  std::vector<std::string> findings;
  for (const ReadFinding& read : FindingsOf(store)) {
    findings.push_back(read.post.post_id + " " + read.finding.masked + " " +
                       std::string(NameOf(read.post.visibility)));
  }
  std::sort(findings.begin(), findings.end());
  std::string all = std::to_string(CountOf(store));
  for (const std::string& finding : findings) all += "\n" + finding;
  uint64_t posts = 0;
  uint64_t duplicates = 0;
  for (const AuditInput& input : Need(store.Inputs())) {
    posts += input.posts;
    duplicates += input.duplicates;
  }
  return all + "\n" + std::to_string(posts) + " " + std::to_string(duplicates);
}

AuditRun RunOn(int day) {
  AuditRun run = SampleRun();
  run.started = DayAt(2026, 1, day);
  return run;
}

Decision DecisionOn(int day, DecisionState state, const std::string& number = "101") {
  Decision decision;
  decision.fingerprint = PhoneFinding(number).fingerprint;
  decision.state = state;
  decision.made = DayAt(2026, 2, day);
  return decision;
}

// Each in a store of its own, with a problem of its run and one of its input.
std::vector<std::string> Shards(const StoreFolder& folder, const std::vector<SampleInput>& inputs) {
  std::vector<std::string> paths;
  for (size_t i = 0; i < inputs.size(); ++i) {
    paths.push_back(folder / ("shard" + std::to_string(i) + ".db"));
    Audit(*OpenStore(paths.back()), {inputs[i]}, RunOn(static_cast<int>(i) + 1));
  }
  return paths;
}

template <class Take>
void ForEachOrder(std::vector<std::string> paths, const Take& take) {
  std::sort(paths.begin(), paths.end());
  do {
    take(paths);
  } while (std::next_permutation(paths.begin(), paths.end()));
}

const std::vector<SampleInput> kDisjoint{
    {"a.zip", {{"1", "t", {"101"}}, {"2"}, {"3", "t", {"103", "113"}}}},
    {"b.zip", {{"10"}, {"11", "first", {"101"}}, {"11", "second", {"101", "112"}}}},
    {"c.zip", {{"20", "t", {"120"}, Visibility::kPublic}, {"21"}, {"21"}}}};

const std::vector<SampleInput> kOverlapping{
    {"a.zip", {{"1", "t", {"101"}}, {"2"}, {"3", "t", {"103"}}}},
    {"b.zip", {{"2"}, {"3", "t", {"103"}, Visibility::kPublic}, {"4", "t", {"104"}}}},
    {"c.zip", {{"3", "t", {"103"}, Visibility::kGone}, {"1", "t", {"101"}}, {"5"}}}};

}  // namespace

TEST_CASE("Shards merged in any order are the store of all their inputs", "[audit][merge]") {
  const StoreFolder folder("merge_shards");
  const std::vector<std::string> shards = Shards(folder, kDisjoint);
  const auto whole = OpenStore(folder / "whole.db");
  for (size_t i = 0; i < kDisjoint.size(); ++i) {
    Audit(*whole, {kDisjoint[i]}, RunOn(static_cast<int>(i) + 1));
  }
  AuditProblem problem;
  problem.path = "missing.zip";
  problem.problem.code = "input_unreadable";
  for (size_t i = 0; i < shards.size(); ++i) {
    const auto shard = OpenStore(shards[i]);
    Need(shard->AddRunProblem(Need(shard->Runs()).at(0).id, problem));
    Need(whole->AddRunProblem(Need(whole->Runs()).at(i).id, problem));
  }
  Need(OpenStore(shards[0])->Decide(DecisionOn(1, DecisionState::kFalse)));
  Need(OpenStore(shards[1])->Decide(DecisionOn(3, DecisionState::kAccepted)));
  Need(OpenStore(shards[2])->Decide(DecisionOn(2, DecisionState::kRemoved)));
  Need(whole->Decide(DecisionOn(3, DecisionState::kAccepted)));
  const std::string expected = AllOf(*whole);
  ForEachOrder(shards, [&](const std::vector<std::string>& order) {
    const StoreFolder place("merge_order");
    const auto merged = OpenStore(place / "all.db");
    for (const std::string& shard : order) CHECK(Need(merged->Merge(shard)).empty());
    CHECK(AllOf(*merged) == expected);
    // Once more changes nothing.
    for (const std::string& shard : order) CHECK(Need(merged->Merge(shard)).empty());
    CHECK(AllOf(*merged) == expected);
  });
}

TEST_CASE("Posts that several shards have count once, whatever their order", "[audit][merge]") {
  const StoreFolder folder("merge_overlap");
  const std::vector<std::string> shards = Shards(folder, kOverlapping);
  const auto whole = OpenStore(folder / "whole.db");
  Audit(*whole, kOverlapping);
  const std::string expected = TotalsOf(*whole);
  ForEachOrder(shards, [&](const std::vector<std::string>& order) {
    const StoreFolder place("merge_order");
    const auto merged = OpenStore(place / "all.db");
    for (const std::string& shard : order) CHECK(Need(merged->Merge(shard)).empty());
    CHECK(TotalsOf(*merged) == expected);
    for (const AuditInput& input : Need(merged->Inputs())) {
      CHECK(input.state == InputState::kComplete);
    }
  });
}

TEST_CASE("Merged stores are merged again, and audited into, like any other", "[audit][merge]") {
  const StoreFolder folder("merge_tree");
  const std::vector<std::string> shards = Shards(folder, kOverlapping);
  Need(OpenStore(shards[0])->Merge(shards[1]));
  Need(OpenStore(shards[1])->Merge(shards[2]));
  const auto merged = OpenStore(folder / "all.db");
  Need(merged->Merge(shards[1]));
  Need(merged->Merge(shards[0]));
  const auto whole = OpenStore(folder / "whole.db");
  Audit(*whole, kOverlapping);
  CHECK(TotalsOf(*merged) == TotalsOf(*whole));
  for (Store* store : {static_cast<Store*>(merged.get()), static_cast<Store*>(whole.get())}) {
    Audit(*store, {{"d.zip", {{"5"}, {"6", "t", {"106"}}, {"1", "edited", {"101", "111"}}}}});
  }
  CHECK(TotalsOf(*merged) == TotalsOf(*whole));
}

TEST_CASE("An edited post in two stores has the findings of both its texts once",
          "[audit][merge]") {
  const StoreFolder folder("merge_edited");
  const std::vector<std::string> shards =
      Shards(folder, {{"a.zip", {{"1", "first", {"101", "102"}}}},
                      {"b.zip", {{"1", "second", {"102", "103"}, Visibility::kGone}}},
                      {"c.zip", {{"1", "second", {"102", "103"}}, {"1", "third", {"101"}}}}});
  ForEachOrder(shards, [&](const std::vector<std::string>& order) {
    const StoreFolder place("merge_order");
    const auto merged = OpenStore(place / "all.db");
    for (const std::string& shard : order) Need(merged->Merge(shard));
    std::vector<std::string> masked;
    for (const ReadFinding& read : FindingsOf(*merged)) {
      masked.push_back(read.finding.masked.substr(9));
      CHECK(read.post.visibility == Visibility::kGone);
    }
    std::sort(masked.begin(), masked.end());
    CHECK(masked == std::vector<std::string>{"101", "102", "103"});
    CHECK(CountOf(*merged) == 1);
  });
}

TEST_CASE(
    "A whole input takes the place of an unfinished one, and goes on for one that is not here",
    "[audit][merge]") {
  const StoreFolder folder("merge_unfinished");
  const std::vector<SamplePost> posts{{"1", "t", {"101"}}, {"2"}, {"3", "t", {"103"}}};
  const auto part = OpenStore(folder / "part.db");
  {
    const AuditRun run = Need(part->BeginRun(RunOn(1)));
    const AuditInput input = BeginInput(*part, "a.zip", run.id);
    Need(part->AddChunk(input.id, ChunkOf(0, {posts[0]})));
    AddInput(*part, "b.zip", {posts[0], {"4"}}, run.id);
    Need(part->Flush());
  }
  const auto whole = OpenStore(folder / "whole.db");
  Audit(*whole, {{"a.zip", posts}}, RunOn(2));

  // Unfinished, from another store.
  const auto merged = OpenStore(folder / "all.db");
  Need(merged->Merge(folder / "part.db"));
  const AuditInput input = BeginInput(*merged, "a.zip", Need(merged->BeginRun(RunOn(1))).id);
  CHECK(input.state == InputState::kUnfinished);
  CHECK(Need(merged->ChunksOf(input.id)).size() == 1);

  Need(merged->Merge(folder / "whole.db"));
  const std::vector<AuditInput> inputs = Need(merged->Inputs());
  REQUIRE(inputs.size() == 2);
  CHECK(inputs[0].state == InputState::kComplete);
  CHECK(inputs[0].posts == 3);
  CHECK(inputs[1].state == InputState::kComplete);
  CHECK(inputs[1].duplicates == 1);
  CHECK(CountOf(*merged) == 4);
  CHECK(FindingsOf(*merged).size() == 2);

  // The other way round, nothing changes.
  Need(whole->Merge(folder / "part.db"));
  CHECK(CountOf(*whole) == 4);
  CHECK(Need(whole->Inputs()).at(0).state == InputState::kComplete);
}

TEST_CASE("Stores that were audited under different keys say that posts may count twice",
          "[audit][merge]") {
  const StoreFolder folder("merge_keys");
  const auto audit = [&](const std::string& name, const std::string& key, const char* secret) {
    const std::vector<SamplePost> posts{{"1", "t", {"101"}, {}, secret}};
    Audit(*OpenStore(folder / name), {{name, posts}}, SampleRun(key));
  };
  audit("first.db", "11111111", "first");
  audit("same.db", "11111111", "first");
  audit("second.db", "22222222", "second");
  audit("none.db", "", "salt of none");
  audit("other.db", "", "salt of other");

  const auto merged = OpenStore(folder / "all.db");
  CHECK(Need(merged->Merge(folder / "first.db")).empty());
  CHECK(Need(merged->Merge(folder / "same.db")).empty());
  CHECK(CountOf(*merged) == 1);
  for (int i = 0; i < 2; ++i) {
    // Nothing comes from it the second time.
    const std::vector<Problem> notes = Need(merged->Merge(folder / "second.db"));
    CHECK(notes.size() == (i == 0 ? 1 : 0));
    for (const Problem& note : notes) {
      CHECK(note.kind == ProblemKind::kNote);
      CHECK(note.code == "posts_not_recognised");
      CHECK(note.where.file == folder / "second.db");
    }
  }
  CHECK(CountOf(*merged) == 2);
  const std::vector<AuditProblem> problems = Need(merged->Problems());
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].problem.code == "posts_not_recognised");
  CHECK(problems[0].problem.where.file == folder / "second.db");

  const auto keyless = OpenStore(folder / "keyless.db");
  CHECK(Need(keyless->Merge(folder / "none.db")).empty());
  // It goes on under the salt of the store that it was made from.
  CHECK(Need(keyless->Salt()) == Need(OpenStore(folder / "none.db", Access::kRead)->Salt()));
  CHECK(Need(keyless->Merge(folder / "other.db")).size() == 1);
}

TEST_CASE("A store that an audit writes to can be merged, as it stands", "[audit][merge]") {
  const StoreFolder folder("merge_running");
  const auto running = OpenStore(folder / "running.db");
  const AuditRun run = Need(running->BeginRun(RunOn(1)));
  const AuditInput input = BeginInput(*running, "a.zip", run.id);
  Need(running->AddChunk(input.id, ChunkOf(0, {{"1", "t", {"101"}}})));
  Need(running->Flush());
  Need(running->AddChunk(input.id, ChunkOf(1, {{"2", "t", {"102"}}})));
  const Sqlite writer = Need(Sqlite::Open(folder / "running.db", Sqlite::Mode::kExisting));
  Need(writer.Execute("BEGIN IMMEDIATE"));
  const auto merged = OpenStore(folder / "all.db");
  Need(merged->Merge(folder / "running.db"));
  CHECK(CountOf(*merged) == 1);
  CHECK(Need(merged->Inputs()).at(0).state == InputState::kUnfinished);
  Need(writer.Execute("ROLLBACK"));
  CHECK(CountOf(*running) == 2);
}

TEST_CASE("What cannot be merged changes nothing", "[audit][merge]") {
  const StoreFolder folder("merge_refused");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"101"}}}}});
  OpenStore(folder / "later.db").reset();
  Need(Need(Sqlite::Open(folder / "later.db", Sqlite::Mode::kExisting))
           .Execute("PRAGMA user_version = 9"));
  std::ofstream(folder / "text.db") << "no store";
  std::ofstream(folder / "empty.db") << "";
  std::filesystem::create_symlink(folder / "a.db", folder / "link.db");
  const std::string before = AllOf(*store);
  const auto refusal = [&](const std::string& name) {
    const auto merged = store->Merge(folder / name);
    REQUIRE_FALSE(merged);
    CHECK_THAT(merged.error().where.file, ContainsSubstring(folder / name));
    return merged.error().message;
  };
  CHECK(refusal("a.db") == "cannot be merged into itself. Name another store.");
  CHECK(refusal("link.db") == "cannot be merged into itself. Name another store.");
  CHECK_THAT(refusal("later.db"), ContainsSubstring("is a store of version 9"));
  CHECK(refusal("text.db") == "is no store of an audit. Name another file.");
  CHECK(refusal("empty.db") == "is no store of an audit. Name another file.");
  CHECK_THAT(refusal("none.db"), ContainsSubstring("cannot be opened. Check the name"));
  CHECK(AllOf(*store) == before);
  CHECK(std::filesystem::file_size(folder / "empty.db") == 0);
}

TEST_CASE("A merge that breaks off changes nothing", "[audit][merge]") {
  const StoreFolder folder("merge_broken");
  std::vector<SamplePost> posts;
  for (int i = 0; i < 200; ++i) posts.push_back({std::to_string(i), "t", {"101"}});
  Audit(*OpenStore(folder / "other.db"), {{"b.zip", posts}});
  {
    // Its findings, the last thing that is read.
    std::fstream file(folder / "other.db", std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(folder / "other.db"));
    file.seekp(size / 2);
    file << std::string(static_cast<size_t>(size / 2), '\x5A');
  }
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"101"}}}}});
  const std::string before = AllOf(*store);
  const auto merged = store->Merge(folder / "other.db");
  REQUIRE_FALSE(merged);
  CHECK_THAT(merged.error().message, ContainsSubstring("is damaged"));
  CHECK_THAT(merged.error().where.file, ContainsSubstring("a.db, taking in "));
  CHECK(AllOf(*store) == before);
  Audit(*store, {{"c.zip", {{"5"}}}});
  CHECK(CountOf(*store) == 2);
}
