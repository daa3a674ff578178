#pragma once

// Records of an archive of X: posts, long posts, conversations of private messages.

#include <optional>
#include <string>
#include <string_view>

#include "base/json_tree.h"
#include "base/post.h"
#include "post/post_format.h"
#include "post/record_post.h"

namespace gatepost {

// The record's object: what stands in its wrapper, {"tweet": …}, or the record itself, as old
// archives have it. Nothing, if it is none of them.
[[nodiscard]] JsonValue XTweetOf(JsonValue record);
[[nodiscard]] JsonValue XLongPostOf(JsonValue record);
[[nodiscard]] JsonValue XConversationOf(JsonValue record);

// "id_str" or "id".
[[nodiscard]] std::string_view XIdOf(JsonValue tweet);
[[nodiscard]] std::optional<Time> XTimeOf(JsonValue tweet);

// A long post, as its file has it.
struct XLongPost {
  std::string_view id;
  std::optional<Time> published;
  LongText text;
};
[[nodiscard]] XLongPost ReadXLongPost(JsonValue long_post);

// Fill the post that is being made. Of a post that begins a long one, the text is the whole.
void TakeXTweet(JsonValue tweet, const ExportContext& context, RecordPost& made);
void TakeXLongPost(const XLongPost& long_post, RecordPost& made);
// One post of all its messages, each a field.
void TakeXConversation(JsonValue conversation, RecordPost& made);

}  // namespace gatepost
