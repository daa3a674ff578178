#pragma once

// What could not be looked at, or should be known about a post beside its findings.

#include <cstdint>
#include <string>

#include "base/result.h"

namespace gatepost {

enum class ProblemKind : uint8_t {
  kUnread,  // part of the post was not looked at: the verdict is incomplete
  kNote,    // worth knowing, changes nothing (an image without alt text)
};

// `code` is a stable lower-case word for machines ("invalid_utf8"); `message` is for people and
// never holds scanned text. `where` names the input's file and line, where known; its column counts
// code points.
struct Problem {
  ProblemKind kind = ProblemKind::kUnread;
  std::string code;
  std::string message;
  SourcePlace where;
};

}  // namespace gatepost
