#include "regex/run_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "regex/byte_set.h"

namespace gatepost {
namespace {

constexpr size_t kMinLiteralSteps = 3;  // a shorter literal is no use as one

bool IsSubset(const ByteSet& part, const ByteSet& whole) { return (part & ~whole).none(); }

// Joining words letter by letter (road, roar: roa[dr]) would make classes of literals, which are
// looked for faster as they are.
bool AreLiterals(const Run& one, const Run& other) {
  const auto is_literal = [](const Run& run) {
    return run.steps.size() >= kMinLiteralSteps &&
           std::all_of(run.steps.begin(), run.steps.end(), [](const RunStep& step) {
             return step.gap.max == 0 && IsOneLiteral(step.bytes);
           });
  };
  return is_literal(one) && is_literal(other);
}

// Two classes that one class may stand for: one holds the other, or both are digits. The exact
// digits of a month or a year are not worth a run each: together they are hardly commoner.
bool AreAlike(const ByteSet& one, const ByteSet& other) {
  return IsSubset(one, other) || IsSubset(other, one) || IsSubset(one | other, Digits());
}

// Widens `into` to allow `run` as well, if the two are so alike that little else is let in.
bool Merge(const Run& run, Run& into) {
  if (run.steps.size() != into.steps.size() || run.tail != into.tail) return false;
  size_t differing = 0;
  bool is_alike = true;
  for (size_t i = 0; i < run.steps.size(); ++i) {
    if (run.steps[i].gap != into.steps[i].gap) return false;
    if (run.steps[i].bytes != into.steps[i].bytes) ++differing;
    is_alike = is_alike && AreAlike(run.steps[i].bytes, into.steps[i].bytes);
    if (differing > 1 && !is_alike) return false;
  }
  if (differing > 0 && AreLiterals(run, into)) return false;
  for (size_t i = 0; i < run.steps.size(); ++i) into.steps[i].bytes |= run.steps[i].bytes;
  into.min_offset = std::min(into.min_offset, run.min_offset);
  into.max_offset = std::max(into.max_offset, run.max_offset);
  return true;
}

// The gap that the run begins with; of a run without steps, all of it.
Gap& LeadOf(Run& run) { return run.steps.empty() ? run.tail : run.steps.front().gap; }

std::optional<Run> JoinRuns(const Run& first, Run second) {
  Gap& lead = LeadOf(second);
  if (first.tail.max + lead.max > kMaxGap) return std::nullopt;
  lead.bytes |= first.tail.bytes;
  lead.max += first.tail.max;
  Run joined = first;
  joined.steps.insert(joined.steps.end(), std::make_move_iterator(second.steps.begin()),
                      std::make_move_iterator(second.steps.end()));
  joined.tail = second.tail;
  return joined;
}

}  // namespace

size_t RunSet::LongestSteps() const {
  size_t longest = 0;
  for (const Run& run : runs_) longest = std::max(longest, run.steps.size());
  return longest;
}

void RunSet::Add(Run run) {
  // A merged run may now merge with yet another.
  for (size_t i = 0; i < runs_.size();) {
    if (!Merge(runs_[i], run)) {
      ++i;
      continue;
    }
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(i));
    i = 0;
  }
  runs_.push_back(std::move(run));
}

void RunSet::Add(const RunSet& other) {
  for (const Run& run : other.runs_) {
    if (IsTooLarge()) return;
    Add(run);
  }
}

void RunSet::Shift(uint32_t min, uint32_t max) {
  for (Run& run : runs_) {
    run.min_offset += min;
    run.max_offset += max;
  }
}

void RunSet::KeepStarts() {
  for (Run& run : std::exchange(runs_, {})) {
    if (run.steps.size() > kMaxRunSteps) run.steps.resize(kMaxRunSteps);
    run.tail = {};
    Add(std::move(run));
  }
}

void RunSet::KeepEnds() {
  for (Run& run : std::exchange(runs_, {})) {
    const size_t cut = run.steps.size() - std::min(run.steps.size(), kMaxRunSteps);
    for (size_t i = 0; i < cut; ++i) {
      run.min_offset += 1;
      run.max_offset += 1 + run.steps[i].gap.max;
    }
    run.steps.erase(run.steps.begin(), run.steps.begin() + static_cast<std::ptrdiff_t>(cut));
    run.max_offset += LeadOf(run).max;
    LeadOf(run) = {};
    Add(std::move(run));
  }
}

std::optional<RunSet> RunSet::Join(const RunSet& first, const RunSet& second) {
  if (first.runs_.size() * second.runs_.size() > kMaxRuns) return std::nullopt;
  RunSet joined;
  for (const Run& one : first.runs_) {
    for (const Run& other : second.runs_) {
      auto run = JoinRuns(one, other);
      if (!run) return std::nullopt;
      joined.Add(std::move(*run));
    }
  }
  return joined;
}

}  // namespace gatepost
