#include "service/file_watch.h"

#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <system_error>
#include <utility>

#include "base/file_stamp.h"
#include "base/system_error.h"

namespace gatepost::service {
namespace {

namespace fs = std::filesystem;

constexpr uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE |
                              IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
constexpr size_t kEventBytes = 16 << 10;

fs::path FolderOf(const fs::path& path) {
  const fs::path folder = path.parent_path();
  return folder.empty() ? fs::path(".") : folder;
}

// A folder named with "/" at its end is no other.
fs::path WithoutSlash(const fs::path& path) {
  return path.has_filename() ? path : path.parent_path();
}

void AddStamp(const fs::path& path, std::string& stamp) {
  const Result<FileStamp> file = StampOfFile(path.string());
  stamp.append(path.string()).append(" ").append(file ? file->text : "absent").append("\n");
}

}  // namespace

Result<FileWatch> FileWatch::Open() {
  FileDescriptor inotify(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  if (!inotify.is_open()) {
    return Fail(ErrorCode::kInternal,
                "the system watches no files for changes: " + ReasonOf(errno) +
                    ". Raise fs.inotify.max_user_instances, or give --no-watch.");
  }
  return FileWatch(std::move(inotify));
}

std::vector<Error> FileWatch::Watch(const std::vector<fs::path>& paths) {
  std::set<fs::path> folders;
  for (const fs::path& path : paths) {
    std::error_code error;
    folders.insert(FolderOf(WithoutSlash(path)));
    if (fs::is_directory(path, error)) folders.insert(WithoutSlash(path));
  }
  std::map<fs::path, int> watches;
  std::set<int> kept;
  std::vector<Error> errors;
  for (const fs::path& folder : folders) {
    const int watch = ::inotify_add_watch(descriptor(), folder.c_str(), kChanges);
    if (watch >= 0) {
      watches[folder] = watch;
      kept.insert(watch);
    } else {
      errors.push_back({ErrorCode::kUnreadable,
                        "cannot be watched for changes: " + ReasonOf(errno) + ".",
                        {folder.string()}});
    }
  }
  for (const auto& [folder, watch] : watches_) {
    if (!kept.contains(watch)) ::inotify_rm_watch(descriptor(), watch);
  }
  watches_ = std::move(watches);
  return errors;
}

bool FileWatch::TakeEvents() {
  bool was_told = false;
  std::array<char, kEventBytes> events{};
  while (::read(descriptor(), events.data(), events.size()) > 0) was_told = true;
  return was_told;
}

std::string StampOf(const std::vector<fs::path>& paths) {
  std::string stamp;
  for (const fs::path& path : paths) {
    std::error_code error;
    fs::directory_iterator entries(path, error);
    if (error) {
      AddStamp(path, stamp);
      continue;
    }
    std::vector<fs::path> files;
    for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
      files.push_back(entries->path());
    }
    std::ranges::sort(files);
    stamp.append(path.string()).append("/\n");
    for (const fs::path& file : files) AddStamp(file, stamp);
  }
  return stamp;
}

}  // namespace gatepost::service
