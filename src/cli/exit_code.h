#pragma once

// What the program's exit status says; the table stands in README.md.

namespace gatepost {

enum class ExitCode : int {
  kClean = 0,  // nothing calls for an action at or above --fail-on, and everything was looked at
  kFound = 1,  // something does
  kCannotRun = 2,   // usage, bad pattern or policy, no readable input, internal error
  kIncomplete = 3,  // no such action, but something could not be looked at
};

}  // namespace gatepost
