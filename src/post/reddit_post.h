#pragma once

// A comment or submission of Reddit as its API and dumps of it write them.

#include "base/json_tree.h"
#include "post/post_maker.h"

namespace gatepost {

[[nodiscard]] bool IsRedditPost(JsonValue record);
// Adds what it says to the post.
void TakeRedditPost(JsonValue record, PostMaker& maker);

}  // namespace gatepost
