#pragma once

// A post of which somebody has said where the personal data is: a line of a labelled corpus.
//
// The line is a post as post/jsonl_post.h reads it, with these members beside the post's own, which
// `check` ignores:
//   labels         [{"pattern", "also", "field", "nth", "begin", "end", "optional"}]
//   split          "train" or "held"
//   origin         what made the post: a template's name, "by hand"
//   hard_negative  what a post without personal data looks as if it had: a pattern's id
//   group          a name under which the post is reported beside the other figures
// corpus/README.md says what is labelled and how.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "base/result.h"
#include "judge/finding.h"

namespace gatepost {

// Personal data of one kind at one place. `begin` and `end` in the file are bytes of the field's
// UTF-8 text; `field` is its kind ("text" unless said) and `nth` counts those of that kind, from 0.
struct Label {
  std::string pattern;  // the id; a set need not have it
  // Patterns that are right there, too: an address may be found with a postcode or without.
  std::vector<std::string> also;
  Place place;
  bool is_optional = false;  // neither finding it nor passing it over is wrong
};

enum class Split : uint8_t { kNone, kTrain, kHeld };

// As a line has it: "train", "held"; empty for kNone.
[[nodiscard]] std::string_view NameOf(Split split);

struct LabelledPost {
  Post post;
  std::vector<Label> labels;
  Split split = Split::kNone;
  std::string origin;
  std::string hard_negative;
  std::string group;  // empty if it is in none
};

// Reads one line at a time into memory of its own that it reuses. One per thread.
class LabelledPostReader {
 public:
  LabelledPostReader();
  ~LabelledPostReader();
  LabelledPostReader(LabelledPostReader&&) noexcept;
  LabelledPostReader& operator=(LabelledPostReader&&) noexcept;

  // kSyntax, with `where`, for whatever cannot be measured: a line that is not wholly read as a
  // post, or lacks "labels"; a label without pattern, begin or end, with a member that is not
  // known, of a field that the post has not, or that does not lie on whole characters of the
  // field's text; two labels of one pattern at one place.
  [[nodiscard]] Status Read(std::string_view line, const SourcePlace& where);
  // What the last Read found, which must have succeeded; valid until the next one.
  [[nodiscard]] const LabelledPost& post() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost
