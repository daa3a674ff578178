#pragma once

// One variant's regex, compiled: the spans of M and V (match/matcher.h) that it has, asked for one
// at a time. What all engines confirm by.

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "match/cues.h"
#include "pattern/pattern.h"

namespace re2 {
class RE2;
}

namespace gatepost {

// Const, shared by all threads. Borrows the pattern and its variant.
class VariantRegex {
 public:
  [[nodiscard]] static Result<VariantRegex> Compile(const Pattern& pattern, const Variant& variant);
  // One that Compile has taken before: compiled when it is first needed.
  [[nodiscard]] static VariantRegex Known(const Pattern& pattern, const Variant& variant);
  VariantRegex(VariantRegex&&) noexcept;
  VariantRegex& operator=(VariantRegex&&) noexcept;
  ~VariantRegex();

  // The smallest begin within `begins` that has a span in V, with its greatest end, which may lie
  // behind `begins`.
  [[nodiscard]] std::optional<Span> NextAccepted(std::string_view text, Span begins) const;

  // The greatest end of a span in M that begins at `begin`; 0 if there is none.
  [[nodiscard]] uint32_t LongestEndWithEdges(std::string_view text, uint32_t begin) const;

 private:
  VariantRegex(const Pattern& pattern, const Variant& variant);

  // Takes the begins off the front of `begins` before which something stands that the edges forbid;
  // whether there were any.
  bool SkipForbidden(std::string_view text, Span& begins) const;
  // The smallest begin within `begins` at which the regex matches, with its greatest end.
  [[nodiscard]] std::optional<Span> NextLongest(std::string_view text, Span begins) const;
  // The longest match that begins at `begin` and ends at or before `limit`.
  [[nodiscard]] std::optional<Span> Longest(std::string_view text, uint32_t begin,
                                            uint32_t limit) const;
  // The next shorter match with the same begin whose end may be one beside the edges.
  [[nodiscard]] std::optional<Span> Shorter(std::string_view text, Span span) const;
  [[nodiscard]] bool Accepts(std::string_view value) const;

  const Pattern* pattern_;
  struct Compiled;
  [[nodiscard]] const re2::RE2& re2() const;

  const Variant* variant_;
  std::unique_ptr<Compiled> compiled_;  // changed once, by re2()
};

// One pattern, its variants in their order; and all patterns.
struct CompiledPattern {
  std::vector<VariantRegex> variants;
  Cues cues;
};
using CompiledPatterns = std::vector<CompiledPattern>;

// `patterns` is borrowed and must outlive what is compiled of it. If all of them are known to
// compile, each does when it is first needed.
[[nodiscard]] Result<CompiledPatterns> CompilePatterns(const std::vector<Pattern>& patterns,
                                                       bool are_known);

}  // namespace gatepost
