#pragma once

// The posts of inputs themselves, read once more: for what a store does not keep.
//
//   auto summary = WalkPosts({"archive.zip"}, options, [&](const WalkedPost& walked) { … });

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "audit/audit_record.h"
#include "base/post.h"
#include "base/result.h"
#include "post/input_walk.h"
#include "post/post_format.h"

namespace gatepost {

// A post and where it was read; borrowed for the call.
struct WalkedPost {
  const Post& post;
  const std::string& input;  // its name
  const std::string& path;   // of the file in it; empty: the input itself
  uint64_t record = 0;       // its number in the file, from 0
};

struct PostWalkOptions {
  ReadOptions read;
  WalkLimits limits;
};

struct PostWalkSummary {
  uint64_t inputs = 0;
  uint64_t posts = 0;
  std::vector<AuditProblem> problems;  // as an audit has them; of posts, those unread
  bool has_unread = false;
};

// A failure ends the walk.
using TakePost = std::function<Status(const WalkedPost&)>;

// Files and folders, as an audit reads them: what their files say about each other is collected
// before any post is read. Every post is given, also those that several inputs have. What cannot be
// read is a problem; fails with what `take` fails with. On one thread.
[[nodiscard]] Result<PostWalkSummary> WalkPosts(const std::vector<std::string>& inputs,
                                                const PostWalkOptions& options,
                                                const TakePost& take);

}  // namespace gatepost
