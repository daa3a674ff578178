// From what a match contains to what is looked for: the cheapest stretches of its runs.

#include <algorithm>
#include <limits>
#include <utility>

#include "regex/byte_set.h"
#include "regex/run_set.h"
#include "regex/text_rate.h"

namespace gatepost {
namespace {

// What one step of a run costs, in hits per byte: some three instructions for 512 bytes against 200
// ns for confirming a hit, which makes 5e-6. Kept below that, since digits and marks cluster more
// (prices, dates) than the rate model knows, and longer runs are hurt less by it.
constexpr double kCostOfClassStep = 2e-6;

// All literals are found in one pass, where a longer one is no dearer.
double Cost(double rate, size_t steps, bool is_literal) {
  return is_literal ? rate : rate + static_cast<double>(steps) * kCostOfClassStep;
}

// Steps [begin, begin + count) of the run.
ClassString Stretch(const Run& run, size_t begin, size_t count) {
  ClassString stretch;
  const auto first = run.steps.begin() + static_cast<std::ptrdiff_t>(begin);
  stretch.steps.assign(first, first + static_cast<std::ptrdiff_t>(count));
  stretch.steps.front().gap = {};
  stretch.min_offset = run.min_offset;
  stretch.max_offset = run.max_offset + run.steps[begin].gap.max;
  for (size_t i = 0; i < begin; ++i) {
    stretch.min_offset += 1;
    stretch.max_offset += 1 + run.steps[i].gap.max;
  }
  return stretch;
}

bool IsLiteralStep(const RunStep& step, bool is_first) {
  return (is_first || step.gap.max == 0) && IsOneLiteral(step.bytes);
}

ClassString CheapestStretch(const Run& run) {
  double cheapest = std::numeric_limits<double>::infinity();
  size_t best_begin = 0;
  size_t best_count = 0;
  for (size_t begin = 0; begin < run.steps.size(); ++begin) {
    RunRate rate(run.steps[begin].bytes);
    bool is_literal = true;
    const size_t longest = std::min(kMaxRunSteps, run.steps.size() - begin);
    for (size_t count = 1; count <= longest; ++count) {
      if (count > 1) rate.Append(run.steps[begin + count - 1]);
      is_literal = is_literal && IsLiteralStep(run.steps[begin + count - 1], count == 1);
      const double cost = Cost(rate.Value(), count, is_literal);
      if (cost >= cheapest) continue;
      cheapest = cost;
      best_begin = begin;
      best_count = count;
    }
  }
  return Stretch(run, best_begin, best_count);
}

// Whatever step `part` allows, `whole` allows; gaps before the first step of a stretch do not
// count.
bool Allows(const RunStep& whole, const RunStep& part, bool is_first) {
  if ((part.bytes & ~whole.bytes).any()) return false;
  if (is_first) return true;
  return part.gap.max <= whole.gap.max && (part.gap.bytes & ~whole.gap.bytes).none();
}

// Widens the offsets of `chosen` to serve `run` as well, if every string of `run` contains it.
bool Serves(const Run& run, ClassString& chosen) {
  const size_t count = chosen.steps.size();
  for (size_t begin = 0; begin + count <= run.steps.size(); ++begin) {
    size_t same = 0;
    while (same < count && Allows(chosen.steps[same], run.steps[begin + same], same == 0)) ++same;
    if (same < count) continue;
    const ClassString stretch = Stretch(run, begin, count);
    chosen.min_offset = std::min(chosen.min_offset, stretch.min_offset);
    chosen.max_offset = std::max(chosen.max_offset, stretch.max_offset);
    return true;
  }
  return false;
}

bool IsServed(const Run& run, std::vector<ClassString>& chosen) {
  return std::any_of(chosen.begin(), chosen.end(),
                     [&](ClassString& stretch) { return Serves(run, stretch); });
}

// "birthday" is not looked for beside "birth".
void DropServed(std::vector<ClassString>& chosen) {
  for (size_t i = chosen.size(); i-- > 0;) {
    const ClassString stretch = std::move(chosen[i]);
    chosen.erase(chosen.begin() + static_cast<std::ptrdiff_t>(i));
    if (IsServed({stretch.steps, {}, stretch.min_offset, stretch.max_offset}, chosen)) continue;
    chosen.insert(chosen.begin() + static_cast<std::ptrdiff_t>(i), stretch);
  }
}

}  // namespace

std::optional<Trigger> ChooseTrigger(const RunSet& set) {
  std::vector<Run> runs = set.runs();
  // Short runs first: their stretches are the likeliest to stand in longer ones.
  std::stable_sort(runs.begin(), runs.end(), [](const Run& one, const Run& other) {
    return one.steps.size() < other.steps.size();
  });
  Trigger trigger;
  for (const Run& run : runs) {
    if (run.steps.empty()) return std::nullopt;
    if (!IsServed(run, trigger.alternatives)) {
      trigger.alternatives.push_back(CheapestStretch(run));
    }
  }
  DropServed(trigger.alternatives);
  return trigger;
}

double CostOf(const Trigger& trigger) {
  double cost = 0;
  for (const ClassString& run : trigger.alternatives) {
    cost += Cost(run.ExpectedRate(), run.steps.size(), run.IsLiteral());
  }
  return cost;
}

}  // namespace gatepost
