#pragma once

// What the system says of this process, for the page of metrics.

#include <cstdint>
#include <optional>

namespace gatepost::service {

struct ProcessFigures {
  double cpu_seconds = 0;    // of all threads since the start
  double start_seconds = 0;  // since 1970
  uint64_t resident_bytes = 0;
  uint64_t open_descriptors = 0;
  uint64_t max_descriptors = 0;
};

// nullopt where /proc is not to be read.
[[nodiscard]] std::optional<ProcessFigures> ReadProcessFigures();

}  // namespace gatepost::service
