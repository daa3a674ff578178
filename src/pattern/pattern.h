#pragma once

// A pattern as plain data: everything one TOML file says, checked, its regexes parsed.
// docs/patterns.md describes the file.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.h"
#include "base/result.h"
#include "base/span.h"
#include "pattern/evidence_rules.h"
#include "regex/regex.h"
#include "validate/canonical.h"
#include "validate/check.h"

namespace gatepost {

// What may stand beside a match.
enum class Edges : uint8_t {
  kWord,    // no letter, no digit, no _ but one that stands alone
  kLone,    // as kWord, and no digit behind . - / or :, as in dates, times and codes
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
  std::string replacement;  // what a suggestion writes instead: "[NHS number]"
  std::string advice;       // one plain sentence
  Wording welsh;            // [cy]; empty where the file says nothing
  // Ranges of values that nobody has, in a usual writing: "07700 900###". # is any digit, ? the one
  // that the checks accept.
  std::vector<std::string> look_alikes;
  std::vector<std::string> references;  // URLs or names of the published rules
  std::vector<std::string> excludes;    // ids of look-alikes that this one, validated, rules out
  std::vector<Variant> variants;        // at least one; of equal spans the first counts
  std::vector<Context> contexts;        // each adds its own points
  Companion companion;                  // without patterns if the file has none
  Weights weights;                      // without phrases if the file has none
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

// Without a phrase of a required group, or a companion, there is no finding.
[[nodiscard]] bool RequiresContext(const Pattern& pattern);
// The same, and nothing but a phrase will do: where none of them stands there is no finding.
[[nodiscard]] bool RequiresPhrase(const Pattern& pattern);

// `text` without the characters of `dropped`.
[[nodiscard]] std::string Compacted(std::string_view text, std::string_view dropped);

// Every check of the variant accepts `compacted`.
[[nodiscard]] bool ChecksAccept(const Variant& variant, std::string_view compacted);

// `folded`, a value as skeletons have it, would be a match of the pattern if it stood alone.
[[nodiscard]] bool IsValueOf(const Pattern& pattern, std::string_view folded);

// Nothing that the edges forbid stands just before a match that begins at `begin` of `text`; or
// just after one that ends at `end`.
[[nodiscard]] bool EdgeHoldsBefore(Edges edges, std::string_view text, uint32_t begin);
[[nodiscard]] bool EdgeHoldsAfter(Edges edges, std::string_view text, uint32_t end);
// Both.
[[nodiscard]] bool EdgesHold(Edges edges, std::string_view text, Span span);

}  // namespace gatepost
