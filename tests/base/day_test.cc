#include "base/day.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("A day is written as year, month and day", "[base][day]") {
  const auto day = DayOf("2024-02-29");
  REQUIRE(day);
  CHECK(day->time_since_epoch().count() == 19782);
}

TEST_CASE("What is no day of the calendar is refused", "[base][day]") {
  const auto* text = GENERATE("", "2023-02-29", "2024-13-01", "2024-00-10", "24-02-29",
                              "2024/02/29", "2024-2-29", "2024-02-29x", "20240-2-29", "+024-02-29");
  CAPTURE(text);
  CHECK_FALSE(DayOf(text));
}

TEST_CASE("A day is written as it is read", "[base][day]") {
  const auto* text = GENERATE("0000-01-01", "0999-12-31", "1970-01-01", "2026-03-31", "9999-12-31");
  CAPTURE(text);
  REQUIRE(DayOf(text));
  CHECK(DayText(*DayOf(text)) == text);
}
