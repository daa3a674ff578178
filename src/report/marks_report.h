#pragma once

// What `gatepost audit marks` says: the decisions of a store.

#include <span>
#include <string>

#include "audit/marking.h"
#include "report/audit_post_words.h"

namespace gatepost {

void AppendMarksText(std::span<const Mark> marks, const TextLayout& layout, std::string& out);
void AppendMarksJson(std::span<const Mark> marks, std::string& out);

}  // namespace gatepost
