#pragma once

// A post of Bluesky as its records are written in JSON: alone, or within what a listing or a stream
// says of it.

#include "base/json_tree.h"
#include "post/post_maker.h"

namespace gatepost {

// The record of a post in that value: the value itself, or a member; nothing if there is none.
[[nodiscard]] JsonValue BlueskyRecordIn(JsonValue value);
// Adds to the post what the record says, and what the value around it says of it.
void TakeBlueskyPost(JsonValue value, JsonValue record, PostMaker& maker);

}  // namespace gatepost
