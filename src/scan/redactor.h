#pragma once

// Posts with what is found in them taken out, proven by scanning them again.
//
//   Redactor redactor(set->patterns(), {.way = RedactAs::kLabel});
//   scanner.Redact(posts, worker, turn, redactor, sink);

#include <cstddef>
#include <cstdint>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/language.h"
#include "base/post.h"
#include "base/problem.h"
#include "judge/look_alikes.h"
#include "judge/verdict.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"
#include "scan/suggester.h"

namespace gatepost {

// What stands in the place of a value.
enum class RedactAs : uint8_t {
  kLabel,    // what it was: the pattern's replacement, "[phone number]"
  kMask,     // its shape, with what the pattern's mask keeps: "***** ****23"
  kRemove,   // nothing, and not the space that it leaves behind
  kReplace,  // one of the pattern's look-alikes; a label if it has none
};

struct RedactionRules {
  RedactAs way = RedactAs::kLabel;
  // Findings whose action is at least this, on a report-only channel too; pass: all but official
  // values.
  Action least = Action::kReview;
  // Texts with invalid UTF-8 or NULs are redacted as far as they can be read. If not, they are
  // withheld like everything else that could not be looked at.
  bool keeps_invalid = false;
  Language language = Language::kEnglish;
};

// What became of a post.
struct Redaction {
  Action action = Action::kPass;  // what was found calls for: the verdict's
  std::vector<SafeText> texts;    // every field that changes
  std::vector<Problem> problems;  // what could not be looked at, and notes
  bool is_complete = true;        // all of the post was looked at
  // Every text that is not empty was withheld: not all of the post could be looked at, or it could
  // not be made such that nothing is found.
  bool is_withheld = false;
  std::map<PatternIndex, uint64_t> redacted;  // places, by what was found there
  uint64_t redacted_words = 0;                // places of words of combinations
  // Look-alikes written, by pattern and range.
  std::map<std::pair<PatternIndex, std::string_view>, uint64_t> look_alikes;
};

// What stands in the place of a text that is withheld.
[[nodiscard]] std::string_view WithheldText(Language language);

class RedactionSink {
 public:
  virtual ~RedactionSink() = default;
  virtual void Accept(const Post& post, Redaction redaction) = 0;
};

// Borrows the patterns, those of the scanner it is used with. Shared by all threads of a run. With
// kReplace it gives look-alikes in the order in which it is asked, so by one thread at a time.
class Redactor {
 public:
  Redactor(const std::vector<Pattern>& patterns, const RedactionRules& rules);

  [[nodiscard]] const RedactionRules& rules() const { return rules_; }
  // What it makes of a post depends on the posts that were redacted before it.
  [[nodiscard]] bool keeps_order() const { return rules_.way == RedactAs::kReplace; }

  // `verdict` is the post's, hidden findings included. The last post given to `rescan`, if any was,
  // is the post as redacted.
  [[nodiscard]] Redaction Redact(const Post& post, const Verdict& verdict, const Rescan& rescan);

  // Leaves out look-alikes: values of nobody, and what lies within one of them. Only with kReplace
  // are there any.
  [[nodiscard]] std::vector<const Finding*> WithoutLookAlikes(
      const Post& post, const std::vector<Finding>& findings) const;

 private:
  class PostRedaction;

  const std::vector<Pattern>& patterns_;
  RedactionRules rules_;
  LookAlikes look_alikes_;
};

// The reader could not say what of the input is the post's text: nothing of it is written. Invalid
// UTF-8 alone leaves every text in its place.
[[nodiscard]] bool IsWithheldAsAWhole(const Post& post);

}  // namespace gatepost
