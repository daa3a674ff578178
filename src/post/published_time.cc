#include "post/published_time.h"

#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <system_error>

namespace gatepost {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;

// Takes a text apart from its front. What is expected and not there makes it fail, once and for
// all.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : rest_(text) {}

  // Exactly `count` digits, as a number of at most `max`.
  int Digits(size_t count, int max) {
    int number = 0;
    if (rest_.size() < count || rest_.substr(0, count).find_first_not_of(kDigits) != rest_.npos) {
      has_failed_ = true;
      return 0;
    }
    std::from_chars(rest_.data(), rest_.data() + count, number);
    rest_.remove_prefix(count);
    has_failed_ = has_failed_ || number > max;
    return number;
  }

  bool Skip(std::string_view one_of) {
    if (rest_.empty() || one_of.find(rest_.front()) == one_of.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  void Expect(std::string_view one_of) { has_failed_ = !Skip(one_of) || has_failed_; }
  void SkipDigits() {
    while (Skip(kDigits)) continue;
  }

  [[nodiscard]] bool is_at_end() const { return rest_.empty(); }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  static constexpr std::string_view kDigits = "0123456789";
  std::string_view rest_;
  bool has_failed_ = false;
};

std::optional<sys_days> ReadDate(Cursor& cursor) {
  const std::chrono::year year(cursor.Digits(4, 9999));
  cursor.Expect("-");
  const std::chrono::month month(static_cast<unsigned>(cursor.Digits(2, 12)));
  cursor.Expect("-");
  const std::chrono::day day(static_cast<unsigned>(cursor.Digits(2, 31)));
  const std::chrono::year_month_day date(year, month, day);
  if (cursor.has_failed() || !date.ok()) return std::nullopt;
  return sys_days(date);
}

seconds ReadTimeOfDay(Cursor& cursor) {
  seconds time = hours(cursor.Digits(2, 23));
  cursor.Expect(":");
  time += minutes(cursor.Digits(2, 59));
  if (!cursor.Skip(":")) return time;
  time += seconds(cursor.Digits(2, 60));
  if (cursor.Skip(".,")) {
    cursor.Digits(1, 9);
    cursor.SkipDigits();
  }
  return time;
}

// How far local time is ahead of UTC.
seconds ReadOffset(Cursor& cursor) {
  if (cursor.Skip("Zz")) return {};
  const bool is_behind = cursor.Skip("-");
  if (!is_behind) cursor.Expect("+");
  seconds offset = hours(cursor.Digits(2, 23));
  if (cursor.Skip(":") || !cursor.is_at_end()) offset += minutes(cursor.Digits(2, 59));
  return is_behind ? -offset : offset;
}

}  // namespace

std::optional<Time> ParseIsoTime(std::string_view text) {
  Cursor cursor(text);
  const auto date = ReadDate(cursor);
  if (!date) return std::nullopt;
  if (cursor.is_at_end()) return Time(*date);
  cursor.Expect("Tt ");
  const seconds time = ReadTimeOfDay(cursor);
  const seconds offset = ReadOffset(cursor);
  if (cursor.has_failed() || !cursor.is_at_end()) return std::nullopt;
  return Time(*date) + time - offset;
}

std::optional<Time> ParseUnixTime(std::string_view literal) {
  constexpr double kYear0 = -62167219200;
  constexpr double kYear10000 = 253402300800;
  double number = 0;
  const auto read = std::from_chars(literal.data(), literal.data() + literal.size(), number);
  if (read.ec != std::errc() || read.ptr != literal.data() + literal.size()) return std::nullopt;
  if (!(number >= kYear0 && number < kYear10000)) return std::nullopt;
  return Time(seconds(static_cast<int64_t>(std::floor(number))));
}

}  // namespace gatepost
