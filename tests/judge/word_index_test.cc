#include "judge/word_index.h"

#include <algorithm>
#include <map>
#include <random>
#include <utility>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

using Filed = std::vector<uint32_t>;

Filed Of(const WordIndex& index, uint64_t hash) {
  const auto found = index.Of(hash);
  return {found.begin(), found.end()};
}

TEST_CASE("what is filed under a hash is found there in order, and nothing else",
          "[judge][word_index]") {
  std::mt19937_64 random(1);
  std::map<uint64_t, Filed> expected;
  std::vector<uint64_t> hashes;
  for (uint32_t i = 0; i < 1000; ++i) {
    // Hashes that begin at the same slot, and some that are the same.
    hashes.push_back(random() % 2 == 0 ? (random() % 100) << 20 : random());
    expected[hashes.back()].push_back(i);
  }
  const WordIndex index(hashes);
  for (const auto& [hash, numbers] : expected) {
    REQUIRE(Of(index, hash) == numbers);
    REQUIRE(Of(index, hash + 1) == (expected.contains(hash + 1) ? expected.at(hash + 1) : Filed{}));
  }
}

TEST_CASE("an empty index has nothing", "[judge][word_index]") {
  CHECK(Of(WordIndex(), 0).empty());
  CHECK(Of(WordIndex(std::vector<uint64_t>()), 0).empty());
}

TEST_CASE("zero is a hash like any other", "[judge][word_index]") {
  CHECK(Of(WordIndex({7, 0}), 0) == Filed{1});
  CHECK(Of(WordIndex({1}), 0).empty());
}

}  // namespace
}  // namespace gatepost
