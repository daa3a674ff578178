#include "post/written_time.h"

#include <string>

#include "catch.h"
#include "read_with.h"

using namespace gatepost;

namespace {

std::string Read(std::string_view text, DateOrder order = DateOrder::kDayFirst) {
  const auto time = ParseWrittenTime(text, order);
  if (!time) return "none";
  return TimeText(time->time) + (time->is_zone_assumed ? " assumed" : "");
}

}  // namespace

TEST_CASE("Times are read in the ways that tables write them", "[post][written_time]") {
  CHECK(Read("2024-05-01T09:30:00Z") == "2024-05-01 09:30:00");
  CHECK(Read("2024-05-01T09:30:00.123+01:00") == "2024-05-01 08:30:00");
  CHECK(Read("2024-05-01 09:30:00 UTC") == "2024-05-01 09:30:00");
  CHECK(Read("2024-05-01 09:30:00 +0100") == "2024-05-01 08:30:00");
  CHECK(Read("2024-05-01 09:30:00") == "2024-05-01 09:30:00 assumed");
  CHECK(Read(" 2024/5/1 9:30 ") == "2024-05-01 09:30:00 assumed");
  CHECK(Read("2024-05-01") == "2024-05-01 00:00:00");
  CHECK(Read("01/05/2024 09:30") == "2024-05-01 09:30:00 assumed");
  CHECK(Read("01/05/2024 09:30", DateOrder::kMonthFirst) == "2024-01-05 09:30:00 assumed");
  CHECK(Read("1.5.24") == "2024-05-01 00:00:00");
  CHECK(Read("1/5/24, 12:30 AM") == "2024-05-01 00:30:00 assumed");
  CHECK(Read("1/5/24, 12:30 pm") == "2024-05-01 12:30:00 assumed");
  CHECK(Read("1714555800") == "2024-05-01 09:30:00");
  CHECK(Read("1714555800.5") == "2024-05-01 09:30:00");
  CHECK(Read("1714555800123") == "2024-05-01 09:30:00");
}

TEST_CASE("What is no time is none", "[post][written_time]") {
  for (const std::string_view text :
       {"", " ", "soon", "2024", "12345678", "01632 960123", "31/02/2024", "2024-13-01", "1/2",
        "2024-05-01T", "2024-05-01T25:00", "2024-05-01 09:30 PST8", "13:30", "1/5/24 13:30 PM",
        "2024-05-01x", "99/99/9999", "07700 900123", "12345678901", "1-2-3"}) {
    CAPTURE(text);
    CHECK(Read(text) == "none");
  }
}

TEST_CASE("A date with a number over twelve says which comes first", "[post][written_time]") {
  CHECK(OrderOf("13/05/2024") == DateOrder::kDayFirst);
  CHECK(OrderOf("05/13/2024 09:30") == DateOrder::kMonthFirst);
  CHECK_FALSE(OrderOf("05/06/2024"));
  CHECK_FALSE(OrderOf("2024-05-13"));
  CHECK_FALSE(OrderOf("soon"));
}
