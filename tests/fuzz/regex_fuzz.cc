// Any bytes, read as a regex, give an error with its place within them, or a tree whose widths,
// samples, matches and trigger agree with each other.

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "regex/regex.h"
#include "regex/sample.h"
#include "regex/trigger.h"

namespace {

using gatepost::Regex;

constexpr int kSamples = 8;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

void CheckError(const gatepost::Error& error, size_t source_size) {
  Require(!error.message.empty());
  Require(error.where.line == 1);
  Require(error.where.column >= 1 && error.where.column <= source_size + 1);
}

void CheckRegex(const Regex& regex) {
  Require(regex.min_width() >= 1);
  Require(regex.min_width() <= regex.max_width());
  Require(regex.max_width() <= gatepost::kMaxRegexWidth);
  Require(regex.root().expanded_nodes <= gatepost::kMaxRegexExpandedNodes);
  Require(!gatepost::ToRe2(regex).empty());

  const auto trigger = gatepost::FindTrigger(regex);
  std::mt19937_64 random(1);
  for (int i = 0; i < kSamples; ++i) {
    const std::string sample = gatepost::Sample(regex, random);
    Require(sample.size() >= regex.min_width() && sample.size() <= regex.max_width());
    Require(gatepost::MatchesWhole(regex, sample));
    if (trigger) Require(gatepost::Fires(*trigger, sample));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  for (const bool is_case_sensitive : {false, true}) {
    const auto regex = Regex::Parse(source, {.is_case_sensitive = is_case_sensitive});
    if (regex) {
      CheckRegex(*regex);
    } else {
      CheckError(regex.error(), size);
    }
  }
  return 0;
}
