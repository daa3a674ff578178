#pragma once

// Threads that do one thing each in a fixed order, whatever order they come in.

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <set>

namespace gatepost {

// Numbers from 0; each must pass once. Thread-safe.
class Turns {
 public:
  // Returns when every smaller number has passed.
  void Wait(uint64_t number);
  // Need not wait first: a number that has nothing to do passes at once.
  void Pass(uint64_t number);

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  uint64_t next_ = 0;          // the smallest that has not passed
  std::set<uint64_t> passed_;  // those beyond it
};

}  // namespace gatepost
