#pragma once

// Timing: contenders take turns, and each is told by the median of its rounds, so that a slow
// moment of the machine is nobody's.

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace gatepost::bench {

// Of this thread, as the processor counts it: what else runs on the machine is left out.
[[nodiscard]] double CpuSeconds();
[[nodiscard]] double WallSeconds();
// Of an even number, the greater of the two in the middle. `values` is not empty.
[[nodiscard]] double Median(std::vector<double> values);

// One of those that are compared. `work` runs once a round over `bytes` of text and gives what it
// found.
struct Contender {
  std::string name;
  size_t bytes = 0;
  std::function<size_t()> work;
};

struct Timing {
  double seconds = 0;        // CPU time, median of the rounds
  double first_seconds = 0;  // of the round that is not counted
  double bytes_per_second = 0;
  size_t found = 0;
  bool is_steady = true;  // every round found the same
};

// In the order of the contenders. A first round of each, which warms caches, is not counted.
[[nodiscard]] std::vector<Timing> TimeInTurns(const std::vector<Contender>& contenders, int rounds);

}  // namespace gatepost::bench
