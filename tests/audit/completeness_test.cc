#include "audit/completeness.h"

#include "audit/known_posts.h"
#include "audit/store_file.h"

namespace gatepost {
namespace {

struct Records {
  std::vector<AuditRun> runs;
  std::vector<AuditInput> inputs;
  std::vector<AuditFile> files;
  std::vector<AuditProblem> problems;

  [[nodiscard]] Completeness Counted() const {
    return CompletenessOf(runs, inputs, files, problems);
  }
};

// Of one input with one post in one file.
Records WholeAudit() {
  Records records;
  records.runs.emplace_back().ended = Time(KnownDay("2026-03-31"));
  AuditInput& input = records.inputs.emplace_back();
  input.state = InputState::kComplete;
  input.posts = 1;
  records.files.emplace_back();
  records.problems.emplace_back().problem.kind = ProblemKind::kNote;
  return records;
}

}  // namespace

TEST_CASE("an audit that read all to the end is complete, whatever its notes",
          "[audit][completeness]") {
  CHECK(WholeAudit().Counted().is_complete());
}

TEST_CASE("an audit is not complete if anything was left unread", "[audit][completeness]") {
  Records records = WholeAudit();
  SECTION("its last run was interrupted") {
    records.runs.emplace_back();
    CHECK_FALSE(records.Counted().has_ended);
  }
  SECTION("it never ran") { records.runs.clear(); }
  SECTION("an input was not read to its end") {
    records.inputs.emplace_back();
    CHECK(records.Counted().unfinished_inputs == 1);
  }
  SECTION("a file was not read") {
    records.files.emplace_back().state = AuditFile::State::kUnread;
    CHECK(records.Counted().unread_files == 1);
  }
  SECTION("a problem says so") {
    records.problems.emplace_back().problem.kind = ProblemKind::kUnread;
    CHECK(records.Counted().unread == 1);
  }
  SECTION("there was no post") { records.inputs[0].posts = 0; }
  CHECK_FALSE(records.Counted().is_complete());
}

TEST_CASE("a store says itself what its records come to", "[audit][completeness]") {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)})});
  const Result<Completeness> counted = CompletenessOf(*store);
  REQUIRE(counted);
  CHECK(counted->posts == 1);
  CHECK(counted->is_complete());
}

}  // namespace gatepost
