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

// Parses the files of one folder; the first error of each is kept.
class FolderParser {
 public:
  explicit FolderParser(const PatternSources& sources)
      : lists_(ListsOf(sources.folder)), errors_(sources.errors) {}

  void Parse(const PatternSources::File& file) {
    hash_.Add(file.path.filename().string());
    hash_.Add(file.content);
    Result<Pattern> pattern = ParsePatternWith(lists_, file.content, file.path.string());
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

ListFolder ListsOf(const fs::path& folder) {
  return {(folder / ".." / "lists").lexically_normal()};
}

Result<PatternSources> ReadPatternSources(const fs::path& folder) {
  const Result<std::vector<fs::path>> paths = ListFiles(folder, ".toml");
  if (!paths) return Fail(paths.error());
  if (paths->empty()) {
    return Fail(ErrorCode::kInvalidPattern,
                "holds no pattern file (*.toml). Name a folder with patterns in it.",
                {folder.string()});
  }
  PatternSources sources{folder, {}, {}};
  for (const fs::path& path : *paths) {
    Result<std::string> content = ReadTomlFile(path);
    if (content) {
      sources.files.push_back({path, std::move(*content)});
    } else {
      sources.errors.push_back(content.error());
    }
  }
  return sources;
}

tl::expected<PatternFolder, std::vector<Error>> ParsePatternFolder(const PatternSources& sources) {
  FolderParser parser(sources);
  for (const PatternSources::File& file : sources.files) parser.Parse(file);
  return parser.Finish(NameOf(sources.folder));
}

tl::expected<PatternFolder, std::vector<Error>> ReadPatternFolder(const fs::path& folder) {
  const auto sources = ReadPatternSources(folder);
  if (!sources) return tl::unexpected(std::vector{sources.error()});
  return ParsePatternFolder(*sources);
}

}  // namespace gatepost
