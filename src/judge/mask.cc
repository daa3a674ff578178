#include "judge/mask.h"

#include <algorithm>
#include <cctype>

#include "base/ascii.h"

namespace gatepost {
namespace {

bool IsShown(char c) { return c == ' ' || std::ispunct(static_cast<unsigned char>(c)) != 0; }

}  // namespace

std::string Masked(const Mask& mask, std::string_view value) {
  const auto count = static_cast<size_t>(std::count_if(value.begin(), value.end(), IsAlphanumeric));
  const size_t kept = size_t{mask.kept} * 2 <= count ? mask.kept : 0;
  size_t first_kept = count;  // alphanumerics from here to last_kept stay
  size_t last_kept = count;
  if (mask.kind == Mask::Kind::kKeepFirst) first_kept = 0, last_kept = kept;
  if (mask.kind == Mask::Kind::kKeepLast) first_kept = count - kept;

  std::string masked;
  size_t nth = 0;
  for (const char c : value) {
    if (!IsAlphanumeric(c)) {
      masked += IsShown(c) ? c : '*';
      continue;
    }
    masked += nth >= first_kept && nth < last_kept ? c : '*';
    ++nth;
  }
  return masked;
}

}  // namespace gatepost
