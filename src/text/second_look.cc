#include "text/second_look.h"

#include <string>
#include <utility>
#include <vector>

#include "text/decode.h"
#include "text/fold.h"
#include "text/joined.h"
#include "text/look_alikes.h"
#include "text/second_look_cues.h"
#include "text/second_look_filter.h"
#include "text/spelled_digits.h"
#include "text/spelled_mailbox.h"

namespace gatepost {
namespace {

// One field on its way from view to view: a skeleton with the way back to the original.
class Look {
 public:
  explicit Look(const Skeleton& plain)
      : text_(plain.text()),
        edits_(plain.edits().begin(), plain.edits().end()),
        original_(plain.original()),
        post_(plain.post()),
        field_(plain.field()) {}

  [[nodiscard]] std::string_view text() const { return text_; }

  // Both say whether something has changed.
  bool Decode() {
    Derivation decoded = Decoded(original_);
    if (decoded.changes.empty()) return false;
    text_.clear();
    edits_.clear();
    Fold(decoded.text, text_, edits_);
    edits_ = Composed(edits_, decoded.edits);
    changes_ = std::move(decoded.changes);
    return true;
  }
  bool Rewrite(Derivation (*step)(std::string_view)) {
    Derivation made = step(text_);
    for (const Change& change : made.changes) {
      changes_.push_back({ToOriginal(edits_, change.place), change.way});
    }
    if (made.changes.empty()) return false;
    edits_ = Composed(made.edits, edits_);
    text_ = std::move(made.text);
    return true;
  }

  // What stands here so far, as a skeleton of its own.
  void Add(View view, SkeletonBatch& batch) {
    Sort(changes_);
    batch.buffer() += text_;
    batch.edits().insert(batch.edits().end(), edits_.begin(), edits_.end());
    batch.changes().insert(batch.changes().end(), changes_.begin(), changes_.end());
    batch.Close(post_, field_, view, original_);
  }

 private:
  std::string text_;
  std::vector<OffsetEdit> edits_;
  std::vector<Change> changes_;
  std::string_view original_;
  PostIndex post_;
  FieldIndex field_;
};

}  // namespace

void LookAgain(SkeletonIndex plain, SkeletonBatch& batch) {
  if (!MayHaveCues(batch[plain].text())) return;
  SecondLookCues cues = CuesIn(batch[plain].text());
  if (!cues.any()) return;
  Look look(batch[plain]);
  const auto add = [&](View view) {
    look.Add(view, batch);
    cues = CuesIn(look.text());
  };
  if (cues.encoded && look.Decode()) add(View::kDecoded);
  bool is_spelled = cues.digit_words && look.Rewrite(WithDigitsForWords);
  is_spelled |= cues.sign_words && look.Rewrite(WithSignsForWords);
  if (is_spelled) add(View::kSpelledOut);
  if (cues.look_alikes && look.Rewrite(WithDigitsForLetters)) add(View::kLookAlikes);
  if (cues.joins && look.Rewrite(Joined)) add(View::kJoined);
}

}  // namespace gatepost
