#include "post/published_time.h"

#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

struct Written {
  std::string text;
  int64_t seconds;  // since 1970
};

}  // namespace

TEST_CASE("ISO 8601 times are read with Z or an offset, dates as their midnight",
          "[post][published_time]") {
  const auto written = GENERATE(values<Written>({
      {"1970-01-01", 0},
      {"1970-01-01T00:00:00Z", 0},
      {"2024-05-01T09:30:00Z", 1714555800},
      {"2024-05-01T10:30:00+01:00", 1714555800},
      {"2024-05-01T04:00:00-05:30", 1714555800},
      {"2024-05-01T10:30:00+0100", 1714555800},
      {"2024-05-01T10:30:00+01", 1714555800},
      {"2024-05-01 09:30:00z", 1714555800},
      {"2024-05-01t09:30Z", 1714555800},
      {"2024-05-01T09:30:00.000Z", 1714555800},
      {"2024-05-01T09:30:00.999999999+00:00", 1714555800},
      {"2024-02-29", 1709164800},
      {"2016-12-31T23:59:60Z", 1483228800},
      {"1969-12-31T23:59:59Z", -1},
  }));
  CAPTURE(written.text);
  const auto time = ParseIsoTime(written.text);
  REQUIRE(time);
  CHECK(time->time_since_epoch().count() == written.seconds);
}

TEST_CASE("What is no time, and a time without an offset, is refused", "[post][published_time]") {
  const std::string text = GENERATE(values<std::string>({
      "",
      "2024",
      "2024-05",
      "2024-5-1",
      "2024-13-01",
      "2024-00-10",
      "2024-02-30",
      "2023-02-29",
      "24-05-01",
      "2024-05-01T",
      "2024-05-01T09",
      "2024-05-01T09:30",
      "2024-05-01T09:30:00",
      "2024-05-01T24:00:00Z",
      "2024-05-01T09:60:00Z",
      "2024-05-01T09:30:61Z",
      "2024-05-01T09:30:00.Z",
      "2024-05-01T09:30:00Z ",
      "2024-05-01T09:30:00ZZ",
      "2024-05-01T09:30:00+1",
      "2024-05-01T09:30:00+01:",
      "2024-05-01T09:30:00+01:60",
      " 2024-05-01",
      "2024-05-01x",
      "01/05/2024",
      "yesterday",
      "2024-05-01T09:30:00*01:00",
      "-024-05-01",
  }));
  CAPTURE(text);
  CHECK_FALSE(ParseIsoTime(text));
}

TEST_CASE("Unix seconds are read, a fraction dropped towards the past", "[post][published_time]") {
  CHECK(ParseUnixTime("1714555800")->time_since_epoch().count() == 1714555800);
  CHECK(ParseUnixTime("1714555800.75")->time_since_epoch().count() == 1714555800);
  CHECK(ParseUnixTime("1.7e9")->time_since_epoch().count() == 1700000000);
  CHECK(ParseUnixTime("-0.5")->time_since_epoch().count() == -1);
  CHECK(ParseUnixTime("0")->time_since_epoch().count() == 0);
}

TEST_CASE("Milliseconds and other numbers out of range are refused", "[post][published_time]") {
  CHECK_FALSE(ParseUnixTime("1714555800000"));
  CHECK_FALSE(ParseUnixTime("-1714555800000"));
  CHECK_FALSE(ParseUnixTime("1e999"));
  CHECK_FALSE(ParseUnixTime(""));
  CHECK_FALSE(ParseUnixTime("12x"));
}
