#include "base/file_stamp.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdint>

#include "base/system_error.h"

namespace gatepost {
namespace {

std::chrono::nanoseconds SinceEpoch(const struct timespec& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

}  // namespace

Result<FileStamp> StampOfFile(const std::string& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Fail(Unreadable(errno, path));
  const auto changed = SinceEpoch(status.st_ctim);
  FileStamp stamp{{}, std::chrono::sys_time<std::chrono::nanoseconds>(changed)};
  for (const auto number :
       {static_cast<int64_t>(status.st_dev), static_cast<int64_t>(status.st_ino),
        int64_t{status.st_mode}, int64_t{status.st_size},
        int64_t{SinceEpoch(status.st_mtim).count()}, int64_t{changed.count()}}) {
    stamp.text.append(std::to_string(number)).append(" ");
  }
  return stamp;
}

}  // namespace gatepost
