#pragma once

// The first stage of a scan: every field of a batch of posts becomes a skeleton.

#include <cstdint>
#include <span>
#include <vector>

#include "base/post.h"
#include "base/problem.h"
#include "text/fold.h"
#include "text/skeleton.h"

namespace gatepost {

// Whether a field that asks for it is looked at a second time (text/second_look.h).
enum class Looks : uint8_t { kOnce, kTwice };

// Appends every field of every post to `batch`, with its views one after the other; what cannot be
// read is added to that post's entry in `problems` (one list a post, as many as there are posts;
// kUnread "invalid_utf8" and "nul_byte", with the line and column in the field). The fields of all
// posts, and a byte more for each, may come to 2 GiB, of posts that are looked at twice to a fifth
// of it: a batch has 32-bit offsets, see Fold.
void FoldPosts(std::span<const Post> posts, SkeletonBatch& batch,
               std::vector<std::vector<Problem>>& problems, Looks looks = Looks::kTwice);

}  // namespace gatepost
