#include <algorithm>
#include <bit>

#include "regex/byte_set.h"
#include "regex/text_rate.h"
#include "regex/trigger.h"

namespace gatepost {
namespace {

// Offsets from where a run begins, as bits: enough for the longest run with all its gaps.
using Places = uint64_t;
static_assert(kMaxRunSteps + (kMaxRunSteps - 1) * kMaxGap < 64);

// The places one byte on from those of `places` at which a byte of `bytes` stands.
Places Advance(Places places, const ByteSet& bytes, std::string_view text) {
  Places next = 0;
  for (Places left = places; left != 0; left &= left - 1) {
    const auto at = static_cast<size_t>(std::countr_zero(left));
    if (at >= text.size()) continue;
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < bytes.size() && bytes.test(byte)) next |= Places{2} << at;
  }
  return next;
}

std::string GapToString(const Gap& gap) {
  if (gap.max == 0) return {};
  const std::string bytes = ToClassSource(gap.bytes);
  return gap.max == 1 ? bytes + "?" : bytes + "{0," + std::to_string(gap.max) + "}";
}

std::string CountToString(size_t count) {
  return std::string("{").append(std::to_string(count)).append("}");
}

// How many of the steps from `begin` on `is_alike` holds for; at least the first.
template <class Predicate>
size_t CountAlike(const std::vector<RunStep>& steps, size_t begin, Predicate is_alike) {
  size_t count = 1;
  while (begin + count < steps.size() && is_alike(steps[begin + count])) ++count;
  return count;
}

// Appends the longest stretch from step `begin` on that can be written as one; returns its length.
size_t AppendStretch(const std::vector<RunStep>& steps, size_t begin, std::string& text) {
  const RunStep& first = steps[begin];
  const std::string bytes = ToClassSource(first.bytes);
  size_t count = CountAlike(steps, begin, [&](const RunStep& step) { return step == first; });
  if (first.gap.max > 0 && count > 1) {
    text += "(?:" + GapToString(first.gap) + bytes + ")" + CountToString(count);
    return count;
  }
  count = CountAlike(steps, begin, [&](const RunStep& step) {
    return step.gap.max == 0 && step.bytes == first.bytes;
  });
  text += GapToString(first.gap) + bytes;
  if (count > 1) text += CountToString(count);
  return count;
}

std::string LiteralToString(const ClassString& run) {
  std::string text;
  for (const RunStep& step : run.steps) {
    // Of a letter's two cases the lower is the greater byte.
    size_t byte = step.bytes.size() - 1;
    while (!step.bytes.test(byte)) --byte;
    const bool is_printable = byte >= ' ' && byte <= '~';
    text += is_printable ? std::string(1, static_cast<char>(byte))
                         : ToLiteralSource(static_cast<uint8_t>(byte));
  }
  return text;
}

}  // namespace

bool ClassString::IsLiteral() const {
  return std::all_of(steps.begin(), steps.end(), [](const RunStep& step) {
    return step.gap.max == 0 && IsOneLiteral(step.bytes);
  });
}

double ClassString::ExpectedRate() const {
  RunRate rate(steps.front().bytes);
  for (size_t i = 1; i < steps.size(); ++i) rate.Append(steps[i]);
  return rate.Value();
}

std::string ClassString::ToString() const {
  if (IsLiteral()) return LiteralToString(*this);
  std::string text;
  for (size_t i = 0; i < steps.size();) i += AppendStretch(steps, i, text);
  return text;
}

double Trigger::ExpectedRate() const {
  double rate = 0;
  for (const ClassString& run : alternatives) rate += run.ExpectedRate();
  return rate;
}

std::string Trigger::ToString() const {
  std::string text;
  for (const ClassString& run : alternatives) {
    if (!text.empty()) text += " | ";
    text += run.ToString();
  }
  return text;
}

bool StandsAt(const ClassString& run, std::string_view text, size_t at) {
  if (at >= text.size()) return false;
  const std::string_view rest = text.substr(at);
  Places places = 1;
  for (const RunStep& step : run.steps) {
    Places reached = places;
    for (uint32_t width = 0; width < step.gap.max; ++width) {
      places = Advance(places, step.gap.bytes, rest);
      reached |= places;
    }
    places = Advance(reached, step.bytes, rest);
  }
  return places != 0;
}

bool Fires(const Trigger& trigger, std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    for (const ClassString& run : trigger.alternatives) {
      if (StandsAt(run, text, at)) return true;
    }
  }
  return false;
}

}  // namespace gatepost
