#pragma once

// A text made safe: every finding that calls for an action replaced by what it is.

#include <span>
#include <string>
#include <vector>

#include "judge/channel_rules.h"
#include "judge/finding.h"

namespace gatepost {

// What is replaced, and by what.
struct SafeRules {
  const ChannelRules& channel;     // of the post
  Action least = Action::kReview;  // findings whose action is at least this are replaced
};

// `original`, the text of `field`, with what the rules say replaced by the replacement of its
// pattern. Findings that lie together are replaced together if one of them is, by the replacement
// of the gravest. Bytes that are not UTF-8 become U+FFFD, NULs spaces, so that nothing in the
// result is unreadable.
[[nodiscard]] std::string MakeSafe(std::string_view original, FieldIndex field,
                                   std::span<const Finding> findings, const SafeRules& rules);

}  // namespace gatepost
