#pragma once

// Patterns kept from one run of a program to the next, since reading and checking their files costs
// far more than scanning one post. Kept as the triggers are (match/hyperscan_cache.h): in a folder
// of the user's own, under a key of the code that made them and of what the file system says of
// their files, with a digest over all bytes; on any doubt the files are read.

#include <string>
#include <string_view>
#include <vector>

#include "base/private_folder.h"
#include "base/result.h"
#include "pattern/folder_stamp.h"
#include "pattern/pattern.h"

namespace gatepost {

// What a set is made of, its patterns without their proofs.
struct KeptPatterns {
  std::string name;
  std::string hash;
  std::vector<Pattern> patterns;
};

// 64 hex digits of the stamps of the folders and of the code that reads their files.
[[nodiscard]] std::string PatternKey(const std::vector<FolderStamp>& folders);

// What is kept under `key`, if it is whole.
[[nodiscard]] Result<KeptPatterns> LoadKeptPatterns(const PrivateFolder& folder,
                                                    std::string_view key);

// Keeps it under `key`, and of all kept ones only the newest few.
[[nodiscard]] Status StoreKeptPatterns(const PrivateFolder& folder, std::string_view key,
                                       const KeptPatterns& kept);

}  // namespace gatepost
