#pragma once

// Watching files and folders for changes, as editors and deployments make them: in place, by a
// rename, by a link that leads elsewhere.

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "http/file_descriptor.h"

namespace gatepost::service {

// Not thread-safe.
class FileWatch {
 public:
  // kInternal if the system has no inotify to give.
  [[nodiscard]] static Result<FileWatch> Open();

  // From now on these: the folders among them and the folder that each is in, so that what is
  // absent yet is seen to come. Called again after a change, it finds folders that took another's
  // place. What cannot be watched is returned, as errors that say so.
  [[nodiscard]] std::vector<Error> Watch(const std::vector<std::filesystem::path>& paths);

  // Readable when something in a folder that is watched may have changed; for poll.
  [[nodiscard]] int descriptor() const { return inotify_.get(); }
  // Takes what has been told so far; whether that was anything.
  bool TakeEvents();

 private:
  explicit FileWatch(FileDescriptor inotify) : inotify_(std::move(inotify)) {}

  FileDescriptor inotify_;
  std::map<std::filesystem::path, int> watches_;  // by folder
};

// A text that changes with the files, and with the files directly in the folders, of `paths`: with
// their names, sizes and times; their content is not read.
[[nodiscard]] std::string StampOf(const std::vector<std::filesystem::path>& paths);

}  // namespace gatepost::service
