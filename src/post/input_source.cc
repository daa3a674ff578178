#include "post/input_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "base/system_error.h"

namespace gatepost {

Result<InputDescriptor> InputDescriptor::Open(const std::string& path) {
  const bool is_standard_input = path == "-";
  InputDescriptor input(
      is_standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC),
      is_standard_input ? "standard input" : path);
  struct stat status {};
  if (input.number_ < 0 || ::fstat(input.number_, &status) != 0) {
    return Fail(Unreadable(errno, input.name_));
  }
  if (S_ISDIR(status.st_mode)) return Fail(Unreadable(EISDIR, input.name_));
  if (S_ISREG(status.st_mode) && !is_standard_input) {
    input.file_bytes_ = static_cast<uint64_t>(status.st_size);
    // Only for speed: a system that knows no such advice reads all the same.
    (void)::posix_fadvise(input.number_, 0, 0, POSIX_FADV_SEQUENTIAL);
  }
  return input;
}

InputDescriptor::InputDescriptor(InputDescriptor&& other) noexcept
    : number_(std::exchange(other.number_, -1)),
      name_(std::move(other.name_)),
      file_bytes_(other.file_bytes_) {}

InputDescriptor& InputDescriptor::operator=(InputDescriptor&& other) noexcept {
  std::swap(number_, other.number_);
  std::swap(name_, other.name_);
  std::swap(file_bytes_, other.file_bytes_);
  return *this;
}

InputDescriptor::~InputDescriptor() {
  if (number_ > STDIN_FILENO) ::close(number_);
}

Result<std::string_view> InputDescriptor::Read(std::string& buffer,
                                               std::optional<uint64_t> offset) const {
  ssize_t got = 0;
  do {
    got = offset ? ::pread(number_, buffer.data(), buffer.size(), static_cast<off_t>(*offset))
                 : ::read(number_, buffer.data(), buffer.size());
  } while (got < 0 && errno == EINTR);
  if (got < 0) return Fail(Unreadable(errno, name_));
  return std::string_view(buffer).substr(0, static_cast<size_t>(got));
}

InputSource::InputSource(InputDescriptor descriptor, OnPosition on_position)
    : descriptor_(std::move(descriptor)),
      buffer_(kInputBlockBytes, '\0'),
      on_position_(std::move(on_position)),
      bytes_(descriptor_.file_bytes().value_or(0)) {}

Result<std::string_view> InputSource::Next() {
  if (failure_) return Fail(*failure_);
  Result<std::string_view> block = descriptor_.Read(buffer_);
  if (!block) {
    failure_ = block.error();
    return block;
  }
  if (!is_file()) {
    bytes_ += block->size();
    digest_.Add(*block);
  }
  on_position_(position_ += block->size());
  return block;
}

Result<std::string_view> InputSource::ReadAt(uint64_t offset) {
  constexpr size_t kReadAtBytes = 256 << 10;
  if (offset >= bytes_) return std::string_view();
  buffer_at_.resize(kReadAtBytes);
  Result<std::string_view> block = descriptor_.Read(buffer_at_, offset);
  if (!block && !failure_) failure_ = block.error();
  if (block) on_position_(offset + block->size());
  return block;
}

}  // namespace gatepost
