#pragma once

// Archives for tests, made by libarchive's writers.

#include <cstddef>
#include <string>
#include <vector>

namespace gatepost {

struct Member {
  std::string name;
  std::string content;
  enum class Type { kFile, kFolder, kLink, kHardLink, kPipe } type = Type::kFile;
};

// `format`, `filter` and `options` as libarchive names them: "zip", "ustar", "pax", "gnutar",
// "raw"; "gzip", "zstd", "xz", "bzip2", "none"; "zip:encryption=traditional". Encrypted under
// "password".
struct Recipe {
  std::string format = "zip";
  std::string filter = "none";
  std::string options;
};

std::string MakeArchive(const std::vector<Member>& members, const Recipe& recipe = {});
// Bytes that do not get smaller when they are packed.
std::string Noise(size_t bytes);
// The content alone, packed.
std::string Packed(const std::string& content, const std::string& filter);

}  // namespace gatepost
