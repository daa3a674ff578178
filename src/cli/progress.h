#pragma once

// How far long work has come, on a terminal only.

#include <chrono>
#include <cstdint>

namespace gatepost {

// One line on standard error, rewritten twice a second; nothing if standard error is no terminal,
// or if standard output is one and would be mixed with it. Not thread-safe.
class Progress {
 public:
  Progress();
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // One more item of that many bytes.
  void Count(uint64_t bytes);
  // Takes the line away.
  void Clear();

 private:
  void Draw();

  bool is_wanted_;
  bool is_drawn_ = false;
  uint64_t items_ = 0;
  uint64_t bytes_ = 0;
  std::chrono::steady_clock::time_point next_;
};

}  // namespace gatepost
