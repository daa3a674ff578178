#include "pattern/pattern.h"

#include <memory>
#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

Regex RegexOf(std::string_view source) {
  Result<Regex> regex = Regex::Parse(source);
  REQUIRE(regex);
  return *std::move(regex);
}

std::shared_ptr<const std::vector<std::string>> ListOf(std::vector<std::string> sorted) {
  return std::make_shared<const std::vector<std::string>>(std::move(sorted));
}

struct EdgeCase {
  std::string text;
  Span span;
  bool word, number;  // whether these edges hold
};

}  // namespace

TEST_CASE("edges look at what stands on each side of a span", "[pattern][pattern]") {
  const EdgeCase edge = GENERATE(values<EdgeCase>({
      {"12", {0, 2}, true, true},
      {" 12 ", {1, 3}, true, true},
      {"(12)", {1, 3}, true, true},
      {"a12", {1, 3}, false, true},
      {"12Z", {0, 2}, false, true},
      {"_12", {1, 3}, true, true},
      {"12_", {0, 2}, true, true},
      {" _12_.", {2, 4}, true, true},
      {"a_12", {2, 4}, false, true},
      {"12_b", {0, 2}, false, true},
      {"12__", {0, 2}, false, true},
      {"312", {1, 3}, false, false},
      {"123", {0, 2}, false, false},
      {std::string("a\0"
                   "12\0b",
                   6),
       {2, 4},
       true,
       true},
  }));
  CAPTURE(edge.text);
  CHECK(EdgesHold(Edges::kWord, edge.text, edge.span) == edge.word);
  CHECK(EdgesHold(Edges::kNumber, edge.text, edge.span) == edge.number);
  CHECK(EdgesHold(Edges::kNone, edge.text, edge.span));
}

TEST_CASE("compacting drops the named characters and nothing else", "[pattern][pattern]") {
  CHECK(Compacted("999 000-00.18", " .-") == "9990000018");
  CHECK(Compacted("999 000 0018", "") == "999 000 0018");
  CHECK(Compacted(" - ", " -").empty());
}

TEST_CASE("a variant's checks must all accept", "[pattern][pattern]") {
  WeightedSum nhs;
  nhs.weights = {10, 9, 8, 7, 6, 5, 4, 3, 2};
  const NamedCheck never{"never", "accepts nothing", [](std::string_view) { return false; }};
  Variant variant{"", RegexOf(R"(\d{10})"), {}, 0, 0, {}};
  CHECK(ChecksAccept(variant, "9990000019"));
  variant.checks = {nhs};
  CHECK(ChecksAccept(variant, "9990000018"));
  CHECK_FALSE(ChecksAccept(variant, "9990000019"));
  variant.checks = {nhs, &never};
  CHECK_FALSE(ChecksAccept(variant, "9990000018"));
}

TEST_CASE("a value rule without conditions applies to everything", "[pattern][pattern]") {
  CHECK(Applies(ValueRule{}, "anything"));
}

TEST_CASE("a value rule's regex matches the whole value", "[pattern][pattern]") {
  ValueRule rule;
  rule.regex = RegexOf(R"(\+447700900\d{3})");
  CHECK(Applies(rule, "+447700900123"));
  CHECK_FALSE(Applies(rule, "+4477009001234"));
  CHECK_FALSE(Applies(rule, "447700900123"));
}

TEST_CASE("a value rule's list holds the value itself", "[pattern][pattern]") {
  ValueRule rule;
  rule.is = ListOf({"4111111111111111", "5555555555554444"});
  CHECK(Applies(rule, "4111111111111111"));
  CHECK_FALSE(Applies(rule, "411111111111111"));
  CHECK_FALSE(Applies(rule, "4111111111111112"));
}

TEST_CASE("a value rule's starts end at a letter's or digit's end", "[pattern][pattern]") {
  ValueRule rule;
  rule.starts = ListOf({"info", "press.office"});
  const auto [value, applies] = GENERATE(table<std::string, bool>({
      {"info@example.com", true},
      {"INFO@example.com", true},
      {"info-desk@example.com", true},
      {"press.office@example.com", true},
      {"info", true},
      {"information@example.com", false},
      {"info2@example.com", false},
      {"press@example.com", false},
      {"my.info@example.com", false},
      {"", false},
  }));
  CAPTURE(value);
  CHECK(Applies(rule, value) == applies);
}

TEST_CASE("a value rule's ends begin after a dot, an at sign or a space", "[pattern][pattern]") {
  ValueRule rule;
  rule.ends = ListOf({"gov.uk", "nhs.net"});
  const auto [value, applies] = GENERATE(table<std::string, bool>({
      {"a@gov.uk", true},
      {"a@anytown.gov.uk", true},
      {"a@ANYTOWN.GOV.UK", true},
      {"see gov.uk", true},
      {"gov.uk", true},
      {"a@nogov.uk", false},
      {"see nogov.uk", false},
      {"a@gov.uk.example.com", false},
      {"a@my-nhs.net", false},
      {"", false},
  }));
  CAPTURE(value);
  CHECK(Applies(rule, value) == applies);
}

TEST_CASE("all conditions of a value rule must hold", "[pattern][pattern]") {
  ValueRule rule;
  rule.starts = ListOf({"info"});
  rule.ends = ListOf({"gov.uk"});
  CHECK(Applies(rule, "info@anytown.gov.uk"));
  CHECK_FALSE(Applies(rule, "info@example.com"));
  CHECK_FALSE(Applies(rule, "jo@anytown.gov.uk"));
}

TEST_CASE("severities and edges have the names of pattern files", "[pattern][pattern]") {
  CHECK(NameOf(Severity::kLow) == "low");
  CHECK(NameOf(Severity::kMedium) == "medium");
  CHECK(NameOf(Severity::kHigh) == "high");
  CHECK(NameOf(Severity::kCritical) == "critical");
  CHECK(NameOf(Edges::kWord) == "word");
  CHECK(NameOf(Edges::kNumber) == "number");
  CHECK(NameOf(Edges::kNone) == "none");
}

}  // namespace gatepost
