#pragma once

// The safe text of a post, proven by scanning it again.

#include <functional>
#include <vector>

#include "base/post.h"
#include "judge/channel_rules.h"
#include "judge/verdict.h"

namespace gatepost {

// Judges a post and leaves hidden findings in the verdict.
using Rescan = std::function<Verdict(const Post&)>;

// `rules` are those of the post's channel. The fields of `post` that change when everything in
// `findings` that calls for an action is replaced, such that the whole post then scans as pass;
// empty if no such text was found. Replacing can give a neighbour new context, so it is scanned and
// replaced again until it passes.
[[nodiscard]] std::vector<SafeText> Suggest(const Post& post, const ChannelRules& rules,
                                            const std::vector<Finding>& findings,
                                            const Rescan& rescan);

}  // namespace gatepost
