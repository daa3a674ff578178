#include "validate/nino.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace gatepost {
namespace {

// HMRC manual NIM39110, "Format and security: what a National Insurance number looks like".
constexpr std::string_view kFirstLetters = "ABCEGHJKLMNOPRSTWXYZ";
constexpr std::string_view kSecondLetters = "ABCEGHJKLMNPRSTWXYZ";
constexpr std::array<std::string_view, 7> kBarredPairs = {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"};

}  // namespace

bool HasNinoPrefix(std::string_view value) {
  if (value.size() < 2) return false;
  const std::array<char, 2> letters = {Upper(value[0]), Upper(value[1])};
  const std::string_view pair(letters.data(), letters.size());
  return kFirstLetters.find(pair[0]) != std::string_view::npos &&
         kSecondLetters.find(pair[1]) != std::string_view::npos &&
         std::find(kBarredPairs.begin(), kBarredPairs.end(), pair) == kBarredPairs.end();
}

}  // namespace gatepost
