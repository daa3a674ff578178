#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "base/file.h"
#include "pattern/list_reader.h"
#include "pattern/pattern_parser.h"
#include "pattern/pattern_reader.h"
#include "pattern/toml_limits.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::string NameOf(const fs::path& folder) {
  const fs::path whole = fs::absolute(folder).lexically_normal();
  return (whole.has_filename() ? whole : whole.parent_path()).filename().string();
}

// Reads the files of one folder; the first error of each is kept.
class FolderReader {
 public:
  explicit FolderReader(const fs::path& folder)
      : lists_(ListFolder{(folder / ".." / "lists").lexically_normal()}) {}

  void Read(const fs::path& file) {
    const Result<std::string> content = ReadTomlFile(file);
    if (!content) {
      errors_.push_back(content.error());
      return;
    }
    hash_.Add(file.filename().string());
    hash_.Add(*content);
    Result<Pattern> pattern = ParsePatternWith(lists_, *content, file.string());
    if (!pattern) {
      errors_.push_back(pattern.error());
      return;
    }
    Keep(*std::move(pattern));
  }

  // The patterns and the hash over everything read.
  tl::expected<PatternFolder, std::vector<Error>> Finish(std::string name) {
    if (!errors_.empty()) return tl::unexpected(std::move(errors_));
    for (const auto& [list, digest] : lists_.digests()) {
      hash_.Add(list);
      hash_.Add(digest);
    }
    return PatternFolder{std::move(name), std::move(patterns_), hash_.HexDigest()};
  }

 private:
  void Keep(Pattern pattern) {
    const auto [first, is_new] = places_.emplace(pattern.id, pattern.where);
    if (!is_new) {
      errors_.push_back({ErrorCode::kInvalidPattern,
                         "`" + pattern.id + "` is already the id of the pattern at " +
                             first->second.ToString() + ". Give one of them another.",
                         pattern.where});
    }
    patterns_.push_back(std::move(pattern));
  }

  ListReader lists_;
  Sha256 hash_;
  std::vector<Pattern> patterns_;
  std::map<std::string, SourcePlace> places_;  // of ids
  std::vector<Error> errors_;
};

}  // namespace

tl::expected<PatternFolder, std::vector<Error>> ReadPatternFolder(const fs::path& folder) {
  const Result<std::vector<fs::path>> files = ListFiles(folder, ".toml");
  if (!files) return tl::unexpected(std::vector{files.error()});
  if (files->empty()) {
    return tl::unexpected(
        std::vector{Error{ErrorCode::kInvalidPattern,
                          "holds no pattern file (*.toml). Name a folder with patterns in it.",
                          {folder.string()}}});
  }
  FolderReader reader(folder);
  for (const fs::path& file : *files) reader.Read(file);
  return reader.Finish(NameOf(folder));
}

}  // namespace gatepost
