#include "validate/police_numbers.h"

#include <cstddef>
#include <optional>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr size_t kYearDigits = 2;
constexpr size_t kLongYearDigits = 4;
constexpr size_t kPncSerialDigits = 7;
constexpr size_t kCroSerialDigits = 6;

// What stands before and after the one sign between them, the check letter cut off.
struct Parts {
  std::string_view before, after;
};

bool AreSomeDigits(std::string_view text, size_t most) {
  return !text.empty() && text.size() <= most && AreDigits(text);
}

std::optional<Parts> SplitAtSign(std::string_view text) {
  const size_t sign = text.find_first_of("/-");
  if (sign == std::string_view::npos) return std::nullopt;
  return Parts{text.substr(0, sign), text.substr(sign + 1)};
}

// The year and the serial number, filled up to `width` digits with zeros, give the letter.
bool HasCheckLetter(std::string_view year, std::string_view serial, size_t width, char letter) {
  constexpr std::string_view kLetters = "ZABCDEFGHJKLMNPQRTUVWXY";
  size_t remainder = 0;
  const auto read = [&](size_t digit) { remainder = (remainder * 10 + digit) % kLetters.size(); };
  const auto read_all = [&](std::string_view digits) {
    for (const char c : digits) read(static_cast<size_t>(DigitValue(c)));
  };
  read_all(year);
  for (size_t i = serial.size(); i < width; ++i) read(0);
  read_all(serial);
  return kLetters[remainder] == Upper(letter);
}

std::optional<Parts> SplitPnc(std::string_view text) {
  if (auto parts = SplitAtSign(text)) return parts;
  if (text.size() < kYearDigits + kPncSerialDigits) return std::nullopt;
  const size_t year_digits = text.size() - kPncSerialDigits;
  return Parts{text.substr(0, year_digits), text.substr(year_digits)};
}

bool IsYear(std::string_view text) {
  if (!AreDigits(text)) return false;
  return text.size() == kYearDigits ||
         (text.size() == kLongYearDigits && (text.starts_with("19") || text.starts_with("20")));
}

bool BeginsWithSf(std::string_view value) {
  return value.size() > 2 && Upper(value[0]) == 'S' && Upper(value[1]) == 'F';
}

}  // namespace

bool IsPncId(std::string_view value) {
  if (value.empty()) return false;
  const std::optional<Parts> parts = SplitPnc(value.substr(0, value.size() - 1));
  if (!parts || !IsYear(parts->before) || !AreSomeDigits(parts->after, kPncSerialDigits)) {
    return false;
  }
  const std::string_view year = parts->before.substr(parts->before.size() - kYearDigits);
  return HasCheckLetter(year, parts->after, kPncSerialDigits, value.back());
}

bool IsCroNumber(std::string_view value) {
  if (value.empty()) return false;
  const bool is_short_file = BeginsWithSf(value);
  const std::string_view body = value.substr(0, value.size() - 1);
  const std::optional<Parts> parts = SplitAtSign(is_short_file ? body.substr(2) : body);
  if (!parts) return false;
  const std::string_view year = is_short_file ? parts->before : parts->after;
  const std::string_view serial = is_short_file ? parts->after : parts->before;
  if (year.size() != kYearDigits || !AreDigits(year)) return false;
  if (!AreSomeDigits(serial, kCroSerialDigits)) return false;
  return HasCheckLetter(year, serial, is_short_file ? 0 : kCroSerialDigits, value.back());
}

}  // namespace gatepost
