#pragma once

// What a walk came upon, as lines to be compared.

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "catch.h"
#include "post/input_walk.h"

namespace gatepost {

class WalkRecorder : public WalkVisitor {
 public:
  Status OnFile(FoundFile& file) override {
    std::string content;
    while (content.size() < max_bytes) {
      const Result<std::string_view> block = file.bytes.Next();
      if (!block || block->empty()) break;
      content += *block;
    }
    files.push_back(file.path + "=" + content);
    return {};
  }
  Status OnProblem(Problem problem) override {
    const bool is_unread = problem.kind == ProblemKind::kUnread;
    has_unread = has_unread || is_unread;
    problems.push_back((is_unread ? "unread " : "note ") + problem.code + " " + problem.where.file);
    last_message = problem.message;
    return {};
  }

  size_t max_bytes = std::numeric_limits<size_t>::max();  // read of a file, about
  std::vector<std::string> files;                         // "path=content"
  std::vector<std::string> problems;                      // "unread archive_damaged path"
  std::string last_message;
  bool has_unread = false;
};

// A file in memory, as a path to open.
class MemoryFile {
 public:
  explicit MemoryFile(const std::string& bytes) : descriptor_(::memfd_create("input", 0)) {
    REQUIRE(descriptor_ >= 0);
    const auto size = static_cast<ssize_t>(bytes.size());
    REQUIRE(::write(descriptor_, bytes.data(), bytes.size()) == size);
  }
  ~MemoryFile() { ::close(descriptor_); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  [[nodiscard]] std::string path() const { return "/dev/fd/" + std::to_string(descriptor_); }

 private:
  int descriptor_;
};

// The bytes as a file that is walked.
inline WalkRecorder WalkOf(const std::string& bytes, const WalkLimits& limits = {}) {
  const MemoryFile file(bytes);
  WalkRecorder recorder;
  const auto summary = WalkInput(file.path(), limits, recorder);
  REQUIRE(summary);
  CHECK(summary->bytes == bytes.size());
  return recorder;
}

using Lines = std::vector<std::string>;

}  // namespace gatepost
