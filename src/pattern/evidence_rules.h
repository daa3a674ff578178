#pragma once

// What speaks for or against a match beside its shape and checks: words near it, other matches near
// it, and what its value says.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "base/result.h"
#include "pattern/packed_list.h"
#include "regex/regex.h"

namespace gatepost {

// How far from a match context may be looked for, and how long a phrase may be, in words: a run of
// letters, digits and _ with the apostrophes inside it, or one of the signs $ # and the skeleton's
// telephone, mail and house marks.
inline constexpr uint16_t kMaxContextWords = 50;
inline constexpr size_t kMaxPhraseWords = 16;

// Where beside a match phrases are looked for.
enum class Side : uint8_t { kBoth, kBefore, kAfter };

// A group of phrases that speak for or against a match they stand near. Phrases are folded, lower
// case, one space between words, and have at least one word. A pattern may have several groups:
// each adds its points, the nearer and plainer more, the wider and vaguer less.
struct Context {
  PackedList<std::string> near;
  PackedList<std::string> against;
  std::vector<PostKind> kinds;  // posts of these kinds speak for the match; without words
  uint16_t within_words = 6;  // on each side of the match, in the same field; 1–kMaxContextWords
  Side side = Side::kBoth;
  int points = 0;            // for the first of `near` found, or the post's kind; once
  int against_points = -30;  // for the first of `against` found; once
  // Without one of `near`, or a post of one of `kinds`, or the same of another group that is
  // required too, or a companion there is no finding; where only the post's kind speaks for it, it
  // must be likely.
  bool is_required = false;
  // Beside one of `against` there is no finding, whatever else speaks for it.
  bool rules_out = false;
};

// A phrase around a match, and the points that it adds: "our *" 12. Its words are single words or
// two that follow each other, anywhere near; those that reach up to the value, which is "*", may be
// three before it or two behind it, or the sign right beside it. docs/patterns.md has the names
// that stand for numbers, signs, other matches, the edges of the text and the kind of the post.
struct Weight {
  int points = 0;
  std::string phrase;
};

void AppendPacked(const Weight& weight, std::string& packed);
void ReadPacked(std::string_view line, Weight& weight);

// What many phrases say together, as learned from labelled posts: each that stands there adds its
// points, once.
struct Weights {
  PackedList<Weight> phrases;  // sorted, each once; none if the pattern has no weights
  uint16_t within_words = 40;  // as Context's
};

// Matches of other patterns that speak for a match beside them: a sort code for an account number.
struct Companion {
  std::vector<std::string> patterns;  // their ids; none of them is the pattern's own
  uint16_t within_words = 6;          // as Context's
  int points = 0;                     // for the first found; once
  SourcePlace where;                  // of `patterns`
};

// What the value itself says: a reserved range, a role mailbox, a mobile. All conditions given must
// hold, on the canonical value. The lists are sorted, and those of `starts` and `ends` lower case.
struct ValueRule {
  std::string label;  // "placeholder", "official", "mobile"; may be empty
  int points = 0;
  std::optional<Regex> regex = {};                          // matches the whole value
  std::shared_ptr<const std::vector<std::string>> is = {};  // the value is in this list
  // In any case: the value starts with one of these, then ends or goes on with neither a letter nor
  // a digit.
  std::shared_ptr<const std::vector<std::string>> starts = {};
  // In any case: the value ends with one of these, and there it begins or has a '.', '@' or ' '
  // before.
  std::shared_ptr<const std::vector<std::string>> ends = {};
};

// The value rule applies to `canonical`.
[[nodiscard]] bool Applies(const ValueRule& rule, std::string_view canonical);

}  // namespace gatepost
