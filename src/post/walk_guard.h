#pragma once

// What the layers of one walk share: what they may still unpack, and what went wrong, so that a
// fault is told once, with its code, however many layers it comes up through.

#include <cstdint>
#include <optional>
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "post/input_walk.h"

namespace gatepost {

// Not thread-safe: one for each walk. Borrows the count of packed bytes.
class WalkGuard {
 public:
  // `packed_bytes`: of the input, that are known of so far; may grow while it is read.
  WalkGuard(const WalkLimits& limits, const uint64_t& packed_bytes)
      : limits_(limits), packed_bytes_(packed_bytes) {}

  // Bytes that a layer has unpacked. kTooLarge over a limit, and from then on for all layers.
  [[nodiscard]] Status CountBytes(uint64_t bytes);
  // An entry of an archive; the same.
  [[nodiscard]] Status CountEntry();

  // A fault, where it is found: an Error for the layers above, which hand it on, and a problem that
  // is to be told. Of several that nobody has taken yet, the first is kept.
  [[nodiscard]] Error Fault(ErrorCode error, std::string code, std::string message);
  // Such faults: bytes that are not as they were written, bytes that are missing, and a way of
  // packing that cannot be unpacked.
  [[nodiscard]] Error Damaged();
  [[nodiscard]] Error CutShort();
  [[nodiscard]] Error Unsupported();
  // The problem of the last fault, for whoever tells it, without its place.
  [[nodiscard]] std::optional<Problem> TakeFault();

 private:
  [[nodiscard]] Status Spend(std::string code, std::string message);

  const WalkLimits& limits_;
  const uint64_t& packed_bytes_;
  uint64_t unpacked_bytes_ = 0;
  uint64_t entries_ = 0;
  std::optional<Error> spent_;
  std::optional<Problem> fault_;
};

}  // namespace gatepost
