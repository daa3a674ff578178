#pragma once

// What the file system says of a file, which is not read for it.

#include <chrono>
#include <string>

#include "base/result.h"

namespace gatepost {

struct FileStamp {
  // Its numbers, mode, size and times. Local file systems of Unix themselves set the time of a
  // file's last change, whatever a program does to it, so that a change cannot hide behind the size
  // and dates that the file had. Others may say less (FAT), or what was so a moment ago (NFS).
  std::string text;
  std::chrono::sys_time<std::chrono::nanoseconds> last_change;
};

// kUnreadable if there is no such file, or it cannot be looked at.
[[nodiscard]] Result<FileStamp> StampOfFile(const std::string& path);

}  // namespace gatepost
