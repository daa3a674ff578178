#include "pattern/list_reader.h"

#include <string>
#include <vector>

#include "catch.h"
#include "test_patterns.h"

namespace gatepost {

TEST_CASE("a list is sorted, in the form asked for, without comments and blank lines",
          "[pattern][list_reader]") {
  ListReader lists(kTestLists);
  const Result<ListEntries> upper = lists.Read("badges", CanonicalForm::kUpper);
  const Result<ListEntries> lower = lists.Read("badges", CanonicalForm::kLower);
  REQUIRE(upper);
  REQUIRE(lower);
  CHECK(**upper == std::vector<std::string>{"B0000", "B0001"});
  CHECK(**lower == std::vector<std::string>{"b-0001", "b0000"});
}

TEST_CASE("a list is read once and its digest kept", "[pattern][list_reader]") {
  ListReader lists(kTestLists);
  const Result<ListEntries> first = lists.Read("badges", CanonicalForm::kUpper);
  const Result<ListEntries> again = lists.Read("badges", CanonicalForm::kUpper);
  REQUIRE(first);
  REQUIRE(again);
  CHECK(first->get() == again->get());
  REQUIRE(lists.digests().size() == 1);
  CHECK(lists.digests().at("badges").size() == 64);
}

TEST_CASE("a list that cannot be used is an error with its place", "[pattern][list_reader]") {
  ListReader lists(kTestLists);
  const Result<ListEntries> empty = lists.Read("empty", CanonicalForm::kUpper);
  REQUIRE_FALSE(empty);
  CHECK(empty.error().where.line == 1);
  const Result<ListEntries> twice = lists.Read("duplicates", CanonicalForm::kUpper);
  REQUIRE_FALSE(twice);
  CHECK(twice.error().where.line == 3);
  CHECK(lists.Read("duplicates", CanonicalForm::kLower));  // there they differ
  const Result<ListEntries> none = lists.Read("none", CanonicalForm::kUpper);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::kUnreadable);
  // Of the digits-only form nothing is left of an entry without digits.
  CHECK_FALSE(lists.Read("roles", CanonicalForm::kDigits));
}

}  // namespace gatepost
