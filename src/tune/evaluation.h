#pragma once

// What a pattern set finds of what is labelled in a corpus, counted.
//
// A finding counts if it is shown and calls for at least the action asked about. Of the findings
// and labels of one pattern,
//   a label is found     if a finding that counts shares a byte with it (exactly: has its edges)
//   a finding is right   if it shares a byte with a label (exactly: has its edges)
// so recall is found of labels, precision right of findings. Patterns are looked at one by one: a
// finding of another pattern at a label is an alarm of that other pattern, and finds nothing.
// Optional labels are not counted, nor are the findings of their pattern that touch them and no
// other label.
//
// A label may name further patterns that are right at its place, too; it is its own pattern's.
//
// A post without any label is clean; it is an alarm if its verdict calls for the action.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/result.h"
#include "judge/verdict.h"
#include "set/pattern_set.h"
#include "tune/labelled_post.h"

namespace gatepost {

// The least action of a finding that counts; kAny: every finding does, whatever its score.
enum class FoundAt : uint8_t { kAny, kReview, kBlock };
[[nodiscard]] std::string_view NameOf(FoundAt at);  // "any", "review", "block"

struct EvaluationOptions {
  FoundAt at = FoundAt::kReview;
  bool lists_misses = false;
  bool lists_alarms = false;
  bool shows_values = false;
  bool lists_phrases = false;  // the findings must have them (ScanOptions::keeps_phrases)
};

// Labels and findings of one pattern or several.
struct Tally {
  struct Met {  // by overlapping or by exact span
    uint64_t found = 0;
    uint64_t right = 0;
  };
  uint64_t labels = 0;
  uint64_t findings = 0;  // those that are right or alarms
  Met overlapping;
  Met exact;

  Tally& operator+=(const Tally& other);
};

struct PostTally {
  uint64_t posts = 0;
  uint64_t held = 0;  // their verdict calls for the action

  PostTally& operator+=(const PostTally& other);
};

struct PostTallies {
  PostTally labelled;        // with a label that counts
  PostTally clean;           // without any label, and no hard negative
  PostTally hard_negatives;  // without any label, and made to look as if it had one

  PostTallies& operator+=(const PostTallies& other);
};

// The posts of one group, whatever action is asked about.
struct GroupTally {
  uint64_t posts = 0;
  uint64_t to_review = 0;
  uint64_t blocked = 0;
};

// A label that was not found exactly, or a finding that is no label's.
struct Slip {
  SourcePlace where;
  std::string pattern;
  std::string field;  // its kind
  uint16_t nth = 0;
  Span span;
  std::string value;  // masked, unless values were asked for
  std::string why;
  std::string origin;
};

// A finding with the phrases around it, to learn weights from.
struct PhrasesOfFinding {
  std::string pattern;
  std::string origin;  // of the post
  Split split = Split::kNone;
  int score = 0;  // without weights
  bool is_right = false;
  std::vector<std::string> phrases;
};

struct EvaluationResult {
  uint64_t posts = 0;
  uint64_t incomplete = 0;                             // posts that were not wholly looked at
  std::vector<std::map<std::string, Tally>> patterns;  // by PatternIndex, then by language
  std::map<std::string, PostTallies> languages;        // "" if a post states none
  std::map<std::string, GroupTally> groups;            // by name
  std::map<std::string, uint64_t> left_out;            // labels of patterns that the set lacks
  std::vector<Slip> misses;
  std::vector<Slip> alarms;
  std::vector<PhrasesOfFinding> phrases;  // of all findings that have them, whatever their action
};

// Not thread-safe.
class Evaluation {
 public:
  // Borrows the set.
  Evaluation(const PatternSet& set, EvaluationOptions options);

  // `verdict` is that of labelled.post; `where` is its line.
  void Add(const LabelledPost& labelled, const Verdict& verdict, const SourcePlace& where);
  [[nodiscard]] const EvaluationResult& result() const { return result_; }
  [[nodiscard]] const EvaluationOptions& options() const { return options_; }

 private:
  class OnePost;

  const PatternSet& set_;
  EvaluationOptions options_;
  std::map<std::string, PatternIndex, std::less<>> index_of_;
  EvaluationResult result_;
};

}  // namespace gatepost
