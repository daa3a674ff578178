#pragma once

// What a post of a conversation gave away: that of it which later posts could make personal. Owns
// all of it, since the post itself is gone by then.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/index.h"
#include "base/post.h"
#include "base/result.h"
#include "text/offsets.h"

namespace gatepost {

// Bytes of an id or name that are kept.
inline constexpr size_t kMaxKeptId = 256;

// A place in an earlier post of the conversation.
struct EarlierPlace {
  std::string post_id;                // of the post, at most kMaxKeptId bytes; empty if it has none
  std::string source;                 // the same of Post::source
  SourcePlace origin;                 // the file and, of JSONL, the line that held the post
  FieldKind kind = FieldKind::kText;  // of the field, with
  uint16_t nth = 0;                   // its number among those of that kind
  SpanUnits span;                     // in the field's original text
  LineColumn begin;                   // of the span
  std::optional<PatternIndex> pattern;  // what stands there; nothing: words of a combination
  std::string masked;                   // the value; of words, the policy's phrase

  friend bool operator==(const EarlierPlace&, const EarlierPlace&) = default;
};

// `original` of the field's text, as later posts will name it; without what stands there. `counter`
// is of that text, and takes one pass through it if places ascend.
[[nodiscard]] EarlierPlace EarlierPlaceOf(const Post& post, const Field& field,
                                          OffsetCounter& counter, Span original);

// The end of a post's text, from which a number may go on in the next post.
struct EarlierTail {
  std::string text;
  std::string account;  // of the post, at most kMaxKeptId bytes
  EarlierPlace place;   // of the text
};

struct Evidence {
  // A finding that meets a part of a combination.
  struct Item {
    PatternIndex pattern;
    int score = 0;
    size_t group = 0;  // findings of one group lie together: only one of them may take part
    EarlierPlace place;
  };
  // The words of a part, by the number of the combination and of its part among those of words.
  struct Words {
    size_t combination = 0;
    size_t part = 0;
    EarlierPlace place;
  };
  std::vector<Item> items;
  std::vector<Words> words;
  std::optional<EarlierTail> tail = {};

  [[nodiscard]] bool empty() const { return items.empty() && words.empty() && !tail; }
};

// Of the earlier posts of one conversation, the latest first.
using EarlierEvidence = std::vector<std::shared_ptr<const Evidence>>;

}  // namespace gatepost
