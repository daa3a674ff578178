#pragma once

// Where stores of tests stand, and how what they give is asked for.

#include <filesystem>
#include <memory>
#include <string>

#include "audit/sqlite_store.h"
#include "catch.h"
#include "folder_path.h"

namespace gatepost {

template <class T>
T Need(Result<T> result) {
  if (!result) FAIL(result.error().ToString());
  return std::move(*result);
}
inline void Need(const Status& status) {
  if (!status) FAIL(status.error().ToString());
}

// A folder for stores, gone behind the test.
class StoreFolder {
 public:
  explicit StoreFolder(const std::string& name) : folder_(name) {
    std::filesystem::create_directory(folder_.path());
  }
  [[nodiscard]] std::string operator/(const std::string& file) const {
    return (folder_.path() / file).string();
  }
  [[nodiscard]] std::string path() const { return folder_.path().string(); }

 private:
  FolderPath folder_;
};

inline std::unique_ptr<SqliteStore> OpenStore(
    const std::string& path, SqliteStore::Access access = SqliteStore::Access::kAudit) {
  return Need(SqliteStore::Open(path, access));
}

}  // namespace gatepost
