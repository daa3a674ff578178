#include "bench/measure.h"

#include <algorithm>
#include <ctime>

namespace gatepost::bench {
namespace {

double SecondsOf(clockid_t clock) {
  timespec time{};
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace

double CpuSeconds() { return SecondsOf(CLOCK_THREAD_CPUTIME_ID); }
double WallSeconds() { return SecondsOf(CLOCK_MONOTONIC); }

double Median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::vector<Timing> TimeInTurns(const std::vector<Contender>& contenders, int rounds) {
  std::vector<Timing> timings(contenders.size());
  std::vector<std::vector<double>> seconds(contenders.size());
  for (size_t i = 0; i < contenders.size(); ++i) {
    const double start = CpuSeconds();
    timings[i].found = contenders[i].work();
    timings[i].first_seconds = CpuSeconds() - start;
  }
  for (int round = 0; round < rounds; ++round) {
    for (size_t i = 0; i < contenders.size(); ++i) {
      const double start = CpuSeconds();
      const size_t found = contenders[i].work();
      seconds[i].push_back(CpuSeconds() - start);
      if (found != timings[i].found) timings[i].is_steady = false;
    }
  }
  for (size_t i = 0; i < contenders.size(); ++i) {
    timings[i].seconds = Median(seconds[i]);
    timings[i].bytes_per_second = static_cast<double>(contenders[i].bytes) / timings[i].seconds;
  }
  return timings;
}

}  // namespace gatepost::bench
