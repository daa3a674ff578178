#pragma once

// What is decided of a post.

#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "judge/finding.h"

namespace gatepost {

// A combination of the policy that the post meets.
struct MetCombination {
  std::string name;  // as the policy names it, in every language
  Action action = Action::kReview;
  std::string advice;
  std::string heading;                     // its name for people
  std::vector<EarlierPlace> earlier = {};  // its parts in earlier posts of the conversation
  // Where its words stand, if they are all that this post adds to it: no finding of the post takes
  // part.
  std::vector<Place> words = {};
  // Where the findings of this post that take part stand; some may be hidden.
  std::vector<Place> parts = {};
};

// One field's text made safe.
struct SafeText {
  FieldIndex field;
  std::string text;
};

struct Verdict {
  Action action = Action::kPass;    // what to do; pass on a report-only channel
  Action would_be = Action::kPass;  // what it would be if the channel were enforced
  bool is_complete = true;          // all of the post was looked at
  bool is_report_only = false;
  std::vector<Finding> findings;  // shown ones, by field and place
  // What hidden findings and matches that were not judged hold beyond the shown findings, by field
  // and place: whoever shows the text masks it.
  std::vector<Place> covered;
  std::vector<MetCombination> combinations;
  std::vector<Problem> problems;
  std::vector<SafeText>
      suggestions;  // every field that changes; empty unless action or would_be is review or block

  // "block", else "incomplete", else "review", else "pass".
  [[nodiscard]] std::string_view word() const;
};

}  // namespace gatepost
