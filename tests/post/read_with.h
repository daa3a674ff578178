#pragma once

// A file read by a format as an audit reads it, with its posts written out for comparison.

#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "base/day.h"
#include "post/post_format.h"

namespace gatepost {

// "2024-05-01 09:30:00"
inline std::string TimeText(Time time) {
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - day);
  const auto two = [](auto part) {
    const std::string digits = std::to_string(part.count());
    return digits.size() == 1 ? "0" + digits : digits;
  };
  return DayText(day) + " " + two(clock.hours()) + ":" + two(clock.minutes()) + ":" +
         two(clock.seconds());
}

// What a post says, a part an entry: "text[0]=Hello", "published=…", "note no_time_zone".
inline std::vector<std::string> PartsOf(const Post& post) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::string_view name, std::string_view value) {
    if (!value.empty()) parts.push_back(std::string(name) + "=" + std::string(value));
  };
  if (post.kind != PostKind::kOwn) add("kind", NameOf(post.kind));
  add("id", post.id);
  add("account", post.account);
  add("channel", post.channel);
  add("language", post.language);
  add("thread", post.thread);
  add("url", post.url);
  if (post.published) add("published", TimeText(*post.published));
  if (post.media > 0) add("media", std::to_string(post.media));
  for (const Field& field : post.fields) {
    add(std::string(NameOf(field.kind)) + "[" + std::to_string(field.nth) + "]", field.text);
  }
  for (const Problem& problem : post.problems) {
    const bool is_unread = problem.kind == ProblemKind::kUnread;
    parts.push_back((is_unread ? "unread " : "note ") + problem.code);
  }
  return parts;
}

struct FileToRead {
  std::string path;
  std::string text;
  size_t block_bytes = 64 << 10;
  ReadOptions options;
  ExportContext context;
};

struct ReadFile {
  FileRole role = FileRole::kNotOurs;
  std::vector<std::vector<std::string>> posts;
  std::vector<std::string> sources;  // of the posts
  std::vector<uint32_t> lines;       // of the posts
  Status end;                        // why the cutter ended
};

inline ReadFile ReadWith(const PostFormat& format, const FileToRead& file) {
  const std::string_view begin = std::string_view(file.text).substr(0, kHeadBytes);
  const FileHead head{file.path, begin, begin.size() == file.text.size()};
  ReadFile read;
  read.role = format.RoleOf(head);
  const auto source = SourceOver(file.text, file.block_bytes);
  const auto cutter = format.MakeCutter(head, *source, file.options);
  const auto reader = format.MakeReader(head, file.context, file.options);
  PostTexts texts;
  for (;;) {
    const auto record = cutter->Next();
    if (!record) read.end = Fail(record.error());
    if (!record || !*record) return read;
    const auto post = reader->Read(**record, texts);
    if (!post) continue;
    read.posts.push_back(PartsOf(*post));
    read.sources.emplace_back(post->source);
    read.lines.push_back((*record)->line);
  }
}

// A file of tests/post/samples.
inline std::string SampleText(const std::string& path) {
  std::ifstream file(GATEPOST_SOURCE_DIR "/tests/post/samples/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("no sample " + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace gatepost
