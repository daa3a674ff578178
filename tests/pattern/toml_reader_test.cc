#include "pattern/toml_reader.h"

#include <string>

#include "catch.h"

namespace gatepost {

TEST_CASE("a pattern's id is lower-case words with dots between", "[pattern][toml_reader]") {
  const auto [text, is_id] = GENERATE(table<std::string, bool>({
      {"uk.phone", true},
      {"uk.nhs_number", true},
      {"a.b.c3", true},
      {"phone", false},
      {"", false},
      {".", false},
      {".phone", false},
      {"uk.", false},
      {"uk..phone", false},
      {"uk.Phone", false},
      {"uk.phone-number", false},
      {"uk. phone", false},
  }));
  CAPTURE(text);
  CHECK(IsPatternId(text) == is_id);
}

TEST_CASE("a word is lower case and begins with a letter", "[pattern][toml_reader]") {
  const auto [text, is_word] = GENERATE(table<std::string, bool>({
      {"health", true},
      {"role-mailboxes", true},
      {"a_1", true},
      {"", false},
      {"1a", false},
      {"Health", false},
      {"two words", false},
      {"../up", false},
      {"h\u00E9", false},
  }));
  CAPTURE(text);
  CHECK(IsWord(text) == is_word);
}

TEST_CASE("of several errors the log keeps the earliest in the file", "[pattern][toml_reader]") {
  ErrorLog log(ErrorCode::kInvalidPattern);
  CHECK_FALSE(log.first());
  log.Add({"a.toml", 5, 2}, "later");
  log.Add({"a.toml", 5, 1}, "earliest");
  log.Add({"a.toml", 5, 1}, "the same place, found later");
  log.Add({"b.toml", 1, 1}, "of another file");
  REQUIRE(log.first());
  CHECK(log.first()->message == "earliest");
  CHECK(log.first()->code == ErrorCode::kInvalidPattern);
}

}  // namespace gatepost
