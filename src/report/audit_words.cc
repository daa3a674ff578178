#include "report/audit_words.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"
#include "base/day.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

using std::chrono::floor;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::string_view kNoDate = "no date";

std::string TwoDigits(int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "09:30:15"
std::string ClockText(Time time) {
  const std::chrono::hh_mm_ss clock(time - floor<std::chrono::days>(time));
  return TwoDigits(clock.hours().count()) + ":" + TwoDigits(clock.minutes().count()) + ":" +
         TwoDigits(clock.seconds().count());
}

}  // namespace

std::string IsoTime(Time time) {
  return DayText(floor<std::chrono::days>(time)) + "T" + ClockText(time) + "Z";
}

std::string DayInWords(sys_days day) {
  const year_month_day date(day);
  return std::to_string(static_cast<unsigned>(date.day())) + " " +
         std::string(kMonths[static_cast<unsigned>(date.month()) - 1]) + " " +
         std::to_string(static_cast<int>(date.year()));
}

std::string TimeInWords(Time time) {
  return DayInWords(floor<std::chrono::days>(time)) + ", " + ClockText(time).substr(0, 5) + " UTC";
}

std::string MonthInWords(std::string_view month) {
  const auto first_day = DayOf(std::string(month) + "-01");
  if (!first_day) return std::string(kNoDate);
  return DayInWords(*first_day).substr(2);
}

std::string PublishedInWords(const std::optional<Time>& published) {
  return published ? DayInWords(floor<std::chrono::days>(*published)) : std::string(kNoDate);
}

std::string PeriodInWords(const std::optional<Time>& first, const std::optional<Time>& last) {
  if (!first || !last) return {};
  const std::string begin = PublishedInWords(first);
  const std::string end = PublishedInWords(last);
  return begin == end ? begin : begin + " to " + end;
}

std::string Grouped(uint64_t count) {
  std::string digits = std::to_string(count);
  for (size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
  return digits;
}

std::string GroupedCount(uint64_t count, std::string_view noun) {
  const std::string plain = Counted(count, noun);
  return Grouped(count) + plain.substr(plain.find(' '));
}

std::string BytesInWords(uint64_t bytes) {
  constexpr std::array<std::string_view, 5> kUnits{"KB", "MB", "GB", "TB", "PB"};
  if (bytes < 1000) return Counted(bytes, "byte");
  double number = static_cast<double>(bytes) / 1000;
  size_t unit = 0;
  while (number >= 999.95 && unit + 1 < kUnits.size()) {
    number /= 1000;
    ++unit;
  }
  return FixedText(number, 1) + " " + std::string(kUnits[unit]);
}

std::string RateInWords(const std::optional<double>& per_thousand) {
  return per_thousand ? FixedText(*per_thousand, 1) : "-";
}

std::string FixedText(double number, int places) {
  std::array<char, 32> digits{};  // room for a sign, 15 digits, the point and 9 places
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number,
                                 std::chars_format::fixed, places)
                       .ptr;
  return {digits.data(), end};
}

std::string FieldInWords(FieldKind field, uint16_t nth) {
  std::string words(NameOf(field));
  if (nth > 0) words += " " + std::to_string(nth + 1);
  return words;
}

std::string_view InWords(Visibility visibility) {
  return visibility == Visibility::kUnknown ? "not known" : NameOf(visibility);
}

std::string_view InWords(Standing standing) {
  if (standing == Standing::kFalse) return InWords(DecisionState::kFalse);
  return standing == Standing::kLetThrough ? "let through" : NameOf(standing);
}

std::string_view InWords(DecisionState state) {
  return state == DecisionState::kFalse ? "no personal data" : NameOf(state);
}

std::string AccountInWords(std::string_view source, std::string_view account) {
  if (account.empty()) return source.empty() ? "no account named" : std::string(source);
  std::string words(account);
  if (!source.empty()) words.append(" (").append(source).append(")");
  return words;
}

std::string KnownAccountInWords(const Account* account) {
  if (account == nullptr) return {};
  std::string words = account->name;
  const auto add = [&words](std::string_view part, const std::string& value) {
    if (value.empty()) return;
    if (!words.empty()) words += ", ";
    words.append(part).append(value);
  };
  add("owner ", account->owner);
  add("", account->email);
  return words;
}

bool IsWebAddress(std::string_view url) {
  const size_t colon = url.find("://");
  if (colon == std::string_view::npos) return false;
  const std::string_view scheme = url.substr(0, colon);
  const bool is_web = EqualsLower(scheme, "http") || EqualsLower(scheme, "https");
  return is_web && url.size() > colon + 3 &&
         std::ranges::all_of(url, [](char byte) { return byte > ' ' && byte != '\x7F'; });
}

}  // namespace gatepost
