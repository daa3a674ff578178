#pragma once

// A path for a folder that is gone before and after the test.

#include <unistd.h>
#include <filesystem>
#include <string>

namespace gatepost {

class FolderPath {
 public:
  explicit FolderPath(const std::string& name)
      : path_(std::filesystem::temp_directory_path() /
              ("gatepost_" + name + "_" + std::to_string(::getpid()))) {
    std::filesystem::remove_all(path_);
  }
  ~FolderPath() { std::filesystem::remove_all(path_); }
  FolderPath(const FolderPath&) = delete;
  FolderPath& operator=(const FolderPath&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace gatepost
