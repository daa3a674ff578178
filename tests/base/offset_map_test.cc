#include "base/offset_map.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "catch.h"

using namespace gatepost;

TEST_CASE("Without edits a derived span is the original span", "[base][offset_map]") {
  const OffsetMap map;
  CHECK(map.ToOriginal({3, 7}) == Span{3, 7});
}

TEST_CASE("A replaced part maps back as a whole and shifts what follows", "[base][offset_map]") {
  // original "a€b" (5 bytes) -> derived "a$b"
  OffsetMap map;
  map.Add({{1, 2}, {1, 4}});
  CHECK(map.ToOriginal({0, 1}) == Span{0, 1});
  CHECK(map.ToOriginal({1, 2}) == Span{1, 4});
  CHECK(map.ToOriginal({2, 3}) == Span{4, 5});
  CHECK(map.ToOriginal({0, 3}) == Span{0, 5});
}

TEST_CASE("What vanished inside a span belongs to it, what vanished at its edges does not",
          "[base][offset_map]") {
  // original "12<->34" with <-> dropped -> derived "1234"
  OffsetMap map;
  map.Add({{2, 2}, {2, 5}});
  CHECK(map.ToOriginal({0, 4}) == Span{0, 7});
  CHECK(map.ToOriginal({0, 2}) == Span{0, 2});
  CHECK(map.ToOriginal({2, 4}) == Span{5, 7});
}

TEST_CASE("A part of an expansion maps to all that it was made from", "[base][offset_map]") {
  // original "ß1" -> derived "ss1"
  OffsetMap map;
  map.Add({{0, 2}, {0, 2}});
  CHECK(map.ToOriginal({1, 2}) == Span{0, 2});
  CHECK(map.ToOriginal({1, 3}) == Span{0, 3});
}

TEST_CASE("An insertion maps to the empty place where it was made", "[base][offset_map]") {
  // original "ab" -> derived "a b"
  OffsetMap map;
  map.Add({{1, 2}, {1, 1}});
  CHECK(map.ToOriginal({1, 2}) == Span{1, 1});
  CHECK(map.ToOriginal({0, 3}) == Span{0, 2});
  CHECK(map.ToOriginal({2, 3}) == Span{1, 2});
}

TEST_CASE("An empty derived span maps to an empty original one", "[base][offset_map]") {
  OffsetMap map;
  map.Add({{1, 2}, {1, 4}});
  for (uint32_t at = 0; at <= 4; ++at) CHECK(map.ToOriginal({at, at}).empty());
}

TEST_CASE("Cleared, a map is as new", "[base][offset_map]") {
  OffsetMap map;
  map.Add({{1, 2}, {1, 4}});
  map.Clear();
  CHECK(map.edits().empty());
  CHECK(map.ToOriginal({2, 3}) == Span{2, 3});
}

namespace {

// A random series of edits, with the origin of every derived byte written down one by one.
struct Derivation {
  std::vector<OffsetEdit> edits;
  std::vector<Span> origin;  // of each derived byte
};

Derivation RandomDerivation(std::mt19937_64& random) {
  Derivation made;
  uint32_t original = 0;
  for (int part = 0; part < 12; ++part) {
    const auto copied = static_cast<uint32_t>(random() % 3);
    for (uint32_t i = 0; i < copied; ++i) {
      made.origin.push_back({original, original + 1});
      ++original;
    }
    const auto derived_begin = static_cast<uint32_t>(made.origin.size());
    const auto derived_size = static_cast<uint32_t>(random() % 3);
    const auto original_size = static_cast<uint32_t>(random() % 3);
    const Span from{original, original + original_size};
    made.origin.insert(made.origin.end(), derived_size, from);
    made.edits.push_back({{derived_begin, derived_begin + derived_size}, from});
    original = from.end;
  }
  return made;
}

}  // namespace

TEST_CASE("A span maps from the origin of its first byte to the origin of its last",
          "[base][offset_map]") {
  std::mt19937_64 random(20240501);
  for (int round = 0; round < 500; ++round) {
    const Derivation made = RandomDerivation(random);
    const auto size = static_cast<uint32_t>(made.origin.size());
    for (uint32_t begin = 0; begin < size; ++begin) {
      for (uint32_t end = begin + 1; end <= size; ++end) {
        const Span expected{made.origin[begin].begin, made.origin[end - 1].end};
        REQUIRE(ToOriginal(made.edits, {begin, end}) == expected);
      }
    }
  }
}

TEST_CASE("A later span never maps to an earlier place", "[base][offset_map]") {
  std::mt19937_64 random(20240502);
  for (int round = 0; round < 500; ++round) {
    const Derivation made = RandomDerivation(random);
    Span last{0, 0};
    for (uint32_t at = 0; at < made.origin.size(); ++at) {
      const Span next = ToOriginal(made.edits, {at, at + 1});
      REQUIRE(last.begin <= next.begin);
      REQUIRE(last.end <= next.end);
      last = next;
    }
  }
}

TEST_CASE("Two steps made one lead back to no less than they do one after the other",
          "[base][offset_map]") {
  std::mt19937_64 random(20240503);
  for (int round = 0; round < 500; ++round) {
    const Derivation inner = RandomDerivation(random);
    // Parts of what the first step made, replaced: no edit reaches beyond it.
    std::vector<OffsetEdit> outer;
    uint32_t derived = 0;
    const auto size = static_cast<uint32_t>(inner.origin.size());
    for (uint32_t at = 0; at < size;) {
      const uint32_t copied = std::min(size - at, static_cast<uint32_t>(random() % 3));
      const uint32_t from = at + copied;
      const uint32_t taken = std::min(size - from, static_cast<uint32_t>(1 + random() % 2));
      const auto written = static_cast<uint32_t>(random() % 3);
      derived += copied;
      if (taken > 0) outer.push_back({{derived, derived + written}, {from, from + taken}});
      if (taken > 0) derived += written;
      at = from + taken;
    }
    const std::vector<OffsetEdit> composed = Composed(outer, inner.edits);
    Span last;
    for (uint32_t at = 0; at < derived; ++at) {
      const Span middle = ToOriginal(outer, {at, at + 1});
      const Span expected = ToOriginal(inner.edits, middle);
      const Span got = ToOriginal(composed, {at, at + 1});
      REQUIRE(got.Contains(expected));
      REQUIRE(got.begin >= last.begin);
      REQUIRE(got.end >= last.end);
      last = got;
    }
  }
}
