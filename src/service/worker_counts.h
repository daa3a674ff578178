#pragma once

// What one thread of the service counts, for the page of metrics. Labels are names of routes,
// channels of the policy and patterns: never accounts, values or texts.

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "judge/verdict.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"

namespace gatepost::service {

// Upper bounds of the buckets of durations, in seconds; one more bucket holds the rest.
inline constexpr std::array kDurationBounds = {0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01,
                                               0.025,  0.05,    0.1,    0.25,  0.5,    1.0,   2.5};

struct Durations {
  std::array<uint64_t, kDurationBounds.size() + 1> counts{};  // not cumulative
  double sum_seconds = 0;

  void Add(std::chrono::nanoseconds took);
  void Add(const Durations& others);
};

struct Counts {
  // Words and routes are constants, which last; so is the name of a severity.
  std::map<std::pair<std::string_view, int>, uint64_t> answers;  // by route and status
  std::map<std::string_view, Durations> durations;               // by route
  std::map<std::string, std::map<std::string_view, uint64_t>, std::less<>> verdicts;  // by channel
  std::map<std::string, uint64_t, std::less<>> findings;                              // by pattern
  uint64_t checked_posts = 0;
  uint64_t checked_bytes = 0;
  uint64_t late = 0;  // answered before all was looked at, because the time was up

  void Add(const Counts& others);
};

// Thread-safe; its own thread adds, and whoever shows them copies.
class WorkerCounts {
 public:
  void AddAnswer(std::string_view route, int status, std::chrono::nanoseconds took, bool was_late);
  // A channel that the policy does not name is counted as "other", none as "none".
  void AddVerdict(const Post& post, const Verdict& verdict, std::span<const Pattern> patterns,
                  const Policy& policy);
  [[nodiscard]] Counts Get() const;

 private:
  mutable std::mutex mutex_;
  Counts counts_;
};

}  // namespace gatepost::service
