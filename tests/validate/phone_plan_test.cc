#include "validate/phone_plan.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("every number that Ofcom keeps for fiction is in the plan", "[validate][phone_plan]") {
  // Ofcom, "Telephone numbers for drama": the first six digits of ranges of 1,000.
  const std::string range =
      GENERATE("113496", "114496", "115496", "116496", "117496", "118496", "121496", "131496",
               "141496", "151496", "161496", "207946", "191498", "289649", "292018", "163296",
               "770090", "808157", "909879", "306999");
  const std::string last = GENERATE("0000", "0123", "0999");
  const std::string nsn = range + (range == "289649" ? "6" + last.substr(1) : last);
  CAPTURE(nsn);
  CHECK(IsUkNationalNumber(nsn));
  CHECK(UkNationalNumberOf("0" + nsn) == nsn);
  CHECK(UkNationalNumberOf("+44" + nsn) == nsn);
}

TEST_CASE("ranges of the plan begin and end where Ofcom says", "[validate][phone_plan]") {
  struct Case {
    std::string leading;  // four digits after the 0
    bool is_in_plan;
  };
  const Case c = GENERATE(values<Case>({
      {"1120", false}, {"1130", true},  {"1189", true},  {"1190", false},  // 011x
      {"1110", false}, {"1210", true},  {"1310", true},  {"1410", true},   // 01x1
      {"1510", true},  {"1610", true},  {"1710", false}, {"1810", false}, {"1910", true},
      {"1000", false}, {"1199", false}, {"1200", true},  {"1201", false}, {"1997", true},
      {"1998", false}, {"1999", false}, {"1632", true},  // 1632: fiction
      {"1481", true},  {"1534", true},  {"1624", true},  // Crown dependencies
      {"2000", true},  {"2070", true},  {"2080", true},  {"2050", false}, {"2100", false},
      {"2380", true},  {"2320", false}, {"2476", true},  {"2850", false}, {"2920", true},
      {"2930", false}, {"3000", true},  {"3100", false}, {"3300", true},  {"3450", true},
      {"3700", true},  {"4000", false}, {"5000", false}, {"5500", true},  {"5600", true},
      {"6000", false}, {"7000", true},  {"7624", true},  {"7700", true},  {"7999", true},
      {"8000", true},  {"8080", true},  {"8100", false}, {"8410", false}, {"8420", true},
      {"8450", true},  {"8460", false}, {"8700", true},  {"8730", true},  {"8740", false},
      {"9000", true},  {"9100", true},  {"9200", false}, {"9820", true},  {"9850", false},
  }));
  CAPTURE(c.leading);
  CHECK(IsUkNationalNumber(c.leading + "000000") == c.is_in_plan);
}

TEST_CASE("no number of the plan begins with 0 or 44, so that a prefix is never part of one",
          "[validate][phone_plan]") {
  for (int leading = 0; leading < 1000; ++leading) {
    const std::string prefix = std::to_string(1000 + leading).substr(1);
    if (prefix[0] != '0' && !prefix.starts_with("44")) continue;
    CAPTURE(prefix);
    CHECK_FALSE(IsUkNationalNumber(prefix + "0000000"));
    CHECK_FALSE(IsUkNationalNumber(prefix + "000000"));
  }
}

TEST_CASE("nine digits are a number in short blocks and behind 0800 only",
          "[validate][phone_plan]") {
  const std::string valid = GENERATE("120461234", "120872345", "152432345", "169772345",
                                     "199561234", "800123456", "194661234");
  const std::string invalid = GENERATE("120460234", "163296012", "169774345", "770090012",
                                       "207946012", "808123456", "845123456", "800");
  CAPTURE(valid, invalid);
  CHECK(IsUkNationalNumber(valid));
  CHECK_FALSE(IsUkNationalNumber(invalid));
}

TEST_CASE("the two helplines with shorter numbers are nobody's own", "[validate][phone_plan]") {
  CHECK_FALSE(IsUkPhone("08001111"));  // Childline
  CHECK_FALSE(IsUkPhone("0845464"));   // 0845 46 4x, once NHS Direct
  CHECK_FALSE(IsUkPhone("08454647"));
}

TEST_CASE("short codes are nobody's own", "[validate][phone_plan]") {
  const std::string code = GENERATE("999", "112", "101", "111", "105", "119", "116123", "118500",
                                    "100", "123", "1471", "1571", "195", "155", "61016", "7726");
  CAPTURE(code);
  CHECK_FALSE(IsUkPhone(code));
}

TEST_CASE("all writings of a number are the same number", "[validate][phone_plan]") {
  const std::string mobile =
      GENERATE("07700900123", "07700 900 123", "07700-900-123", "07700.900.123", "+447700900123",
               "+44 7700 900123", "+44 (0)7700 900123", "+4407700900123", "00447700900123",
               "0044 (0) 7700 900123", "447700900123", "4407700900123", "0+447700900123",
               "+07700900123", "tel:+447700900123", "7700900123", "0 7 7 0 0 9 0 0 1 2 3");
  CAPTURE(mobile);
  CHECK(UkNationalNumberOf(mobile) == "7700900123");

  const std::string landline = GENERATE("020 7946 0123", "(020) 7946 0123", "+44(0)20 7946 0123",
                                        "0044 20 7946 0123", "44 20 7946 0123", "020/79460123");
  CAPTURE(landline);
  CHECK(UkNationalNumberOf(landline) == "2079460123");
}

TEST_CASE("only a mobile may lack its 0", "[validate][phone_plan]") {
  CHECK(UkNationalNumberOf("7700900123") == "7700900123");
  CHECK(UkNationalNumberOf("7624123456") == "7624123456");
  const std::string value = GENERATE("1632960123", "2079460123", "3069990123", "8081570123",
                                     "7012345678", "7612345678", "800123456", "120461234");
  CAPTURE(value);
  CHECK_FALSE(UkNationalNumberOf(value).has_value());
  CHECK(UkNationalNumberOf("0" + value).has_value());
}

TEST_CASE("a number with a digit too many or too few is refused", "[validate][phone_plan]") {
  const std::string value =
      GENERATE("0770090012", "077009001234", "+44770090012", "+4477009001234", "0163296012",
               "016329601234", "0207946012", "080812345678", "44", "0044", "0", "+");
  CAPTURE(value);
  CHECK_FALSE(IsUkPhone(value));
}

TEST_CASE("a compacted value holds digits and one plus at its beginning",
          "[validate][phone_plan]") {
  const std::string valid = GENERATE("07700900123", "+447700900123", "0+447700900123",
                                     "+07700900123", "7700900123", "00447700900123");
  const std::string invalid =
      GENERATE("", "07700 900123", "07700900123x", "o7700900123", "++447700900123", "0770+0900123",
               "07700900123+", "tel:07700900123");
  CAPTURE(valid, invalid);
  CHECK(IsUkPhone(valid));
  CHECK_FALSE(IsUkPhone(invalid));
}

}  // namespace
}  // namespace gatepost
