#include "regex/sample.h"

#include <algorithm>
#include <set>
#include <string>

#include "catch.h"
#include "regex_generator.h"

namespace gatepost {
namespace {

TEST_CASE("A sample is matched whole and lies within the widths", "[regex][sample]") {
  RegexGenerator generator(11);
  for (int i = 0; i < 2000; ++i) {
    const Regex regex = generator.NextRegex();
    CAPTURE(regex.source());
    for (int j = 0; j < 10; ++j) {
      const std::string sample = Sample(regex, generator.random());
      CAPTURE(sample);
      REQUIRE(MatchesWhole(regex, sample));
      REQUIRE(sample.size() >= regex.min_width());
      REQUIRE(sample.size() <= regex.max_width());
    }
  }
}

TEST_CASE("Samples reach every alternative, count and byte", "[regex][sample]") {
  const Regex regex = Regex::Parse("(?:[xyz]|1{0,3})2", {.is_case_sensitive = true}).value();
  std::mt19937_64 random(5);
  std::set<std::string> samples;
  for (int i = 0; i < 500; ++i) samples.insert(Sample(regex, random));
  CHECK(samples == std::set<std::string>{"x2", "y2", "z2", "2", "12", "112", "1112"});
}

TEST_CASE("Samples are printable where the regex allows it", "[regex][sample]") {
  std::mt19937_64 random(5);
  const std::string sample = Sample(Regex::Parse(".{100}").value(), random);
  CHECK(std::all_of(sample.begin(), sample.end(), [](char c) { return c >= ' ' && c <= '~'; }));
  CHECK(Sample(Regex::Parse(R"(\n)").value(), random) == "\n");
}

TEST_CASE("The same seed gives the same samples", "[regex][sample]") {
  const Regex regex = Regex::Parse(R"(\w{20})").value();
  std::mt19937_64 one(9);
  std::mt19937_64 other(9);
  CHECK(Sample(regex, one) == Sample(regex, other));
  CHECK(Sample(regex, one) != Sample(regex, one));
}

}  // namespace
}  // namespace gatepost
