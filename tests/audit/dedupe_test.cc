// Posts that several inputs have, or one several times.

#include "audit/store_samples.h"

using namespace gatepost;

namespace {

AuditInput InputNamed(const Store& store, const std::string& name) {
  for (const AuditInput& input : Need(store.Inputs())) {
    if (input.name == name) return input;
  }
  FAIL("no input " << name);
  return {};
}

std::vector<std::string> MaskedOf(const Store& store) {
  std::vector<std::string> masked;
  for (const ReadFinding& read : FindingsOf(store)) masked.push_back(read.finding.masked.substr(9));
  return masked;
}

using Numbers = std::vector<std::string>;

}  // namespace

TEST_CASE("Exports that overlap count a post once", "[audit][dedupe]") {
  const StoreFolder folder("dedupe_overlap");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"2023.zip", {{"1", "t", {"101"}}, {"2"}, {"3", "t", {"103"}}}},
                 {"2024.zip", {{"2"}, {"3", "t", {"103"}}, {"4", "t", {"104"}}}}});
  CHECK(CountOf(*store) == 4);
  CHECK(MaskedOf(*store) == Numbers{"101", "103", "104"});
  CHECK(InputNamed(*store, "2023.zip").duplicates == 0);
  CHECK(InputNamed(*store, "2024.zip").duplicates == 2);
  CHECK(InputNamed(*store, "2024.zip").posts == 3);
}

TEST_CASE("A post that comes twice in a chunk, or in two that are written together, counts once",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_chunk");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store,
        {{"a.zip", {{"1", "t", {"101"}}, {"1", "t", {"101"}}, {"1", "t", {"101"}}, {"2"}}}});
  CHECK(CountOf(*store) == 2);
  CHECK(MaskedOf(*store) == Numbers{"101"});
  CHECK(FindingsOf(*store).at(0).post.record == 0);
  CHECK(InputNamed(*store, "a.zip").duplicates == 2);
}

TEST_CASE("An edited post is one post, with the findings of all its texts once",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_edited");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "first", {"101", "102"}}, {"1", "second", {"102", "103"}}}},
                 {"b.zip", {{"1", "third", {"101", "103"}}, {"1", "second", {"102", "103"}}}},
                 {"c.zip", {{"1", "fourth", {"104"}}, {"1", "fifth"}}}});
  CHECK(CountOf(*store) == 1);
  CHECK(MaskedOf(*store) == Numbers{"101", "102", "103", "104"});
  CHECK(InputNamed(*store, "b.zip").duplicates == 2);
}

TEST_CASE("A value that a post has twice is found twice, whether it was edited or not",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_value");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "first", {"101", "101"}}, {"1", "second", {"101", "101"}}}}});
  CHECK(MaskedOf(*store) == Numbers{"101", "101"});
}

TEST_CASE("That a post is gone is known from any export, and never taken back by one",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_gone");
  const auto store = OpenStore(folder / "a.db");
  SamplePost post{"1", "first", {"101"}};
  Audit(*store, {{"a.zip", {post}}});
  CHECK(FindingsOf(*store).at(0).post.visibility == Visibility::kUnknown);
  const auto see = [&](Visibility visibility, const std::string& text, const std::string& input) {
    post.visibility = visibility;
    post.text = text;
    Audit(*store, {{input, {post}}});
    return FindingsOf(*store).at(0).post;
  };
  CHECK(see(Visibility::kPublic, "first", "b.zip").visibility == Visibility::kPublic);
  CHECK(see(Visibility::kUnknown, "first", "c.zip").visibility == Visibility::kPublic);
  const AuditPost gone = see(Visibility::kGone, "first", "d.zip");
  CHECK(gone.visibility == Visibility::kGone);
  CHECK(gone.visibility_source == "data/of.js");
  CHECK(see(Visibility::kPublic, "first", "e.zip").visibility == Visibility::kGone);

  post.numbers = {"102"};
  CHECK(see(Visibility::kPublic, "second", "f.zip").visibility == Visibility::kGone);
  const std::vector<ReadFinding> findings = FindingsOf(*store);
  REQUIRE(findings.size() == 2);
  CHECK(findings[1].post.visibility == Visibility::kGone);
}

TEST_CASE("Problems of a post that was seen before are kept", "[audit][dedupe]") {
  const StoreFolder folder("dedupe_problem");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1"}}}});
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "b.zip", run.id);
  ChunkOutcome chunk = ChunkOf(0, {{"1"}});
  AuditProblem problem;
  problem.problem.code = "invalid_utf8";
  chunk.posts[0].problems = {problem};
  problem.problem.kind = ProblemKind::kNote;
  problem.problem.code = "no_alt_text";
  chunk.problems = {problem};
  Need(store->AddChunk(input.id, chunk));
  Need(store->Flush());
  CHECK(Need(store->Problems()).size() == 2);
}

TEST_CASE("Inputs whose posts counted as those of one that is read anew are read anew",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_anew");
  const auto store = OpenStore(folder / "a.db");
  const std::vector<SamplePost> shared{{"1", "t", {"101"}}};
  Audit(*store, {{"a.zip", shared}, {"b.zip", shared}, {"c.zip", {{"3"}}}});
  const AuditRun run = Need(store->BeginRun(SampleRun()));

  // Under fewer patterns, nothing is found in a.zip: b.zip, read under the old ones, would be
  // without what it has.
  AddInput(*store, "a.zip", {{"1", "t"}}, run.id, "fewer patterns");
  CHECK(InputNamed(*store, "a.zip").state == InputState::kComplete);
  CHECK(InputNamed(*store, "b.zip").state == InputState::kUnfinished);
  CHECK(InputNamed(*store, "c.zip").state == InputState::kComplete);

  const AuditInput again = BeginInput(*store, "b.zip", run.id);
  CHECK(Need(store->ChunksOf(again.id)).empty());
  AddInput(*store, "b.zip", shared, run.id);
  CHECK(InputNamed(*store, "b.zip").state == InputState::kComplete);
  CHECK(CountOf(*store) == 2);
}

TEST_CASE("All inputs read anew in their order come to what they would in a new store",
          "[audit][dedupe]") {
  const StoreFolder folder("dedupe_all");
  const auto store = OpenStore(folder / "a.db");
  const std::vector<SampleInput> inputs{{"a.zip", {{"1", "t", {"101"}}, {"2"}}},
                                        {"b.zip", {{"2"}, {"3", "t", {"103"}}, {"1", "u"}}},
                                        {"c.zip", {{"3", "t", {"103"}}, {"1", "t", {"101"}}}}};
  for (const std::string basis : {"first", "second", "third"}) {
    const AuditRun run = Need(store->BeginRun(SampleRun()));
    for (const SampleInput& input : inputs) {
      AddInput(*store, input.name, input.posts, run.id, basis);
    }
    Need(store->EndRun(run.id, DayAt(2026, 4, 1)));
    CHECK(CountOf(*store) == 3);
    CHECK(MaskedOf(*store) == Numbers{"101", "103"});
    for (const SampleInput& input : inputs) {
      CHECK(InputNamed(*store, input.name).state == InputState::kComplete);
    }
    CHECK(InputNamed(*store, "b.zip").duplicates == 2);
    CHECK(InputNamed(*store, "c.zip").duplicates == 2);
  }
}
