#include "cli/output.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <utility>

#include "base/key.h"
#include "base/system_error.h"

namespace gatepost {
namespace {

std::string NameOf(const std::string& path) { return path.empty() ? "standard output" : path; }

tl::unexpected<Error> NotWritable(int error_number, const std::string& path) {
  return Fail(ErrorCode::kUnreadable, "cannot be written: " + ReasonOf(error_number) + ".",
              {NameOf(path)});
}

// Of the file at `path`; 0 if there is none.
mode_t ModeOf(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode : 0;
}

// Gives the new file the mode of the one that it replaces; where a file system has one mode for
// all, it has it already.
bool KeepMode(mode_t mode, int descriptor, const std::string& written) {
  constexpr mode_t kRights = 0777;
  return ::fchmod(descriptor, mode & kRights) == 0 || ModeOf(written) == mode;
}

// A store of audits, or a key: no second run makes it again.
bool IsIrreplaceable(const std::string& path) {
  constexpr std::string_view kStoreHead = "SQLite format 3";
  std::array<char, 16> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  const std::string_view begin(head.data(), static_cast<size_t>(file.gcount()));
  return begin.starts_with(kStoreHead) || Keyring::MayBe(begin);
}

// SQLite keeps such a file beside a store: what was written last is in it.
bool IsBesideStore(const std::string& path) {
  for (const std::string_view ending : {"-wal", "-shm", "-journal"}) {
    if (path.ends_with(ending) && IsIrreplaceable(path.substr(0, path.size() - ending.size()))) {
      return true;
    }
  }
  return false;
}

}  // namespace

Result<Output> Output::Open(const std::string& path, Readers readers) {
  if (path.empty() || path == "-") return Output(STDOUT_FILENO, "", "");
  const mode_t mode = ModeOf(path);
  const bool is_replaceable = mode == 0 || S_ISREG(mode);  // no device, no pipe
  if ((S_ISREG(mode) && IsIrreplaceable(path)) || IsBesideStore(path)) {
    return Fail(ErrorCode::kUsage,
                "is an audit's store or a key, which nothing is written over: name another file.",
                {path});
  }
  const std::string written = is_replaceable ? path + ".part" + std::to_string(::getpid()) : path;
  const int flags = is_replaceable ? O_CREAT | O_EXCL : 0;
  const mode_t rights = readers == Readers::kOwner ? 0600 : 0666;
  const int descriptor = ::open(written.c_str(), O_WRONLY | O_CLOEXEC | flags, rights);
  if (descriptor < 0) return NotWritable(errno, path);
  Output output(descriptor, path, is_replaceable ? written : "");
  const bool replaces = mode != 0 && is_replaceable && readers == Readers::kAll;
  if (replaces && !KeepMode(mode, descriptor, written)) return NotWritable(errno, path);
  return output;
}

Output::~Output() {
  if (descriptor_ > STDERR_FILENO) ::close(descriptor_);
  if (descriptor_ >= 0 && !written_.empty()) ::unlink(written_.c_str());
}
Output::Output(Output&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      written_(std::exchange(other.written_, {})) {}
Output& Output::operator=(Output&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(path_, other.path_);
  std::swap(written_, other.written_);
  return *this;
}

Status Output::Write(std::string& text) {
  size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = ::write(descriptor_, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return NotWritable(errno, path_);
    written += static_cast<size_t>(count);
  }
  text.clear();
  return {};
}

Status Output::Close() {
  if (written_.empty()) return {};
  if (std::rename(written_.c_str(), path_.c_str()) != 0) return NotWritable(errno, path_);
  written_.clear();
  return {};
}

bool Output::WouldOverwrite(const std::string& path) const {
  struct stat input {};
  struct stat output {};
  const int input_known =
      path == "-" ? ::fstat(STDIN_FILENO, &input) : ::stat(path.c_str(), &input);
  const int output_known =
      path_.empty() ? ::fstat(STDOUT_FILENO, &output) : ::stat(path_.c_str(), &output);
  return input_known == 0 && output_known == 0 && S_ISREG(input.st_mode) &&
         input.st_dev == output.st_dev && input.st_ino == output.st_ino;
}

Status WriteWhole(const std::string& path, std::string text) {
  Result<Output> output = Output::Open(path);
  if (!output) return Fail(output.error());
  if (Status status = output->Write(text); !status) return status;
  return output->Close();
}

}  // namespace gatepost
