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

// What an archive may ask of us. Beyond one of them the walk of the input ends with an unread
// problem, "archive_entries", "archive_ratio" or "archive_bytes"; an archive that is too deep,
// "archive_depth", is passed over.
//
// The default ratio: exports of different posts come to 4 to 11 deflated and 15 at most in any
// other packing, exports of one text again and again to 40 and 100 (corpus/make_exports). Deflate
// reaches 1032 at most (https://zlib.net/zlib_tech.html), and so do bombs made with it.
struct WalkLimits {
  uint32_t max_depth = 4;                   // archives in each other; a .tar.gz is one
  uint64_t max_entries = 10'000'000;        // of one input
  uint64_t max_ratio = 200;                 // unpacked bytes for each packed one, of one input,
                                            // once 64 MiB have been unpacked
  uint64_t max_bytes = uint64_t{16} << 40;  // unpacked, of one input, those of archives in archives
                                            // included
};

// A file found in an input; borrowed for the visit.
struct FoundFile {
  // Within the input, parts joined by '/', as UTF-8; a name for people, never to be opened, and not
  // always the only one of its kind. Empty: it is the input itself, or all that is packed in it. A
  // packed file in an archive has the name that it has there ("posts.csv.gz").
  std::string path;
  // Unpacked, as UTF-8 without a byte order mark if it is text of a known encoding. Where reading
  // fails with an Error, the walker tells OnProblem why after the visit, once: the visitor need
  // only know that it has not seen all of the file. What it does not read may be damaged untold.
  ByteSource& bytes;
};

// Problems have these codes. Unread, beside those of WalkLimits: "archive_damaged" (also what is
// cut short), "archive_encrypted", "archive_unsupported", "input_unreadable". Notes:
// "archive_empty", "archive_link", "archive_special", "read_as_windows_1252". After the first
// thousand of an input the rest is one, "more_problems", which is unread if any of them is.
class WalkVisitor {
 public:
  virtual ~WalkVisitor() = default;
  // Reads as much of the file as it likes. A failure ends the walk.
  [[nodiscard]] virtual Status OnFile(FoundFile& file) = 0;
  // A part that cannot be read, or a note; `where.file` is its path within the input. Of a file
  // that was visited, it comes before the next file.
  [[nodiscard]] virtual Status OnProblem(Problem problem) = 0;
  // Where in the bytes of the input, packed, the walk has come to. Goes back where an archive is
  // read in another order than its bytes stand in.
  virtual void OnPosition(uint64_t /*bytes*/) {}
};

struct WalkSummary {
  uint64_t bytes = 0;  // of the input, packed
  // SHA-256 of a pipe that could be read to its end, as HashInput gives it of a file.
  std::optional<std::string> hash;
};

// Visits the files of the input at `path` ("-" is standard input) in their order; what they are is
// told by their content. Fails with what the visitor fails with, and with kUnreadable if the input
// cannot be opened; everything else that is wrong with it is a problem. A pipe is always read to
// its end.
[[nodiscard]] Result<WalkSummary> WalkInput(const std::string& path, const WalkLimits& limits,
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

// The file at `path`, or all files of the folder there and the folders in it, in the order of their
// names, bytewise in each folder; "-" as it is. `path` itself may be a link. Notes: links in
// folders
// ("input_link") and devices, pipes and sockets ("input_special"), which are passed over as are
// folders named .git ("input_git"). What cannot be listed or read is an unread problem,
// "input_unreadable". `where.file` is the path. Fails only with what the visitor fails with.
[[nodiscard]] Status ListInputs(const std::string& path, InputListVisitor& visitor);

}  // namespace gatepost
