#include "text/second_look_filter.h"

#include "base/ascii.h"
#include "text/number_word_buckets.h"
#include "text/second_look_filter_simd.h"

namespace gatepost {

bool IsOrdinaryNumberWord(std::string_view word) {
  return EqualsLower(word, "one") || EqualsLower(word, "un") || EqualsLower(word, "dim");
}

uint8_t NumberWordBuckets(char first, char second, char third) {
  return BucketsOf(kFirstLetters, first) & BucketsOf(kSecondLetters, second) &
         BucketsOf(kThirdLetters, third);
}

bool MayHaveCues(std::string_view text) {
#if defined(__x86_64__)
  if (HasAvx512()) return MayHaveCuesByAvx512(text);
  if (HasAvx2()) return MayHaveCuesByAvx2(text);
#endif
  static_cast<void>(text);
  return true;
}

}  // namespace gatepost
