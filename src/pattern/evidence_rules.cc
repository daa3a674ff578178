#include "pattern/evidence_rules.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/ascii.h"

namespace gatepost {
namespace {

bool IsIn(const std::vector<std::string>& sorted, std::string_view entry) {
  return std::binary_search(sorted.begin(), sorted.end(), entry, std::less<>());
}

bool StartsWithOne(const std::vector<std::string>& sorted, std::string_view value) {
  for (size_t end = 1; end <= value.size(); ++end) {
    const bool is_boundary = end == value.size() || !(IsLetter(value[end]) || IsDigit(value[end]));
    if (is_boundary && IsIn(sorted, value.substr(0, end))) return true;
  }
  return false;
}

bool EndsWithOne(const std::vector<std::string>& sorted, std::string_view value) {
  for (size_t begin = 0; begin < value.size(); ++begin) {
    constexpr std::string_view kBoundaries = ".@ ";
    const bool is_boundary =
        begin == 0 || kBoundaries.find(value[begin - 1]) != std::string_view::npos;
    if (is_boundary && IsIn(sorted, value.substr(begin))) return true;
  }
  return false;
}

}  // namespace

void AppendPacked(const Weight& weight, std::string& packed) {
  packed += std::to_string(weight.points);
  packed += ' ';
  packed += weight.phrase;
}

void ReadPacked(std::string_view line, Weight& weight) {
  std::from_chars(line.data(), line.data() + line.size(), weight.points);
  weight.phrase = line.substr(std::min(line.find(' '), line.size() - 1) + 1);
}

bool Applies(const ValueRule& rule, std::string_view canonical) {
  if (rule.regex && !MatchesWhole(*rule.regex, canonical)) return false;
  if (rule.is && !IsIn(*rule.is, canonical)) return false;
  if (!rule.starts && !rule.ends) return true;
  const std::string lower = InLowerCase(canonical);
  if (rule.starts && !StartsWithOne(*rule.starts, lower)) return false;
  return !rule.ends || EndsWithOne(*rule.ends, lower);
}

}  // namespace gatepost
