#pragma once

// Whether the files that a pattern folder is made of are what they were, without reading them: what
// the file system says of each (base/file_stamp.h).

#include <chrono>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace gatepost {

struct FolderStamp {
  // Names and stamps of the pattern files and of all lists: where it is the same, they are the
  // same, if the last change was over some time ago.
  std::string text;
  std::chrono::sys_time<std::chrono::nanoseconds> last_change;
};

// Of the *.toml of `folder` and of its lists (ListsOf). kUnreadable if one of the folders cannot be
// listed, or a file not be looked at.
[[nodiscard]] Result<FolderStamp> StampOf(const std::filesystem::path& folder);

}  // namespace gatepost
