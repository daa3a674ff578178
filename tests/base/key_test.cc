#include "base/key.h"

#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "base/file.h"
#include "base/sample_keys.h"
#include "catch.h"

using namespace gatepost;

namespace {

const std::string kHead = "gatepost-key 1\n";
const std::string kHex0 = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const std::string kHex32 = "202122232425262728292a2b2c2d2e2f303132333435363738393a3b3c3d3e3f";
const std::string kLine0 = "key 3b1e6285 2026-03-31 " + kHex0 + "\n";
const std::string kRetired32 = "retired 10714dac 2025-01-01 2026-03-31 " + kHex32 + "\n";

std::string LineOf(const Key& key) {
  const std::string text(Keyring(SampleKey(key.bytes()[0], key.made())).ToText().view());
  return "retired" + text.substr(text.rfind("\nkey ") + 4, 20) + " 2026-03-31" +
         text.substr(text.rfind("\nkey ") + 24);
}

}  // namespace

TEST_CASE("A key's id follows from its bytes alone", "[base][key]") {
  CHECK(SampleKey(0).id() == kIdFrom0);
  CHECK(SampleKey(32).id() == kIdFrom32);
  CHECK(SampleKey(0, kKeyDay + std::chrono::days(1)).id() == kIdFrom0);
}

TEST_CASE("Keys that are made differ", "[base][key]") {
  const auto first = Key::Generate(kKeyDay);
  const auto second = Key::Generate(kKeyDay);
  REQUIRE(first);
  REQUIRE(second);
  CHECK(first->bytes().size() == 32);
  CHECK(std::vector<uint8_t>(first->bytes().begin(), first->bytes().end()) !=
        std::vector<uint8_t>(second->bytes().begin(), second->bytes().end()));
  CHECK(first->made() == kKeyDay);
  CHECK_FALSE(first->retired());
}

TEST_CASE("A keyring is read with its days and its order", "[base][key]") {
  const auto keyring = Keyring::Parse(kHead + "# a comment\n\n" + kLine0 + kRetired32, "a.key");
  REQUIRE(keyring);
  CHECK(keyring->current().id() == kIdFrom0);
  CHECK(DayText(keyring->current().made()) == "2026-03-31");
  REQUIRE(keyring->retired().size() == 1);
  const Key& retired = keyring->retired()[0];
  CHECK(retired.id() == kIdFrom32);
  CHECK(DayText(retired.made()) == "2025-01-01");
  REQUIRE(retired.retired());
  CHECK(DayText(*retired.retired()) == "2026-03-31");
  CHECK(retired.bytes()[31] == 0x3f);
}

TEST_CASE("The key file that the documentation shows can be read", "[base][key]") {
  const auto page = ReadFile(GATEPOST_SOURCE_DIR "/docs/keys.md", 1 << 20);
  REQUIRE(page);
  const size_t begin = page->find(kHead);
  REQUIRE(begin != page->npos);
  const auto keyring = Keyring::Parse(page->substr(begin, page->find("```", begin) - begin), "");
  REQUIRE(keyring);
  CHECK(keyring->current().id() == kIdFrom0);
  CHECK(keyring->retired().size() == 1);
}

TEST_CASE("What is written of a keyring is read as the same", "[base][key]") {
  Keyring keyring(SampleKey(0));
  REQUIRE(keyring.Rotate(SampleKey(32)));
  REQUIRE(keyring.Rotate(SampleKey(64)));
  const SecretText text = keyring.ToText();
  const auto again = Keyring::Parse(text.view(), "a.key");
  REQUIRE(again);
  CHECK(again->current().id() == kIdFrom64);
  REQUIRE(again->retired().size() == 2);
  CHECK(again->retired()[0].id() == kIdFrom32);
  CHECK(again->retired()[1].id() == kIdFrom0);
  CHECK(again->ToText().view() == text.view());
}

TEST_CASE("A rotation retires the key on the day the next one was made", "[base][key]") {
  Keyring keyring(SampleKey(0));
  REQUIRE(keyring.Rotate(SampleKey(32, kKeyDay + std::chrono::days(90))));
  CHECK(keyring.current().id() == kIdFrom32);
  CHECK_FALSE(keyring.current().retired());
  REQUIRE(keyring.retired().size() == 1);
  CHECK(keyring.retired()[0].id() == kIdFrom0);
  CHECK(keyring.retired()[0].retired() == kKeyDay + std::chrono::days(90));
}

TEST_CASE("A key does not take the place of one with its id", "[base][key]") {
  Keyring keyring(SampleKey(0));
  CHECK_FALSE(keyring.Rotate(SampleKey(0)));
  REQUIRE(keyring.Rotate(SampleKey(32)));
  CHECK_FALSE(keyring.Rotate(SampleKey(0)));
  CHECK(keyring.current().id() == kIdFrom32);
  CHECK(keyring.retired().size() == 1);
}

TEST_CASE("The fullest keyring can be written and read, and rotates no further", "[base][key]") {
  Keyring keyring(SampleKey(0));
  for (uint8_t first = 1; first <= Keyring::kMaxRetired; ++first) {
    REQUIRE(keyring.Rotate(SampleKey(first)));
  }
  const auto again = Keyring::Parse(keyring.ToText().view(), "a.key");
  REQUIRE(again);
  CHECK(again->retired().size() == Keyring::kMaxRetired);
  const Status status = keyring.Rotate(SampleKey(200));
  REQUIRE_FALSE(status);
  CHECK(status.error().code == ErrorCode::kTooLarge);
  CHECK(keyring.current().id() == SampleKey(Keyring::kMaxRetired).id());

  const std::string longer = std::string(keyring.ToText().view()) + LineOf(SampleKey(201));
  const auto refused = Keyring::Parse(longer, "a.key");
  REQUIRE_FALSE(refused);
  CHECK(refused.error().ToString() ==
        "a.key:68: there are more than 64 retired keys. Remove the lines of the oldest.");
}

TEST_CASE("What is no keyring is refused with its line, and without what stands there",
          "[base][key]") {
  struct Faulty {
    std::string text;
    std::string message;
  };
  const std::string damaged = " is no line of a key file. Restore the file from a backup.";
  const auto faulty = GENERATE_COPY(values<Faulty>({
      {"", "a.key:1: is no key file. Make one with 'gatepost key init'."},
      {kLine0, "a.key:1: is no key file. Make one with 'gatepost key init'."},
      {"gatepost-key 2\n" + kLine0,
       "a.key:1: is a key file of a version that this program cannot read. Use the program that "
       "made it, or a later one."},
      {kHead, "a.key: has no `key` line. Restore the file from a backup."},
      {kHead + kRetired32, "a.key: has no `key` line. Restore the file from a backup."},
      {kHead + kLine0 + kLine0,
       "a.key:3: this key stands in the file twice. Leave one of the "
       "lines out."},
      {kHead + kLine0 + "key 10714dac 2026-03-31 " + kHex32,
       "a.key:3: there are two `key` lines. Restore the file from a backup."},
      {kHead + kLine0 + kRetired32 + kRetired32,
       "a.key:4: this key stands in the file twice. Leave one of the lines out."},
      {kHead + "key 10714dac 2026-03-31 " + kHex0,
       "a.key:2: the id does not follow from the key: one of them was changed. Restore the file "
       "from a backup."},
      {kHead + "kez 3b1e6285 2026-03-31 " + kHex0, "a.key:2:" + damaged},
      {kHead + "key 3b1e6285 2026-02-30 " + kHex0, "a.key:2:" + damaged},
      {kHead + "key 3b1e6285 " + kHex0, "a.key:2:" + damaged},
      {kHead + "key 3b1e6285 2026-03-31 " + kHex0.substr(2), "a.key:2:" + damaged},
      {kHead + "key 3b1e6285 2026-03-31 " + kHex0 + " ", "a.key:2:" + damaged},
      {kHead + "key 3b1e6285 2026-03-31 2026-03-31 " + kHex0, "a.key:2:" + damaged},
      {kHead + "retired 3b1e6285 2026-03-31 " + kHex0, "a.key:2:" + damaged},
      {kHead + "key", "a.key:2:" + damaged},
  }));
  CAPTURE(faulty.text);
  const auto keyring = Keyring::Parse(faulty.text, "a.key");
  REQUIRE_FALSE(keyring);
  CHECK(keyring.error().code == ErrorCode::kSyntax);
  CHECK(keyring.error().ToString() == faulty.message);
}
