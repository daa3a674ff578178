#pragma once

// Our own tree of a pattern's regex: the documented subset, parsed, measured and analysed. RE2 and
// Hyperscan give no tree, and widths, triggers, sample strings and automata all need one.
//
// The subset: literals; . \d \w \D \W; classes with ranges and negation; escapes \n \xHH and of
// punctuation; (?:…); alternation; greedy bounded repeats ? {n} {n,m}. Everything else is refused
// with its place: unbounded repeats, lazy and possessive quantifiers, captures, anchors, \b \s \v
// \C, named groups, flags, back-references, non-ASCII.
// No class ever contains NUL, a negated one (and . \D \W) no newline either. A match is 1 to 128
// bytes wide. Case is ignored unless the options say otherwise.

#include <bitset>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace gatepost {

inline constexpr uint32_t kMaxRegexWidth = 128;            // bytes of a match
inline constexpr size_t kMaxRegexSourceBytes = 8 * 1024;   // of the regex as written
inline constexpr uint32_t kMaxRegexDepth = 64;             // groups within groups
inline constexpr uint32_t kMaxRegexExpandedNodes = 16384;  // see RegexNode::expanded_nodes

// The 7-bit bytes a class accepts.
using ByteSet = std::bitset<128>;

// Only kEmpty has a max_width of 0: nothing but an empty alternative matches just the empty string.
struct RegexNode {
  enum class Kind : uint8_t { kEmpty, kClass, kConcat, kAlternate, kRepeat };
  Kind kind = Kind::kEmpty;
  ByteSet bytes;                    // kClass; never empty; of a caseless regex, with both cases
  std::vector<RegexNode> children;  // kConcat, kAlternate: two or more; kRepeat: one
  uint32_t min_count = 0;           // kRepeat
  uint32_t max_count = 0;           // kRepeat; at least 1 and min_count, at most 128
  uint32_t min_width = 0;           // bytes; of this node
  uint32_t max_width = 0;
  uint32_t expanded_nodes = 1;  // this node and all below it, were every repeat written out
};

struct RegexOptions {
  bool is_case_sensitive = false;
};

// An immutable parsed regex; cheap to copy, shared by all threads.
class Regex {
 public:
  // On error, where.column is the 1-based byte of `source` at fault; where.line is 1, since a regex
  // has no line breaks; where.file is empty: the caller, who knows where `source` stands, shifts
  // them.
  [[nodiscard]] static Result<Regex> Parse(std::string_view source, RegexOptions options = {});
  // One whose source Parse has taken before, with the width it had: parsed when root() is first
  // asked for.
  [[nodiscard]] static Regex Known(std::string_view source, RegexOptions options,
                                   uint32_t max_width);

  [[nodiscard]] const std::string& source() const { return state_->source; }
  [[nodiscard]] bool is_case_sensitive() const { return state_->options.is_case_sensitive; }
  [[nodiscard]] const RegexNode& root() const;
  [[nodiscard]] uint32_t min_width() const { return root().min_width; }
  [[nodiscard]] uint32_t max_width() const { return state_->max_width; }

 private:
  struct State {
    std::string source;
    RegexOptions options;
    uint32_t max_width = 0;
    std::once_flag is_parsed = {};
    RegexNode root = {};
  };
  explicit Regex(std::shared_ptr<State> state) : state_(std::move(state)) {}
  std::shared_ptr<State> state_;  // changed once, by root()
};

// Every end at which a match beginning at `begin` of `text` can stop, ascending; `begin` is at most
// text.size(). By simulation of the tree, in time linear in its expanded size times
// kMaxRegexWidth; for small jobs and as the tree's own meaning in tests.
[[nodiscard]] std::vector<uint32_t> MatchEnds(const Regex& regex, std::string_view text,
                                              uint32_t begin);

// The regex matches all of `text`.
[[nodiscard]] bool MatchesWhole(const Regex& regex, std::string_view text);

// The tree as RE2 source, each class spelled out byte by byte: what engines compile instead of
// source(), whose `.` and negated classes RE2 lets match NUL. Case is in the classes already, so it
// is for RE2::Options with Latin-1 encoding and case_sensitive = true. No captures.
[[nodiscard]] std::string ToRe2(const Regex& regex);

}  // namespace gatepost
