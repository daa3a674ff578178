#include "validate/driver_number.h"

#include <algorithm>

#include "base/ascii.h"
#include "validate/dates.h"

namespace gatepost {
namespace {

constexpr size_t kLength = 16;
constexpr size_t kLengthWithIssue = 18;
constexpr size_t kSurnameLength = 5;
constexpr int kAddedForWomen = 50;
// Letters and digits that are not easily misread.
constexpr std::string_view kTellsApart = "23456789ABCDEFGHJKLMNPRSTUVWX";

// `least` letters or more, then 9s.
bool IsPaddedName(std::string_view name, size_t least) {
  const std::string_view letters = name.substr(0, name.find('9'));
  return letters.size() >= least && std::all_of(letters.begin(), letters.end(), IsLetter) &&
         name.find_first_not_of('9', letters.size()) == std::string_view::npos;
}

// Decade, month, day, year.
bool IsCodedDate(std::string_view digits) {
  if (!AreDigits(digits)) return false;
  const auto number = [&](size_t tens, size_t units) {
    return DigitValue(digits[tens]) * 10 + DigitValue(digits[units]);
  };
  const int coded_month = number(1, 2);
  const int month = coded_month > kAddedForWomen ? coded_month - kAddedForWomen : coded_month;
  const int day = number(3, 4);
  const int year = number(0, 5);
  return IsCalendarDay(1900 + year, month, day) || IsCalendarDay(2000 + year, month, day);
}

}  // namespace

bool IsDriverNumber(std::string_view value) {
  if (value.size() != kLength && value.size() != kLengthWithIssue) return false;
  return IsPaddedName(value.substr(0, kSurnameLength), 1) && IsCodedDate(value.substr(5, 6)) &&
         IsPaddedName(value.substr(11, 2), 0) &&
         kTellsApart.find(Upper(value[13])) != std::string_view::npos && IsLetter(value[14]) &&
         IsLetter(value[15]) && AreDigits(value.substr(kLength));
}

}  // namespace gatepost
