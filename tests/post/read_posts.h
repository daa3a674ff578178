#pragma once

// Reads the files of an export as an audit does, and tells its posts as lines of text.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "post/post_format.h"

namespace gatepost {

struct ExportFile {
  std::string path;
  std::string text;

  [[nodiscard]] FileHead Head() const {
    const std::string_view begin = std::string_view(text).substr(0, kHeadBytes);
    return {path, begin, begin.size() == text.size()};
  }
};

// The files of tests/post/samples/FOLDER, by their paths in it.
inline std::vector<ExportFile> SampleFiles(const std::string& folder) {
  namespace fs = std::filesystem;
  const fs::path root = fs::path(GATEPOST_SOURCE_DIR) / "tests/post/samples" / folder;
  std::vector<ExportFile> files;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    files.push_back({entry.path().lexically_relative(root).generic_string(),
                     {std::istreambuf_iterator<char>(file), {}}});
  }
  std::ranges::sort(files, {}, &ExportFile::path);
  REQUIRE_FALSE(files.empty());
  return files;
}

// "x 17 reply no 1714555800 en https://example.com/17 thread=t9 media=1", what is empty left out,
// and below it "  text[0]=Hello", "  unread bad_record" and "  note bad_published".
inline void Tell(const Post& post, std::vector<std::string>& lines) {
  std::string line(post.source);
  const auto add = [&line](const std::string& before, std::string_view word) {
    if (!word.empty()) line += " " + before + std::string(word);
  };
  add("", post.account);
  add("", post.id);
  add("", NameOf(post.kind));
  if (post.visibility != Visibility::kUnknown) add("", NameOf(post.visibility));
  if (post.published) add("", std::to_string(post.published->time_since_epoch().count()));
  add("", post.language);
  add("", post.url);
  add("thread=", post.thread);
  if (post.media > 0) add("media=", std::to_string(post.media));
  lines.push_back(line);
  for (const Field& field : post.fields) {
    lines.push_back("  " + std::string(NameOf(field.kind)) + "[" + std::to_string(field.nth) +
                    "]=" + std::string(field.text));
  }
  for (const Problem& problem : post.problems) {
    lines.push_back((problem.kind == ProblemKind::kUnread ? "  unread " : "  note ") +
                    problem.code);
  }
}

struct ReadExport {
  ExportContext context;
  std::vector<std::string> lines;  // posts as Tell has them, "none" and "private" of other records
  std::vector<std::string> errors;
};

inline void ReadFile(const PostFormat& format, const ExportFile& file, const ReadOptions& options,
                     ReadExport& read) {
  const auto bytes = SourceOver(file.text, 1000);
  const auto cutter = format.MakeCutter(file.Head(), *bytes, options);
  const auto reader = format.MakeReader(file.Head(), read.context, options);
  while (true) {
    const Result<std::optional<Record>> record = cutter->Next();
    if (!record) read.errors.push_back(file.path + " " + record.error().message);
    if (!record || !*record) return;
    PostTexts texts;
    const std::optional<Post> post = reader->Read(**record, texts);
    if (post) {
      Tell(*post, read.lines);
    } else {
      read.lines.emplace_back(reader->why_none() == NoPost::kIsPrivate ? "private" : "none");
    }
  }
}

// Surveys all files, in their order, then reads those with posts; those with private messages only
// if options.includes_private.
inline ReadExport ReadPosts(const PostFormat& format, const std::vector<ExportFile>& files,
                            const ReadOptions& options = {.max_post_bytes = 16 << 20, .map = {}}) {
  ReadExport read;
  for (const ExportFile& file : files) {
    if (format.RoleOf(file.Head()) == FileRole::kNotOurs) continue;
    const auto bytes = SourceOver(file.text, 1000);
    const Status surveyed = format.Survey(file.Head(), *bytes, read.context);
    if (!surveyed) read.errors.push_back(file.path + " " + surveyed.error().message);
  }
  for (const ExportFile& file : files) {
    const FileRole role = format.RoleOf(file.Head());
    const bool is_read =
        role == FileRole::kPosts || (role == FileRole::kPrivate && options.includes_private);
    if (is_read) ReadFile(format, file, options, read);
  }
  return read;
}

}  // namespace gatepost
