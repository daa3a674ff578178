#pragma once

// What `gatepost audit show` says: a post's texts, read from the export again, with what was found
// in them marked. It is the one answer that shows values.

#include <span>
#include <string>

#include "audit/audit_record.h"
#include "base/post.h"
#include "report/audit_post_words.h"

namespace gatepost {

// `findings` are those that the store has of the post. Values stand between ⟦ and ⟧, each followed
// by its number in the list of findings at the end. A finding whose place is not in the text (a
// combination, or a text that has changed) is in the list alone.
void AppendMarkedPost(const Post& post, const AuditPost& kept, std::string_view input,
                      std::span<const AuditFinding> findings, const TextLayout& layout,
                      std::string& out);

}  // namespace gatepost
