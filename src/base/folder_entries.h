#pragma once

#include <dirent.h>

#include <memory>

namespace gatepost {

struct CloseFolder {
  void operator()(DIR* folder) const { ::closedir(folder); }
};

// An open folder whose entries are read one after the other; closed at the end of the scope.
using FolderEntries = std::unique_ptr<DIR, CloseFolder>;

}  // namespace gatepost
