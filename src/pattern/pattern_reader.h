#pragma once

// Pattern files in, patterns out. Strict: unknown keys, wrong types, refused regexes and missing
// proofs are errors with their place.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pattern/pattern.h"

namespace gatepost {

inline constexpr uint64_t kMaxPatternFileBytes = 1 << 20;
inline constexpr uint64_t kMaxPatternLineBytes = 64 << 10;

// Where the lists that patterns name are found: `folder`/NAME.txt, one entry a line, # begins a
// comment.
struct ListFolder {
  std::filesystem::path path;
};

// The lists of the patterns in `folder`: its ../lists.
[[nodiscard]] ListFolder ListsOf(const std::filesystem::path& folder);

// Parses one file's content; `file_name` is used in errors. Of several errors the earliest in the
// file is returned.
[[nodiscard]] Result<Pattern> ParsePattern(std::string_view toml, const std::string& file_name,
                                           const ListFolder& lists);

// What a folder of patterns holds, in the order of file names.
struct PatternFolder {
  std::string name;  // the folder's: "uk"
  std::vector<Pattern> patterns;
  std::string
      hash;  // SHA-256 over names and contents of its pattern files and of the lists they use
};

// The pattern files of a folder, not parsed, in the order of their names.
struct PatternSources {
  struct File {
    std::filesystem::path path;
    std::string content;
  };
  std::filesystem::path folder;
  std::vector<File> files;
  std::vector<Error> errors;  // of the files that could not be read
};

// Every *.toml of `folder`, which must hold at least one.
[[nodiscard]] Result<PatternSources> ReadPatternSources(const std::filesystem::path& folder);

// Lists come from ListsOf the folder. Two patterns of one id are an error. The errors of all
// files are collected, one a file: a run of `patterns check` shows them all.
[[nodiscard]] tl::expected<PatternFolder, std::vector<Error>> ParsePatternFolder(
    const PatternSources& sources);

// Both.
[[nodiscard]] tl::expected<PatternFolder, std::vector<Error>> ReadPatternFolder(
    const std::filesystem::path& folder);

}  // namespace gatepost
