#pragma once

// Whether the files that a pattern folder is made of are what they were, without reading them: what
// the file system says of each. Local file systems of Unix themselves set the time of a file's last
// change, whatever a program does to it, so that a change cannot hide behind the size and dates
// that the file had. Others may say less (FAT), or what was so a moment ago (NFS).

#include <chrono>
#include <filesystem>
#include <string>

#include "base/result.h"

namespace gatepost {

struct FolderStamp {
  // Names, sizes, numbers and times of the pattern files and of all lists: where it is the same,
  // they are the same, if the last change was over some time ago.
  std::string text;
  std::chrono::system_clock::time_point last_change;
};

// Of the *.toml of `folder` and of its lists (ListsOf). kUnreadable if one of the folders cannot be
// listed, or a file not be looked at.
[[nodiscard]] Result<FolderStamp> StampOf(const std::filesystem::path& folder);

}  // namespace gatepost
