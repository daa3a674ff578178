#include "audit/sqlite_store.h"

#include "audit/store_samples.h"

using namespace gatepost;

namespace {

AuditProblem UnreadProblem(const std::string& code, const std::string& path, uint32_t line) {
  AuditProblem problem;
  problem.path = path;
  problem.post = "id-9";
  problem.problem = {ProblemKind::kUnread, code, "was not read.", {"a.zip: " + path, line, 4}};
  problem.count = 3;
  return problem;
}

}  // namespace

TEST_CASE("What is written of a run comes back", "[audit][sqlite_store]") {
  const StoreFolder folder("store_run");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun begun = Need(store->BeginRun(SampleRun()));
  CHECK_FALSE(Need(store->Runs()).at(0).ended);
  Need(store->AddRunProblem(begun.id, UnreadProblem("input_unreadable", "missing.zip", 0)));
  Need(store->EndRun(begun.id, DayAt(2026, 4, 1)));
  const AuditRun run = Need(store->Runs()).at(0);
  CHECK(run.id == begun.id);
  CHECK(run.started == DayAt(2026, 3, 31));
  CHECK(run.ended == DayAt(2026, 4, 1));
  CHECK(run.gatepost == "0.1.0");
  CHECK(run.set_name == "uk");
  CHECK(run.set_hash == "set");
  CHECK(run.policy_name == "council");
  CHECK(run.policy_hash == "policy");
  CHECK(run.key_id == "3b1e6285");
  CHECK(run.as_of == DayAt(2026, 3, 31));
  const AuditProblem problem = Need(store->Problems()).at(0);
  CHECK(problem.input == 0);
  CHECK(problem.path == "missing.zip");
  CHECK(problem.post == "id-9");
  CHECK(problem.problem.kind == ProblemKind::kUnread);
  CHECK(problem.problem.code == "input_unreadable");
  CHECK(problem.problem.message == "was not read.");
  CHECK(problem.problem.where == SourcePlace{"a.zip: missing.zip", 0, 4});
  CHECK(problem.count == 3);
}

TEST_CASE("What is written of a post and its finding comes back", "[audit][sqlite_store]") {
  const StoreFolder folder("store_post");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"7", "first", {"123"}, Visibility::kPublic}}}});
  const ReadFinding read = FindingsOf(*store).at(0);
  const AuditPost& post = read.post;
  CHECK(post.ref == HashOf("7first").substr(0, 12));
  CHECK(post.input == read.input.id);
  CHECK(read.input.name == "a.zip");
  CHECK(post.path == "data/tweets.js");
  CHECK(post.record == 0);
  CHECK(post.line == 1);
  CHECK(post.source == "x");
  CHECK(post.account == "AmbridgeBC");
  CHECK(post.channel == "public");
  CHECK(post.post_id == "id-7");
  CHECK(post.url == "https://example.com/status/7");
  CHECK(post.thread == "thread-7");
  CHECK(post.kind == PostKind::kReply);
  CHECK(post.published == DayAt(2024, 1, 8));
  CHECK(post.verdict == "review");
  CHECK(post.visibility == Visibility::kPublic);
  CHECK(post.visibility_source == "data/of.js");
  CHECK(post.text == "[kept text of 7, first]");
  const AuditFinding& finding = read.finding;
  const AuditFinding written = PhoneFinding("123");
  CHECK(finding.post == post.id);
  CHECK(finding.pattern == written.pattern);
  CHECK(finding.name == written.name);
  CHECK(finding.category == written.category);
  CHECK(finding.severity == written.severity);
  CHECK(finding.action == written.action);
  CHECK(finding.band == written.band);
  CHECK(finding.score == 50);
  CHECK(finding.field == FieldKind::kAltText);
  CHECK(finding.nth == 2);
  CHECK((finding.bytes.begin == 6 && finding.bytes.end == 18));
  CHECK((finding.codepoints.begin == 5 && finding.codepoints.end == 17));
  CHECK((finding.utf16.begin == 4 && finding.utf16.end == 16));
  CHECK(finding.text_line == 3);
  CHECK(finding.text_column == 7);
  CHECK(finding.masked == written.masked);
  CHECK(finding.fingerprint == written.fingerprint);
  CHECK(finding.labels == written.labels);
  CHECK(finding.reasons == written.reasons);
  CHECK(finding.advice == written.advice);
}

TEST_CASE("Texts with NUL bytes and broken UTF-8 come back as they were", "[audit][sqlite_store]") {
  const StoreFolder folder("store_bytes");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  ChunkOutcome chunk = ChunkOf(0, {{"1", "first", {"123"}}});
  const std::string odd("a\0b\xFF\xC3", 5);
  chunk.posts[0].post.text = odd;
  chunk.posts[0].post.account = odd;
  Need(store->AddChunk(input.id, chunk));
  Need(store->Flush());
  CHECK(FindingsOf(*store).at(0).post.text == odd);
  CHECK(Need(store->Tallies({})).at(0).account == odd);
}

TEST_CASE("What is written of an input and its files comes back", "[audit][sqlite_store]") {
  const StoreFolder folder("store_input");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput begun = BeginInput(*store, "a.zip", run.id);
  CHECK(begun.state == InputState::kUnfinished);
  Need(store->AddChunk(begun.id, ChunkOf(0, {{"1"}, {"2"}, {"1"}})));
  std::vector<AuditFile> files(4);
  files[0].path = "b.js";
  files[0].format = "x";
  files[0].posts = 3;
  files[0].declared = 4;
  files[0].account = "AmbridgeBC";
  files[1].path = "c.js";
  files[1].state = AuditFile::State::kPassedOver;
  files[2].path = "a.js";
  files[2].state = AuditFile::State::kPrivate;
  files[3].path = "d.js";
  files[3].state = AuditFile::State::kUnread;
  Need(store->EndInput(begun.id, files, {UnreadProblem("file_unreadable", "d.js", 1)}));
  const AuditInput input = Need(store->Inputs()).at(0);
  CHECK(input.id == begun.id);
  CHECK(input.run == run.id);
  CHECK(input.hash == HashOf("a.zip"));
  CHECK(input.bytes == 1234);
  CHECK(input.state == InputState::kComplete);
  CHECK(input.posts == 3);
  CHECK(input.duplicates == 1);
  CHECK(input.text_bytes == 300);
  const std::vector<AuditFile> read = Need(store->Files());
  REQUIRE(read.size() == 4);
  CHECK(read[0].path == "a.js");
  CHECK(read[0].state == AuditFile::State::kPrivate);
  CHECK(read[1].declared == 4);
  CHECK(read[1].account == "AmbridgeBC");
  CHECK(read[1].posts == 3);
  CHECK(read[1].format == "x");
  CHECK(read[2].state == AuditFile::State::kPassedOver);
  CHECK_FALSE(read[2].declared);
  CHECK(read[3].state == AuditFile::State::kUnread);
  CHECK(Need(store->Problems()).at(0).input == input.id);

  // Ending it again adds nothing.
  Need(store->EndInput(begun.id, files, {UnreadProblem("file_unreadable", "d.js", 1)}));
  CHECK(Need(store->Files()).size() == 4);
  CHECK(Need(store->Problems()).size() == 1);
}

TEST_CASE("Posts are counted by account and month", "[audit][sqlite_store]") {
  const StoreFolder folder("store_tallies");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1"}, {"2", "first", {"123"}}, {"40"}}},
                 {"b.zip", {{"3"}, {"4", "x", {}, {}, "salt", "AmbridgeBins"}}}});
  const std::vector<AuditTally> tallies = Need(store->Tallies({}));
  REQUIRE(tallies.size() == 3);
  CHECK(tallies[0].account == "AmbridgeBC");
  CHECK(tallies[0].source == "x");
  CHECK(tallies[0].month == "2024-01");
  CHECK(tallies[0].posts == 3);
  CHECK(tallies[0].bytes == 300);
  CHECK(tallies[0].verdicts == std::map<std::string, uint64_t>{{"pass", 2}, {"review", 1}});
  CHECK(tallies[1].month == "2024-02");
  CHECK(tallies[2].account == "AmbridgeBins");
  AuditFilter filter;
  filter.accounts = {"AmbridgeBC"};
  filter.since = DayAt(2024, 2, 5);
  CHECK(Need(store->Tallies(filter)).size() == 1);
  filter.since.reset();
  filter.until = DayAt(2024, 2, 1);
  CHECK(Need(store->Tallies(filter)).at(0).month == "2024-01");
}

TEST_CASE("Posts without a time count under no month, of years before 1 too",
          "[audit][sqlite_store]") {
  const StoreFolder folder("store_months");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  ChunkOutcome chunk = ChunkOf(0, {{"1"}, {"2"}, {"3"}});
  chunk.posts[0].post.published.reset();
  chunk.posts[1].post.published = DayAt(1969, 12, 31);
  chunk.posts[2].post.published = DayAt(0, 1, 1);
  Need(store->AddChunk(input.id, chunk));
  Need(store->Flush());
  const std::vector<AuditTally> tallies = Need(store->Tallies({}));
  REQUIRE(tallies.size() == 3);
  CHECK(tallies[0].month.empty());
  CHECK(tallies[1].month == "0000-01");
  CHECK(tallies[2].month == "1969-12");
}

TEST_CASE("Findings come by input, place and number, and as the filter wants them",
          "[audit][sqlite_store]") {
  const StoreFolder folder("store_order");
  const auto store = OpenStore(folder / "a.db");
  const AuditRun run = Need(store->BeginRun(SampleRun()));
  AddInput(*store, "b.zip", {{"5", "t", {"105"}}}, run.id);
  const AuditInput input = BeginInput(*store, "a.zip", run.id);
  // Chunks come in any order.
  Need(store->AddChunk(input.id, ChunkOf(1, {{"3", "t", {"103"}}, {"4", "t", {"104", "114"}}})));
  Need(store->AddChunk(input.id, ChunkOf(0, {{"1", "t", {"101"}}, {"2", "t", {"102"}}})));
  Need(store->Flush());
  const auto order = [&](const AuditFilter& filter) {
    std::string numbers;
    for (const ReadFinding& read : FindingsOf(*store, filter)) {
      numbers += read.finding.masked.substr(9) + " ";
    }
    return numbers;
  };
  CHECK(order({}) == "101 102 103 104 114 105 ");
  AuditFilter filter;
  filter.since = DayAt(2024, 1, 3);
  filter.until = DayAt(2024, 1, 5);
  CHECK(order(filter) == "102 103 ");
  filter = {};
  filter.patterns = {"uk.nino"};
  CHECK(order(filter).empty());
  filter.patterns = {"uk.nino", "uk.phone"};
  filter.accounts = {"AmbridgeBC"};
  CHECK(order(filter) == "101 102 103 104 114 105 ");
  filter.accounts = {"Borchester"};
  CHECK(order(filter).empty());
}

TEST_CASE("A reader that fails ends the reading, and the store reads on", "[audit][sqlite_store]") {
  const StoreFolder folder("store_take");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"101", "102"}}}}});
  int taken = 0;
  const Status status = store->ForEachFinding({}, [&](const FindingInPost&) -> Status {
    ++taken;
    return Fail(ErrorCode::kInternal, "stop");
  });
  CHECK(status.error().message == "stop");
  CHECK(taken == 1);
  CHECK(FindingsOf(*store).size() == 2);
}

TEST_CASE("Decisions come back with the findings of their value", "[audit][sqlite_store]") {
  const StoreFolder folder("store_decisions");
  const auto store = OpenStore(folder / "a.db");
  Audit(*store, {{"a.zip", {{"1", "t", {"101", "102"}}}}});
  Decision decision;
  decision.fingerprint = PhoneFinding("102").fingerprint;
  decision.state = DecisionState::kFalse;
  decision.reason = "a helpline";
  decision.owner = "communications";
  decision.made = DayAt(2026, 3, 1);
  Need(store->Decide(decision));
  decision.state = DecisionState::kAccepted;
  decision.until = DayAt(2026, 9, 1);
  Need(store->Decide(decision));
  const std::vector<Decision> decisions = Need(store->Decisions());
  REQUIRE(decisions.size() == 1);
  CHECK(decisions[0].state == DecisionState::kAccepted);
  CHECK(decisions[0].reason == "a helpline");
  CHECK(decisions[0].owner == "communications");
  CHECK(decisions[0].made == decision.made);
  CHECK(decisions[0].until == decision.until);
  CHECK(FindingsOf(*store).at(0).decision.empty());
  CHECK(FindingsOf(*store).at(1).decision == "accepted");
  Need(store->Undecide(decision.fingerprint));
  CHECK(Need(store->Decisions()).empty());
}

TEST_CASE("No decision is about all findings without a fingerprint", "[audit][sqlite_store]") {
  const StoreFolder folder("store_nameless");
  const auto store = OpenStore(folder / "a.db");
  const Status status = store->Decide(Decision{});
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::kUsage);
  CHECK_THAT(status.error().message, ContainsSubstring("a decision needs a fingerprint"));
}

TEST_CASE("A salt is the store's own, and stays", "[audit][sqlite_store]") {
  const StoreFolder folder("store_salt");
  const std::string salt = Need(OpenStore(folder / "a.db")->Salt());
  CHECK(salt.size() == 32);
  CHECK(Need(OpenStore(folder / "a.db")->Salt()) == salt);
  CHECK(Need(OpenStore(folder / "b.db")->Salt()) != salt);
}
