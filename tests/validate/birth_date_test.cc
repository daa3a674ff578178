#include "validate/birth_date.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a date of birth may be written in figures", "[validate][birth_date]") {
  const std::string value = GENERATE("1/2/1980", "01/02/1980", "01.02.80", "1-2-80", "1 2 1980",
                                     "01021980", "01 / 02 / 1980", "1980-02-01", "1980/02/01",
                                     "29/02/2024", "1/1/1910", "31/12/2039", "29/02/00");
  CAPTURE(value);
  CHECK(IsBirthDate(value));
}

TEST_CASE("the month may stand first where only that gives a date", "[validate][birth_date]") {
  CHECK(IsBirthDate("02/13/1980"));
  CHECK(IsBirthDate("2/29/96"));
  CHECK_FALSE(IsBirthDate("13/13/1980"));
}

TEST_CASE("the month may be a word, English or Welsh", "[validate][birth_date]") {
  const std::string value = GENERATE(
      "1 Feb 1980", "1st of February '80", "22nd MAY, 1980", "Feb 1, 1980", "September 3rd 1980",
      "1-Feb-80", "1 Chwefror 1980", "1af o Chwefror 1980", "3ydd o Fai 1980", "7fed o Fedi 1980",
      "20fed o Ragfyr 1980", "31ain Hyd 1980", "12 Orffennaf 1980", "30 Tach. 1980", "01FEB1980",
      "01FEB80", "1Feb1980", "1/Feb/1980", "1.Feb.1980", "1980 Feb 1", "May the 3rd 1980",
      "3rd day of May 1980", "the 3rd of May, 1980", "3rdMay80", "22ndMAY1961", "1afFai1980");
  CAPTURE(value);
  CHECK(IsBirthDate(value));
}

TEST_CASE("each month is known by its names and their soft mutations", "[validate][birth_date]") {
  const std::string month =
      GENERATE("January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December", "Ionawr", "Chwefror", "Mawrth",
               "Fawrth", "Ebrill", "Mai", "Fai", "Mehefin", "Fehefin", "Gorffennaf", "Orffennaf",
               "Awst", "Medi", "Fedi", "Hydref", "Tachwedd", "Dachwedd", "Rhagfyr", "Ragfyr");
  CAPTURE(month);
  CHECK(IsBirthDate("28 " + month + " 1980"));
  CHECK_FALSE(IsBirthDate("32 " + month + " 1980"));
}

TEST_CASE("day and month may be told in words", "[validate][birth_date]") {
  struct Row {
    const char* value;
    unsigned month;
    unsigned day;
  };
  const Row row = GENERATE(
      Row{"first of May 1980", 5, 1}, Row{"the twenty-first of May 1980", 5, 21},
      Row{"thirty first of May 1980", 5, 31}, Row{"3rd of the fifth 1980", 5, 3},
      Row{"3rd of the 5th '80", 5, 3}, Row{"cyntaf o Ionawr 1980", 1, 1},
      Row{"y pymthegfed o Fedi 1980", 9, 15}, Row{"unfed ar ddeg o Fai 1980", 5, 11},
      Row{"pedwerydd ar bymtheg o Fai 1980", 5, 19}, Row{"unfed ar hugain o Fai 1980", 5, 21},
      Row{"unfed ar ddeg ar hugain o Fai 1980", 5, 31});
  CAPTURE(row.value);
  CHECK(BirthDateOf(row.value) ==
        std::chrono::sys_days(std::chrono::year(1980) / std::chrono::month(row.month) /
                              std::chrono::day(row.day)));
}

TEST_CASE("all writings of a date of birth name one day", "[validate][birth_date]") {
  const std::string value = GENERATE("1/2/1980", "01.02.80", "1980-02-01", "1 Feb '80",
                                     "February 1st, 1980", "1af o Chwefror 1980", "01021980");
  CAPTURE(value);
  CHECK(BirthDateOf(value) == std::chrono::sys_days(std::chrono::year(1980) / 2 / 1));
}

TEST_CASE("a year in two digits is one from 1930 to 2029", "[validate][birth_date]") {
  CHECK(BirthDateOf("1/1/30") == BirthDateOf("1/1/1930"));
  CHECK(BirthDateOf("1/1/29") == BirthDateOf("1/1/2029"));
  CHECK(BirthDateOf("29/2/00") == BirthDateOf("29/2/2000"));
}

TEST_CASE("a day that never was is no date of birth", "[validate][birth_date]") {
  const std::string value =
      GENERATE("0/1/1980", "32/1/1980", "31/4/1980", "30 Feb 1980", "31 April 80", "29/02/2023",
               "1980-02-30", "1980-00-01", "29 Chwefror 1981", "31 Tachwedd 1980");
  CAPTURE(value);
  CHECK_FALSE(IsBirthDate(value));
}

TEST_CASE("a year in which nobody alive was born gives no date of birth",
          "[validate][birth_date]") {
  const std::string value =
      GENERATE("31/12/1909", "27 Oct 1814", "1/1/2040", "1066-10-14", "1 Mawrth 589");
  CAPTURE(value);
  CHECK_FALSE(IsBirthDate(value));
}

TEST_CASE("what is not a day, a month and a year is no date of birth", "[validate][birth_date]") {
  const std::string value = GENERATE(
      "", "1980", "Feb 1980", "1 Feb", "1/2", "1/2/", "1/2/198", "1/2/19800", "1/2/3/1980",
      "1:2:80", "1 Feb Mar 1980", "1 Foo 1980", "1 of of 1980", "Feb", "1 2 Feb 1980", "001/2/1980",
      "1 Fe 1980", "012/2/1980", "twenty of May 1980", "twenty May 1980", "ar ddeg o Fai 1980",
      "first second third fourth", "1xx May 1980", "1 May 1980 ddeg", "1980 hugain May 1",
      "first of May second", "May the first twentieth", "first second third",
      "twenty tenth of May 1980", "5th of the 13th 1980", "3rdMayor 1980 1");
  CAPTURE(value);
  CHECK_FALSE(IsBirthDate(value));
}

}  // namespace
}  // namespace gatepost
