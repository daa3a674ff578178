#include "report/marks_report.h"

#include <string>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

std::vector<Mark> SampleMarks() {
  StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1), PhoneFinding(2)})});
  store.Decide(1, DecisionState::kAccepted, "2026-04-01");
  store.Decide(2, DecisionState::kRemoved);
  store.Decide(3, DecisionState::kFalse, "2026-12-31");
  Result<std::vector<Mark>> marks = MarksOf(*store, KnownDay("2026-04-02"));
  REQUIRE(marks);
  return *std::move(marks);
}

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("marks are listed with what they are about, and those that ran out are told",
          "[report][marks_report]") {
  std::string text;
  AppendMarksText(SampleMarks(), {}, text);
  CAPTURE(text);
  CHECK(Has(text, FingerprintOf(1) +
                      "\n  accepted  Phone number  ***** ****11, 1 finding\n  1 April 2026, Pat "
                      "Example, RAN OUT on 1 April 2026 and counts no longer\n  looked at\n"));
  CHECK(Has(text, "no personal data  no finding is of it"));
  CHECK(Has(text, "until 31 December 2026"));
  CHECK(Has(text, "3 marks, 1 of them run out: decide again.\n"));
}

TEST_CASE("marks for programs are one JSON document", "[report][marks_report]") {
  std::string out;
  AppendMarksJson(SampleMarks(), out);
  const ParsedJson tree = ParseTree(out);
  const ParsedJson& marks = tree["marks"];
  const ParsedJson& mark = marks[size_t{0}];
  CHECK(mark["state"].text == "accepted");
  CHECK(mark["until"].text == "2026-04-01");
  CHECK(mark["has_run_out"].text == "true");
  CHECK(mark["findings"].text == "1");
  CHECK(marks[size_t{1}]["until"].type == ParsedJson::Type::kNull);
}

}  // namespace gatepost
