#pragma once

// A pattern as plain data: everything one TOML file says, checked, its regexes parsed.
// docs/patterns.md describes the file.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "base/span.h"
#include "regex/regex.h"
#include "validate/canonical.h"
#include "validate/check.h"

namespace gatepost {

// What may stand beside a match.
enum class Edges : uint8_t {
  kWord,    // no letter, no digit, no _ but one that stands alone
  kNumber,  // no digit; letters may
  kNone,
};

enum class Severity : uint8_t { kLow, kMedium, kHigh, kCritical };

// What of a value a report still shows.
struct Mask {
  enum class Kind : uint8_t { kAll, kKeepFirst, kKeepLast };
  Kind kind = Kind::kAll;
  uint8_t kept = 0;  // letters and digits, for kKeepFirst and kKeepLast
};

using Check = std::variant<const NamedCheck*, WeightedSum>;

// One way of writing the identifier, with its own regex and base score.
struct Variant {
  std::string name;  // for people: "grouped"; may be empty
  Regex regex;
  std::vector<Check> checks;  // all must accept
  int base = 0;               // points for the shape
  int valid = 0;              // points for passing the checks; 0 without checks
  SourcePlace where;
};

// How far from a match context may be looked for, and how long a phrase may be, in words: a run of
// letters, digits and _ with the apostrophes inside it, or one of the signs $ # and the skeleton's
// telephone, mail and house marks.
inline constexpr uint16_t kMaxContextWords = 50;
inline constexpr size_t kMaxPhraseWords = 16;

// Phrases beside a match that speak for or against it. Phrases are folded, lower case, one space
// between words, and have at least one word.
struct Context {
  std::vector<std::string> near;
  std::vector<std::string> against;
  uint16_t within_words = 6;  // on each side of the match, in the same field; 1–kMaxContextWords
  int points = 0;             // for the first of `near` found; once
  int against_points = -30;   // for the first of `against` found; once
  bool is_required = false;   // without one of `near` or a companion there is no finding
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
  // In any case: the value ends with one of these, and there it begins or has a '.' or '@' before.
  std::shared_ptr<const std::vector<std::string>> ends = {};
};

// `[[match]]`: the pattern finds exactly `span` in `text`. `[[no_match]]`: it finds nothing, and
// why.
struct Example {
  std::string text;
  std::string span;  // the value, as it stands in `text`
  std::optional<std::string>
      action;  // "pass", "review", "block": under the default policy, where stated
  SourcePlace where;
};
struct CounterExample {
  std::string text;
  std::string why;
  SourcePlace where;
};

// What a pattern says in another language than English.
struct Wording {
  std::string name;
  std::string replacement;
  std::string advice;
};

struct Pattern {
  std::string id;        // "uk.nhs_number"
  std::string name;      // "NHS number"
  std::string category;  // "health": the policy's thresholds go by it
  Severity severity = Severity::kMedium;
  uint8_t specificity = 5;  // 0–9, settles overlaps
  Edges edges = Edges::kWord;
  std::string compact;  // characters dropped before checks
  CanonicalForm canonical = CanonicalForm::kUpper;
  Mask mask;
  std::string replacement;              // what a suggestion writes instead: "[NHS number]"
  std::string advice;                   // one plain sentence
  Wording welsh;                        // [cy]; empty where the file says nothing
  std::vector<std::string> references;  // URLs or names of the published rules
  std::vector<std::string> excludes;    // ids of look-alikes that this one, validated, rules out
  std::vector<Variant> variants;        // at least one; of equal spans the first counts
  Context context;
  Companion companion;  // without patterns if the file has none
  std::vector<ValueRule> values;
  std::vector<Example> examples;
  std::vector<CounterExample> counter_examples;
  SourcePlace where;  // of the id
};

// What the pattern says in that language; in English where its file has no Welsh.
[[nodiscard]] const std::string& NameIn(Language language, const Pattern& pattern);
[[nodiscard]] const std::string& ReplacementIn(Language language, const Pattern& pattern);
[[nodiscard]] const std::string& AdviceIn(Language language, const Pattern& pattern);

// "critical", "word", "keep-last-2" …: the names in pattern files and reports.
[[nodiscard]] std::string_view NameOf(Severity severity);
[[nodiscard]] std::string_view NameOf(Edges edges);

// `text` without the characters of `dropped`.
[[nodiscard]] std::string Compacted(std::string_view text, std::string_view dropped);

// Every check of the variant accepts `compacted`.
[[nodiscard]] bool ChecksAccept(const Variant& variant, std::string_view compacted);

// The value rule applies to `canonical`.
[[nodiscard]] bool Applies(const ValueRule& rule, std::string_view canonical);

// Nothing that the edges forbid stands just before or after `span` of `text`.
[[nodiscard]] bool EdgesHold(Edges edges, std::string_view text, Span span);

}  // namespace gatepost
