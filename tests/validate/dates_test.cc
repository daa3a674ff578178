#include "validate/dates.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a date with the day first may have any one separator, or none", "[validate][dates]") {
  const std::string value = GENERATE("1/2/1980", "01/02/1980", "01.02.80", "1-2-80", "1 2 1980",
                                     "01021980", "010280", "31/12/1999", "29/02/2024", "1/1/1583");
  CAPTURE(value);
  CHECK(IsDateDmy(value));
}

TEST_CASE("a day that never was is no date", "[validate][dates]") {
  const std::string value =
      GENERATE("0/1/1980", "32/1/1980", "31/4/1980", "30/2/2024", "29/2/2023", "29/02/1900",
               "1/13/1980", "1/0/1980", "31041980", "310480", "1/1/1582", "1/1/0000");
  CAPTURE(value);
  CHECK_FALSE(IsDateDmy(value));
}

TEST_CASE("29 February of a year in two digits is a date if either century has it",
          "[validate][dates]") {
  CHECK(IsDateDmy("29/02/00"));  // 2000, though not 1900
  CHECK(IsDateDmy("290296"));
  CHECK_FALSE(IsDateDmy("29/02/99"));
}

TEST_CASE("what is not shaped as a date with the day first is refused", "[validate][dates]") {
  const std::string value =
      GENERATE("", "1", "1/2", "1/2/", "/2/1980", "1//1980", "1/2-1980", "1/2/198", "1/2/19800",
               "1/2/1980/3", "001/2/1980", "1/002/1980", "0102198", "01021980a", "a/2/1980",
               "1 Feb 1980", "12345", "1234567", "123456789");
  CAPTURE(value);
  CHECK_FALSE(IsDateDmy(value));
}

TEST_CASE("an ISO date has its hyphens or none, and its year in four digits", "[validate][dates]") {
  CHECK(IsDateIso("1980-02-01"));
  CHECK(IsDateIso("19800201"));
  CHECK(IsDateIso("2024-02-29"));
  const std::string value =
      GENERATE("", "1980-02-30", "1980-13-01", "1980-00-01", "19800230", "1980/02/01", "1980-0201",
               "80-02-01", "1980-2-01", "1980-02-1", "1980-02-011", "abcd-02-01", "1980-02-0a");
  CAPTURE(value);
  CHECK_FALSE(IsDateIso(value));
}

TEST_CASE("a text may begin with a date in six digits, day first", "[validate][dates]") {
  CHECK(HasDmy6Prefix("0101011237"));
  CHECK(HasDmy6Prefix("290200"));
  const std::string value =
      GENERATE("", "01018", "3002801234", "0113801234", "2902991234", "01a1801234");
  CAPTURE(value);
  CHECK_FALSE(HasDmy6Prefix(value));
}

TEST_CASE("the calendar's days are known since 1583", "[validate][dates]") {
  CHECK(IsCalendarDay(1583, 1, 1));
  CHECK(IsCalendarDay(2000, 2, 29));
  CHECK_FALSE(IsCalendarDay(1582, 12, 31));
  CHECK_FALSE(IsCalendarDay(1900, 2, 29));
  CHECK_FALSE(IsCalendarDay(2000, 0, 1));
  CHECK_FALSE(IsCalendarDay(2000, 1, 0));
  CHECK_FALSE(IsCalendarDay(2000, 257, 1));
  CHECK_FALSE(IsCalendarDay(2000, 1, 257));
  CHECK_FALSE(IsCalendarDay(2000, -1, 1));
}

TEST_CASE("a date in six digits has the year first", "[validate][dates]") {
  CHECK(IsDateYmd6("800201"));
  CHECK(IsDateYmd6("991231"));
  CHECK(IsDateYmd6("000229"));
  const std::string value =
      GENERATE("", "801301", "800230", "990229", "80020", "8002011", "80-2-1", "80020a");
  CAPTURE(value);
  CHECK_FALSE(IsDateYmd6(value));
}

}  // namespace
}  // namespace gatepost
