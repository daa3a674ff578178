#include "match/begin_places.h"

#include <random>
#include <string>

#include "catch.h"
#include "match/prefix_table.h"
#include "regex/byte_set.h"

namespace gatepost {
namespace {

BeginBytes SomeBytes() { return {SetOf("@("), SetOf("0123456789+"), SetOf("abcdefxyz019_")}; }

bool IsSet(const std::vector<uint64_t>& masks, size_t at) {
  return (masks[at / 64] >> at % 64 & 1) != 0;
}

// What begin_places.h says, byte by byte.
bool MayBegin(const BeginBytes& bytes, const std::string& text, size_t at) {
  const auto byte = static_cast<uint8_t>(text[at]);
  const auto before = at == 0 ? uint8_t{' '} : static_cast<uint8_t>(text[at - 1]);
  return bytes.anywhere.test(byte) || (bytes.after_no_digit.test(byte) && !Digits().test(before)) ||
         (bytes.after_no_word.test(byte) && !Alphanumerics().test(before));
}

bool IsNearDigit(const std::string& text, size_t at) {
  const std::string near = text.substr(at, kNearBytes);
  return near.find_first_of("0123456789") != std::string::npos;
}

void RequireRight(const BeginBytes& bytes, SimdLevel level, const std::string& text) {
  PlaceMasks masks;
  BeginPlaces(bytes, level).Find(text, masks);
  REQUIRE(masks.begins.size() == (text.size() + 63) / 64);
  REQUIRE(masks.folded.size() >= text.size() + PrefixTable::kBytes);
  for (size_t i = 0; i < PrefixTable::kBytes; ++i) REQUIRE(masks.folded[text.size() + i] == 0);
  for (size_t at = 0; at < text.size(); ++at) {
    CAPTURE(NameOf(level), text, at);
    REQUIRE(IsSet(masks.begins, at) == MayBegin(bytes, text, at));
    REQUIRE(IsSet(masks.near_digits, at) == IsNearDigit(text, at));
    REQUIRE(masks.folded[at] == FoldedForPrefix(static_cast<uint8_t>(text[at])));
  }
}

TEST_CASE("places are the same on every level, at every edge of a block", "[match][begin_places]") {
  std::mt19937_64 random(1);
  for (const SimdLevel level : AvailableSimdLevels()) {
    for (size_t size = 0; size < 200; ++size) {
      std::string text(size, ' ');
      for (char& c : text) c = "a0 @zZ9_+-.("[random() % 12];
      RequireRight(SomeBytes(), level, text);
    }
  }
}

TEST_CASE("places are the same on every level, for any bytes and sets", "[match][begin_places]") {
  std::mt19937_64 random(2);
  const auto any_set = [&random] {
    ByteSet set;
    for (size_t byte = 1; byte < set.size(); ++byte) set.set(byte, random() % 3 == 0);
    return set;
  };
  for (int round = 0; round < 100; ++round) {
    const BeginBytes bytes = {any_set(), any_set(), any_set()};
    std::string text(300, ' ');
    for (char& c : text) c = static_cast<char>(random() % 128);
    for (const SimdLevel level : AvailableSimdLevels()) RequireRight(bytes, level, text);
  }
}

TEST_CASE("a digit far away is not near, nor is one behind", "[match][begin_places]") {
  for (const SimdLevel level : AvailableSimdLevels()) {
    PlaceMasks masks;
    BeginPlaces(SomeBytes(), level).Find(std::string(70, 'a') + "7" + std::string(70, 'a'), masks);
    CAPTURE(NameOf(level));
    CHECK(IsSet(masks.near_digits, 70));
    CHECK(IsSet(masks.near_digits, 71 - kNearBytes));
    CHECK_FALSE(IsSet(masks.near_digits, 70 - kNearBytes));
    CHECK_FALSE(IsSet(masks.near_digits, 71));
  }
}

}  // namespace
}  // namespace gatepost
