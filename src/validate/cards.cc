#include "validate/cards.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/ascii.h"

namespace gatepost {
namespace {

// A brand's numbers: their first four digits from `first` to `last`, their lengths as a set of
// bits.
struct CardRange {
  int first, last;
  uint32_t lengths;
};

constexpr uint32_t Lengths(size_t from, size_t to) {
  uint32_t set = 0;
  for (size_t length = from; length <= to; ++length) set |= 1U << length;
  return set;
}

// ISO/IEC 7812 ranges as the schemes publish them. Maestro's twelve digits are left out: no issuer
// uses them, and bar codes and parcel numbers of that length abound.
constexpr auto kRanges = std::to_array<CardRange>({
    {2221, 2720, Lengths(16, 16)},                                      // Mastercard
    {3000, 3059, Lengths(14, 14)},                                      // Diners Club
    {3400, 3499, Lengths(15, 15)},                                      // American Express
    {3528, 3589, Lengths(16, 19)},                                      // JCB
    {3600, 3699, Lengths(14, 19)},                                      // Diners Club
    {3700, 3799, Lengths(15, 15)},                                      // American Express
    {3800, 3899, Lengths(14, 14)},                                      // Diners Club
    {4000, 4999, Lengths(13, 13) | Lengths(16, 16) | Lengths(19, 19)},  // Visa
    {5000, 5099, Lengths(13, 19)},                                      // Maestro
    {5100, 5599, Lengths(16, 16)},                                      // Mastercard
    {5600, 5999, Lengths(13, 19)},                                      // Maestro
    {6000, 6999, Lengths(13, 19)},  // Maestro; of it Discover 6011, 644–649, 65 and UnionPay 62
});

}  // namespace

bool HasCardBrand(std::string_view value) {
  if (value.size() < 13 || value.size() > 19 || !AreDigits(value)) return false;
  int leading = 0;
  for (const char c : value.substr(0, 4)) leading = leading * 10 + DigitValue(c);
  return std::any_of(kRanges.begin(), kRanges.end(), [&](const CardRange& range) {
    return leading >= range.first && leading <= range.last &&
           (range.lengths >> value.size() & 1U) != 0;
  });
}

}  // namespace gatepost
