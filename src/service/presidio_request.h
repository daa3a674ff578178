#pragma once

// What Presidio's callers ask of /analyze:
// https://microsoft.github.io/presidio/api-docs/api-docs.html

#include <string>
#include <string_view>
#include <vector>

#include "base/json_tree.h"
#include "base/language.h"
#include "base/result.h"

namespace gatepost::service {

// Borrows the tree it was read into.
struct PresidioRequest {
  std::vector<std::string_view> texts;
  bool is_list = false;                 // the answer is a list of lists
  bool was_repaired = false;            // something of a string was no Unicode, and became U+FFFD
  Language voice = Language::kEnglish;  // of explanations
  double score_threshold = 0;           // results below it are left out
  std::vector<std::string_view> entities;    // what to look for; empty: everything
  std::vector<std::string_view> context;     // count as if they stood near everything
  std::vector<std::string_view> allow_list;  // values that are left out
  bool explains = false;
};

// kSyntax for what is no such request, for a member that stands twice, of which only one would be
// looked at, and for what cannot be done as it is asked: recognizers of the caller's own, an allow
// list of regexes. Members that say nothing of results are passed over.
[[nodiscard]] Result<PresidioRequest> ReadPresidioRequest(std::string_view json, JsonTree& tree);

}  // namespace gatepost::service
