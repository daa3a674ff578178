#pragma once

// The files that an input holds: the input itself, or what is packed in it, to any depth. Packed
// files are read as streams; nothing is unpacked to disk.

#include <cstdint>
#include <optional>
#include <string>

#include "base/problem.h"
#include "base/result.h"
#include "post/byte_source.h"

namespace gatepost {

// What an archive may ask of us. Beyond one of them the rest of it is an unread problem.
struct WalkLimits {
  uint32_t max_depth = 4;                   // archives in archives
  uint64_t max_entries = 10'000'000;        // of one input
  uint64_t max_ratio = 1000;                // unpacked bytes for each packed one, of one input
  uint64_t max_bytes = uint64_t{16} << 40;  // unpacked, of one input
};

// A file found in an input; borrowed for the visit.
struct FoundFile {
  std::string path;  // within the input, parts joined by '/'; empty: it is the input itself
  ByteSource&
      bytes;  // unpacked, as UTF-8 without a byte order mark if it is text of a known encoding
};

class WalkVisitor {
 public:
  virtual ~WalkVisitor() = default;
  // Reads as much of the file as it likes. A failure ends the walk.
  [[nodiscard]] virtual Status OnFile(FoundFile& file) = 0;
  // A part that cannot be read, or a note; `where.file` is its path within the input.
  [[nodiscard]] virtual Status OnProblem(Problem problem) = 0;
};

// Visits the files of the input at `path` ("-" is standard input) in their order. Fails with what
// the visitor fails with, and with kUnreadable if the input cannot be opened; everything else that
// is wrong with it is a problem.
[[nodiscard]] Status WalkInput(const std::string& path, const WalkLimits& limits,
                               WalkVisitor& visitor);

// An input: a file that was named, or one of a folder that was.
struct InputFile {
  std::string path;  // to open
  uint64_t bytes = 0;
};

class InputListVisitor {
 public:
  virtual ~InputListVisitor() = default;
  [[nodiscard]] virtual Status OnInput(const InputFile& file) = 0;
  [[nodiscard]] virtual Status OnProblem(Problem problem) = 0;
};

// The file at `path`, or all files of the folder there, in the order of their names. Links in
// folders are not followed, which is a note; what cannot be listed is an unread problem, with its
// code "input_unreadable".
[[nodiscard]] Status ListInputs(const std::string& path, InputListVisitor& visitor);

}  // namespace gatepost
