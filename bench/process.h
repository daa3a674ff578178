#pragma once

// Runs a program and says what it took.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace gatepost::bench {

struct ProcessRun {
  int exit_status = 0;  // -1 if a signal ended it
  double wall_seconds = 0;
  double user_seconds = 0;
  size_t peak_anonymous_bytes = 0;  // 0 unless asked for
};

enum class Watch : uint8_t { kTime, kMemory };

// `command` is the program's path and its arguments; what it prints is thrown away. Its anonymous
// memory, if asked for, is looked at every two milliseconds, which costs it some time.
[[nodiscard]] Result<ProcessRun> RunProcess(const std::vector<std::string>& command,
                                            Watch watch = Watch::kTime);

}  // namespace gatepost::bench
