#include "base/interval.h"

#include <cmath>

#include "catch.h"

namespace gatepost {
namespace {

// R. G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
// Medicine 17 (1998), table I, method 3.
TEST_CASE("Wilson's intervals are those that are published", "[base][interval]") {
  struct Row {
    uint64_t count, total;
    double low, high;
  };
  const Row row =
      GENERATE(Row{81, 263, 0.2553, 0.3662}, Row{15, 148, 0.0624, 0.1605}, Row{0, 20, 0.0, 0.1611},
               Row{1, 29, 0.0061, 0.1718}, Row{29, 29, 0.8830, 1.0});
  CAPTURE(row.count, row.total);
  const Share share = ShareOf(row.count, row.total);
  CHECK(std::abs(share.low - row.low) < 0.00006);
  CHECK(std::abs(share.high - row.high) < 0.00006);
}

TEST_CASE("an interval holds its share and stays within 0 and 1", "[base][interval]") {
  for (uint64_t total : {1U, 2U, 7U, 1000U}) {
    for (uint64_t count = 0; count <= total; ++count) {
      const Share share = ShareOf(count, total);
      REQUIRE(0 <= share.low);
      REQUIRE(share.low <= share.value);
      REQUIRE(share.value <= share.high);
      REQUIRE(share.high <= 1);
    }
  }
}

// F. Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28 (1936): the exact ones,
// which Byar's come near to.
TEST_CASE("the interval of a count is nearly the exact one", "[base][interval]") {
  struct Row {
    double count, low, high;
  };
  const Row row = GENERATE(Row{0, 0.0, 3.69}, Row{5, 1.62, 11.67}, Row{10, 4.80, 18.39},
                           Row{20, 12.22, 30.89}, Row{100, 81.36, 121.63});
  CAPTURE(row.count);
  const EventCount events = EventsOf(row.count);
  CHECK(events.value == row.count);
  CHECK(std::abs(events.low - row.low) < 0.03);
  CHECK(std::abs(events.high - row.high) < 0.03);
}

TEST_CASE("the interval of less than one event holds it and begins at 0 or above",
          "[base][interval]") {
  for (const double count : {0.01, 0.1, 0.5, 0.9}) {
    CAPTURE(count);
    CHECK(EventsOf(count).low >= 0);
    CHECK(EventsOf(count).low <= count);
    CHECK(EventsOf(count).high >= count);
  }
}

TEST_CASE("F2 asks for recall more than for precision", "[base][interval]") {
  CHECK(std::abs(F2(1, 1) - 1) < 1e-12);
  CHECK(std::abs(F2(0.5, 1) - 2.5 / 3) < 1e-12);
  CHECK(std::abs(F2(1, 0.5) - 2.5 / 4.5) < 1e-12);
  CHECK(F2(0, 0) == 0);
}

}  // namespace
}  // namespace gatepost
