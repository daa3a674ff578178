#include "pattern/folder_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <string_view>
#include <system_error>

#include "base/bytes.h"
#include "base/file.h"
#include "base/system_error.h"
#include "pattern/pattern_reader.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::chrono::nanoseconds SinceEpoch(const struct timespec& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

void AppendTime(std::chrono::nanoseconds time, std::string& text) {
  text += std::to_string(time.count()) + ' ';
}

Status AddFile(const fs::path& path, FolderStamp& stamp) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return Fail(Unreadable(errno, path.string()));
  const std::chrono::nanoseconds changed = SinceEpoch(status.st_ctim);
  AppendString(path.string(), stamp.text);
  for (const uint64_t number :
       {uint64_t{status.st_dev}, uint64_t{status.st_ino}, static_cast<uint64_t>(status.st_size)}) {
    stamp.text += std::to_string(number) + ' ';
  }
  AppendTime(SinceEpoch(status.st_mtim), stamp.text);
  AppendTime(changed, stamp.text);
  using Clock = std::chrono::system_clock;
  stamp.last_change = std::max(
      stamp.last_change, Clock::time_point(std::chrono::duration_cast<Clock::duration>(changed)));
  return {};
}

Status AddFiles(const fs::path& folder, std::string_view suffix, FolderStamp& stamp) {
  const Result<std::vector<fs::path>> paths = ListFiles(folder, suffix);
  if (!paths) return Fail(paths.error());
  for (const fs::path& path : *paths) {
    if (Status added = AddFile(path, stamp); !added) return added;
  }
  return {};
}

}  // namespace

Result<FolderStamp> StampOf(const fs::path& folder) {
  std::error_code error;
  FolderStamp stamp;
  AppendString(fs::absolute(folder, error).string(), stamp.text);
  if (error) return Fail(Unreadable(error.value(), folder.string()));
  Status added = AddFiles(folder, ".toml", stamp);
  const fs::path lists = ListsOf(folder).path;
  const bool has_lists = fs::status(lists, error).type() != fs::file_type::not_found;
  if (added && has_lists) added = AddFiles(lists, ".txt", stamp);
  if (!added) return Fail(added.error());
  return stamp;
}

}  // namespace gatepost
