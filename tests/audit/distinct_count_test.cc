#include "audit/distinct_count.h"

#include <cmath>
#include <string>

#include "catch.h"

using namespace gatepost;

TEST_CASE("Different values are counted once each", "[audit][distinct_count]") {
  DistinctCount count;
  CHECK(count.Add(MixedHash("a")));
  CHECK_FALSE(count.Add(MixedHash("a")));
  CHECK(count.Add(MixedHash("b")));
  CHECK(count.count() == 2);
  CHECK(count.is_exact());
}

TEST_CASE("A count is exact up to its limit and an estimate beyond it", "[audit][distinct_count]") {
  DistinctCount count(1000, 512);
  for (int i = 0; i < 1000; ++i) CHECK(count.Add(MixedHash(std::to_string(i))));
  CHECK(count.is_exact());
  CHECK(count.count() == 1000);
  CHECK(count.Add(MixedHash("one more")));
  CHECK_FALSE(count.is_exact());
  CHECK_FALSE(count.Add(MixedHash("another")));
}

TEST_CASE("An estimate is right to a few standard errors", "[audit][distinct_count]") {
  const int values = GENERATE(5000, 50'000, 300'000);
  CAPTURE(values);
  DistinctCount count(4096, 4096);  // standard error: 1.9 %
  for (int i = 0; i < values; ++i) {
    count.Add(MixedHash("hs1:3b1e6285:" + std::to_string(i)));
    count.Add(MixedHash("hs1:3b1e6285:" + std::to_string(i / 2)));
  }
  CHECK_FALSE(count.is_exact());
  CHECK(std::abs(static_cast<double>(count.count()) - values) < 0.08 * values);
}

TEST_CASE("Hashes are the same everywhere", "[audit][distinct_count]") {
  // FNV-1a of nothing is its offset basis, here after the finalizer.
  CHECK(MixedHash("") == 0xF52A15E9A9B5E89B);
  CHECK(MixedHash("a") != MixedHash("b"));
}
