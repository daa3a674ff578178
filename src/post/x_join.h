#pragma once

// Long posts of X stand apart from their beginnings: the beginning among the posts, cut off with a
// "…", the whole text in a file of its own under another number. All they share is the second in
// which they were published. Of several in one second the first beginning has the first text, and
// so on, in the order of their numbers, which ascend with time.
//
// Survey writes down both, in any order; afterwards each side asks for the other, and gets the same
// pairs. A long text without a beginning is a post of its own.

#include <string_view>

#include "base/post.h"
#include "post/post_format.h"

namespace gatepost {

// A long text for ExportContext::long_texts, unless the room that is meant for them is full.
void AddXLongText(Time published, std::string_view id, LongText text, ExportContext& context);
// A post that is the beginning of one, likewise for ExportContext::joined.
void AddXBeginning(Time published, std::string_view id, ExportContext& context);

// The whole of what that post begins; nullptr: there is none.
[[nodiscard]] const LongText* XLongTextOf(Time published, std::string_view id,
                                          const ExportContext& context);
// Whether XLongTextOf gives that text to a post.
[[nodiscard]] bool IsXLongTextJoined(Time published, std::string_view id, std::string_view text,
                                     const ExportContext& context);

}  // namespace gatepost
