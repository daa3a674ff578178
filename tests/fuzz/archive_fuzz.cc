// Any bytes as an input: the walk stands up to them, ends, keeps to its limits, and says so when
// something could not be read. Names and messages are fit to be shown.

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/utf8.h"
#include "post/input_walk.h"

using namespace gatepost;

namespace {

void Require(bool is_so, const char* what) {
  if (is_so) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

constexpr uint64_t kMaxBytes = 1 << 20;

class Checker final : public WalkVisitor {
 public:
  explicit Checker(bool reads_all) : reads_all_(reads_all) {}

  Status OnFile(FoundFile& file) override {
    Require(!has_failed_, "why a file cannot be read on is told before the next");
    Require(IsValidUtf8(file.path), "paths are UTF-8");
    for (;;) {
      const Result<std::string_view> block = file.bytes.Next();
      has_failed_ = !block;
      if (!block || block->empty()) break;
      bytes_ += block->size();
      if (!reads_all_) break;
    }
    // Windows-1252 and UTF-16 grow when they become UTF-8; a tar unpacks for nothing.
    Require(bytes_ <= 4 * kMaxBytes, "no more is given than was allowed");
    return {};
  }
  Status OnProblem(Problem problem) override {
    if (problem.kind == ProblemKind::kUnread) has_failed_ = false;
    Require(!problem.code.empty() && !problem.message.empty(), "problems say what they are");
    Require(IsValidUtf8(problem.message) && IsValidUtf8(problem.where.file), "problems are UTF-8");
    return {};
  }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  bool reads_all_;
  bool has_failed_ = false;  // and was not told of yet
  uint64_t bytes_ = 0;
};

void Walk(int descriptor, bool reads_all) {
  WalkLimits limits;
  limits.max_entries = 1000;
  limits.max_bytes = kMaxBytes;
  Checker checker(reads_all);
  const auto walked = WalkInput("/dev/fd/" + std::to_string(descriptor), limits, checker);
  Require(walked.has_value(), "what is wrong with an input is a problem of its own");
  Require(!checker.has_failed(), "what cannot be read is told");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const int descriptor = ::memfd_create("archive", 0);
  Require(descriptor >= 0, "there are files in memory");
  Require(::write(descriptor, data, size) == static_cast<ssize_t>(size), "and they take bytes");
  Walk(descriptor, true);
  Walk(descriptor, false);
  ::close(descriptor);
  return 0;
}
