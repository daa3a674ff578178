#pragma once

// Tells the visitor of a walk what is wrong, but not without end: an archive can be made of nothing
// but faults.

#include <cstdint>
#include <optional>
#include <string>

#include "post/input_source.h"
#include "post/input_walk.h"
#include "post/walk_guard.h"

namespace gatepost {

// Not thread-safe: one for each walk. Borrows all that it is given.
class WalkReport {
 public:
  WalkReport(WalkVisitor& visitor, WalkGuard& guard, const InputSource& input)
      : visitor_(visitor), guard_(guard), input_(input) {}

  // Each of them fails with what the visitor fails with.
  [[nodiscard]] Status Unread(const std::string& path, std::string code, std::string message);
  [[nodiscard]] Status Note(const std::string& path, std::string code, std::string message);
  // The fault that reading of the input, or of what is packed in it, ran into since the last call,
  // as a problem of `path`.
  [[nodiscard]] Status Faults(const std::string& path);
  // How many problems were left out, if any were.
  [[nodiscard]] Status End();

 private:
  [[nodiscard]] Status Tell(Problem problem, const std::string& path);

  WalkVisitor& visitor_;
  WalkGuard& guard_;
  const InputSource& input_;
  bool has_told_of_input_ = false;  // that it cannot be read on
  uint64_t told_ = 0;
  uint64_t left_out_ = 0;
  bool leaves_out_unread_ = false;
};

}  // namespace gatepost
