#pragma once

// What is scanned: a post and its fields. Plain data that borrows the reader's buffer.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/offset_map.h"
#include "base/problem.h"

namespace gatepost {

enum class FieldKind : uint8_t {
  kText,  // the body
  kTitle,
  kWarning,  // content warning, spoiler text
  kAltText,
  kPollOption,
  kLink,   // a link's target
  kPlace,  // a tagged place's name
  kComment,
  kImageText,  // read from an image
  kOther,      // any kind the reader does not know: scanned all the same
};

enum class PostKind : uint8_t { kOwn, kReply, kRepost, kInbound };

// Whether a post can still be seen by the public, as far as what it was read from says.
enum class Visibility : uint8_t { kUnknown, kPublic, kGone };

using Time = std::chrono::sys_seconds;

// A post's, at most: so many that places, told by kind and a 16-bit number, are always told apart.
// A reader that meets more says so.
inline constexpr size_t kMaxFields = 10'000;

// One text of a post. `text` is the original: any bytes, to be UTF-8; spans of findings are bytes
// of it. `source`, where set, maps `text` back to the file it was taken from (text out of HTML);
// both are borrowed.
struct Field {
  FieldKind kind = FieldKind::kText;
  uint16_t nth = 0;  // among the post's fields of this kind, from 0
  std::string_view text;
  const OffsetMap* source = nullptr;
};

// Everything but `fields` may be empty. Borrows the reader's buffer; must not outlive it.
struct Post {
  std::string_view id, source, account, channel, language, url, thread;
  PostKind kind = PostKind::kOwn;
  Visibility visibility = Visibility::kUnknown;
  std::optional<Time> published;
  std::vector<Field> fields;
  uint16_t media = 0;             // attachments that nobody looked into
  std::string_view file;          // where it was read from: a file, "standard input" …
  uint32_t line = 0;              // of the file, if it holds one post a line
  std::vector<Problem> problems;  // what the reader could not read of this post
};

// Of all its fields together.
[[nodiscard]] uint64_t BytesOf(const Post& post);

// The names used in JSON: "text", "alt_text" …; "own", "reply" ….
[[nodiscard]] std::string_view NameOf(FieldKind kind);
[[nodiscard]] std::string_view NameOf(PostKind kind);
[[nodiscard]] std::string_view NameOf(Visibility visibility);  // "yes", "no", "unknown"
// The kind of that name; kOther for a name that is not known.
[[nodiscard]] FieldKind FieldKindOf(std::string_view name);
[[nodiscard]] std::optional<PostKind> PostKindOf(std::string_view name);

}  // namespace gatepost
