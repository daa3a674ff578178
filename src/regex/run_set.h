#pragma once

// Sets of runs, as a trigger is built from below: what a part of a regex begins with, ends with, or
// is as a whole.

#include <cstdint>
#include <optional>
#include <vector>

#include "regex/trigger.h"

namespace gatepost {

// A run that is still growing: unlike a finished one its first step may have a gap, a gap may stand
// behind its last step, and it may have no step at all. It stands for every string that its gaps
// and steps allow. Offsets are of its first gap, from the begin of the part it was derived from.
struct Run {
  std::vector<RunStep> steps;
  Gap tail;
  uint32_t min_offset = 0;
  uint32_t max_offset = 0;
};

// At least one of the runs holds. Every operation keeps or widens what the set allows, so that what
// is derived stays true of every match.
class RunSet {
 public:
  // Sets that would grow beyond this are given up.
  static constexpr size_t kMaxRuns = 64;

  RunSet() = default;
  explicit RunSet(Run run) { runs_.push_back(std::move(run)); }

  [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
  [[nodiscard]] bool IsTooLarge() const { return runs_.size() > kMaxRuns; }
  [[nodiscard]] size_t LongestSteps() const;

  // Runs that differ in one step alone become one.
  void Add(Run run);
  void Add(const RunSet& other);

  // Moves every run by `min` to `max` bytes.
  void Shift(uint32_t min, uint32_t max);
  // For the begin of something longer: at most kMaxRunSteps steps, no gap behind them.
  void KeepStarts();
  // For the end of something longer: at most kMaxRunSteps steps, no gap before them.
  void KeepEnds();

  // Each run of `first` followed by each of `second`; nullopt if that is too many or a gap between
  // them too wide. Runs may have up to twice kMaxRunSteps steps.
  [[nodiscard]] static std::optional<RunSet> Join(const RunSet& first, const RunSet& second);

 private:
  std::vector<Run> runs_;
};

// The cheapest trigger that a scan for these runs can have: one stretch of each run, shared where
// one stretch serves several. nullopt if some run has no step.
[[nodiscard]] std::optional<Trigger> ChooseTrigger(const RunSet& set);

// What looking for the trigger costs: how often it fires, and a little for each of its steps.
[[nodiscard]] double CostOf(const Trigger& trigger);

}  // namespace gatepost
