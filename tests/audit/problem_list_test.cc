#include "audit/problem_list.h"

#include "catch.h"

using namespace gatepost;

namespace {

Problem ProblemOf(ProblemKind kind, const std::string& code) {
  return {kind, code, code + ".", {}};
}

uint64_t SumOf(const ProblemList& list) {
  uint64_t sum = 0;
  for (const AuditProblem& problem : list.problems()) sum += problem.count;
  return sum;
}

}  // namespace

TEST_CASE("Unread problems are kept one by one, notes are counted by file and code",
          "[audit][problem_list]") {
  ProblemList list;
  list.Add("a", "1", ProblemOf(ProblemKind::kNote, "note"));
  CHECK_FALSE(list.has_unread());
  list.Add("a", "2", ProblemOf(ProblemKind::kNote, "note"));
  list.Add("b", "3", ProblemOf(ProblemKind::kNote, "note"));
  list.Add("a", "4", ProblemOf(ProblemKind::kNote, "other"));
  list.Add("a", "5", ProblemOf(ProblemKind::kUnread, "unread"));
  list.Add("a", "6", ProblemOf(ProblemKind::kUnread, "unread"));
  CHECK(list.has_unread());
  const std::vector<AuditProblem>& problems = list.problems();
  REQUIRE(problems.size() == 5);
  CHECK(problems[0].post == "1");
  CHECK(problems[0].count == 2);
  CHECK(problems[1].path == "b");
  CHECK(problems[2].problem.code == "other");
  CHECK(problems[3].post == "5");
  CHECK(problems[4].post == "6");
}

TEST_CASE("However many there are, none is lost and memory is bounded", "[audit][problem_list]") {
  ProblemList list;
  constexpr size_t kMany = 3 * ProblemList::kMaxKept;
  for (size_t i = 0; i < kMany; ++i) {
    const std::string path = std::to_string(i);
    list.Add(path, {}, ProblemOf(ProblemKind::kUnread, i % 2 == 0 ? "even" : "odd"));
    list.Add(path, {}, ProblemOf(ProblemKind::kNote, "note"));
  }
  CHECK(list.problems().size() <= ProblemList::kMaxKept + 3);
  CHECK(SumOf(list) == 2 * kMany);
  CHECK(list.has_unread());
}

TEST_CASE("What is unread is told, even if the list is full of notes", "[audit][problem_list]") {
  ProblemList list;
  for (size_t i = 0; i < ProblemList::kMaxKept; ++i) {
    list.Add(std::to_string(i), {}, ProblemOf(ProblemKind::kNote, "note"));
  }
  list.Add("a", {}, ProblemOf(ProblemKind::kUnread, "note"));
  CHECK(list.has_unread());
  CHECK(list.problems().back().problem.kind == ProblemKind::kUnread);
}
