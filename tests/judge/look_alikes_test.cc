#include "judge/look_alikes.h"

#include <string>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

constexpr const char* kPhone =
    "canonical = \"e164_uk\"\n"
    "look_alikes = [\"07700 900###\", \"01632 960###\", \"020 7946 0###\"]\n"
    "[[variant]]\nregex = '''\\d{11}'''\nbase = 30";
constexpr const char* kNhsNumber =
    "canonical = \"digits\"\ncompact = \" \"\nlook_alikes = [\"999 000 ###?\"]\n"
    "validate = { weights = [10, 9, 8, 7, 6, 5, 4, 3, 2], modulus = 11, check = \"11-r\" }\n"
    "[[variant]]\nregex = '''\\d{10}'''\nbase = 30";

std::vector<Pattern> Only(const std::string& body) { return {SamplePattern("t.value", body)}; }

std::string TextFor(LookAlikes& look_alikes, std::string_view value) {
  const auto look_alike = look_alikes.For(PatternIndex(0), value);
  return look_alike ? look_alike->text : "(none)";
}

TEST_CASE("a look-alike is of the range most like the value, and written like it",
          "[judge][look_alikes]") {
  const auto patterns = Only(kPhone);
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "07700 800111") == "07700 900000");
  CHECK(TextFor(look_alikes, "+44 (0)7700-800112") == "+44 (0)7700-900001");
  CHECK(TextFor(look_alikes, "(020) 7946 9999") == "(020) 7946 0000");
  CHECK(TextFor(look_alikes, "01632555123") == "01632960000");
  CHECK(TextFor(look_alikes, "no number at all") == "07700 900002");
}

TEST_CASE("one value has one look-alike, however it is written", "[judge][look_alikes]") {
  const auto patterns = Only(kPhone);
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "07700 800111") == "07700 900000");
  CHECK(TextFor(look_alikes, "07700 800222") == "07700 900001");
  CHECK(TextFor(look_alikes, "+44 7700 800111") == "+44 7700 900000");
  CHECK(TextFor(look_alikes, "0 7 7 0 0 8 0 0 2 2 2") == "0 7 7 0 0 9 0 0 0 0 1");
}

TEST_CASE("a value that differs in shape from its look-alike gets it as it is usually written",
          "[judge][look_alikes]") {
  const auto patterns = Only(kPhone);
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "01632 55512") == "07700 900000");
}

TEST_CASE("look-alikes have the check digit that the pattern accepts", "[judge][look_alikes]") {
  const auto patterns = Only(kNhsNumber);
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "987 654 3210") == "999 000 0018");
  CHECK(TextFor(look_alikes, "9876543210") == "9990000018");
  CHECK(TextFor(look_alikes, "943-476-5919") == "999-000-0026");
}

TEST_CASE("letters keep their case", "[judge][look_alikes]") {
  const auto patterns =
      Only("look_alikes = [\"AA# #AA\"]\n[[variant]]\nregex = '''zz'''\nbase = 30");
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "zz1 9zz") == "aa0 0aa");
  CHECK(TextFor(look_alikes, "ZZ2 9zz") == "AA0 1aa");
}

TEST_CASE("signs tell which range a value is like", "[judge][look_alikes]") {
  const auto patterns = Only(
      "canonical = \"lower\"\nlook_alikes = [\"203.0.113.1##\", \"2001:db8::1##\"]\n"
      "[[variant]]\nregex = '''zz'''\nbase = 30");
  LookAlikes look_alikes(patterns);
  CHECK(TextFor(look_alikes, "200.0.0.1") == "203.0.113.100");
  CHECK(TextFor(look_alikes, "fe80:1::2") == "2001:db8::100");
}

TEST_CASE("a range that is used up is used again", "[judge][look_alikes]") {
  const auto patterns =
      Only("look_alikes = [\"A#\", \"B5\"]\n[[variant]]\nregex = '''zz'''\nbase = 30");
  LookAlikes look_alikes(patterns);
  std::vector<std::string> given;
  for (char c = 'c'; c <= 'o'; ++c) given.push_back(TextFor(look_alikes, std::string(2, c)));
  CHECK(given == std::vector<std::string>{"A0", "A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8",
                                          "A9", "B5", "A0", "A1"});
}

TEST_CASE("a pattern without ranges has no look-alikes", "[judge][look_alikes]") {
  const auto patterns = Only("[[variant]]\nregex = '''\\d{6}'''\nbase = 30");
  LookAlikes look_alikes(patterns);
  CHECK_FALSE(look_alikes.For(PatternIndex(0), "123456"));
  CHECK_FALSE(look_alikes.Holds(PatternIndex(0), "123456"));
}

TEST_CASE("a value in a range is known in every writing, and one beside it is not",
          "[judge][look_alikes]") {
  const auto patterns = Only(kPhone);
  const LookAlikes look_alikes(patterns);
  const auto holds = [&](std::string_view value) {
    return look_alikes.Holds(PatternIndex(0), value);
  };
  CHECK(holds("07700 900999"));
  CHECK(holds("+44 (0)7700900000"));
  CHECK(holds("020-7946-0123"));
  CHECK_FALSE(holds("07700 901000"));
  CHECK_FALSE(holds("07700 90012"));
  CHECK_FALSE(holds("020 7946 1000"));
  CHECK_FALSE(holds(""));
}

}  // namespace
}  // namespace gatepost
