#include "match/variant_regex.h"

#include <re2/re2.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace gatepost {
namespace {

uint32_t Size(std::string_view text) { return static_cast<uint32_t>(text.size()); }

RE2::Options OptionsFor(const Regex& regex) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_case_sensitive(regex.is_case_sensitive());
  options.set_never_capture(true);
  options.set_log_errors(false);
  return options;
}

std::optional<Span> Search(const RE2& re2, std::string_view text, Span within, RE2::Anchor anchor) {
  re2::StringPiece found;
  const re2::StringPiece whole(text.data(), text.size());
  if (within.begin >= within.end ||
      !re2.Match(whole, within.begin, within.end, anchor, &found, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<uint32_t>(found.data() - text.data());
  return Span{begin, begin + static_cast<uint32_t>(found.size())};
}

}  // namespace

struct VariantRegex::Compiled {
  std::once_flag is_made;
  std::optional<const RE2> re2;
};

VariantRegex::VariantRegex(const Pattern& pattern, const Variant& variant)
    : pattern_(&pattern), variant_(&variant), compiled_(std::make_unique<Compiled>()) {}
VariantRegex::VariantRegex(VariantRegex&&) noexcept = default;
VariantRegex& VariantRegex::operator=(VariantRegex&&) noexcept = default;
VariantRegex::~VariantRegex() = default;

Result<VariantRegex> VariantRegex::Compile(const Pattern& pattern, const Variant& variant) {
  VariantRegex compiled(pattern, variant);
  if (compiled.re2().ok()) return compiled;
  return Fail(ErrorCode::kInternal,
              "the regex cannot be compiled by RE2: " + compiled.re2().error() + ".",
              variant.where);
}

VariantRegex VariantRegex::Known(const Pattern& pattern, const Variant& variant) {
  return {pattern, variant};
}

const RE2& VariantRegex::re2() const {
  std::call_once(compiled_->is_made, [this] {
    const Regex& regex = variant_->regex;
    compiled_->re2.emplace(ToRe2(regex), OptionsFor(regex));
  });
  return *compiled_->re2;
}

std::optional<Span> VariantRegex::NextAccepted(std::string_view text, Span begins) const {
  SkipForbidden(text, begins);
  for (auto longest = NextLongest(text, begins); longest; longest = NextLongest(text, begins)) {
    begins.begin = longest->begin;
    if (SkipForbidden(text, begins)) continue;
    for (auto span = longest; span; span = Shorter(text, *span)) {
      const bool holds = EdgeHoldsAfter(pattern_->edges, text, span->end);
      if (holds && Accepts(Cut(text, *span))) return span;
    }
    ++begins.begin;
  }
  return std::nullopt;
}

// A run of digits has as many begins as digits, and only the first may have a match beside edges.
bool VariantRegex::SkipForbidden(std::string_view text, Span& begins) const {
  const uint32_t first = begins.begin;
  while (begins.begin < begins.end && !EdgeHoldsBefore(pattern_->edges, text, begins.begin)) {
    ++begins.begin;
  }
  return begins.begin > first;
}

uint32_t VariantRegex::LongestEndWithEdges(std::string_view text, uint32_t begin) const {
  for (auto span = Longest(text, begin, Size(text)); span; span = Shorter(text, *span)) {
    if (EdgesHold(pattern_->edges, text, *span)) return span->end;
  }
  return 0;
}

std::optional<Span> VariantRegex::NextLongest(std::string_view text, Span begins) const {
  if (begins.begin >= begins.end) return std::nullopt;
  // An anchored search need not look for the begin once it has the end.
  if (begins.size() == 1) return Longest(text, begins.begin, Size(text));
  // Every match that begins within `begins` ends here or before.
  const uint32_t end = std::min(Size(text), begins.end - 1 + variant_->regex.max_width());
  const auto found = Search(re2(), text, {begins.begin, end}, RE2::UNANCHORED);
  if (!found || found->begin >= begins.end) return std::nullopt;
  return found;
}

std::optional<Span> VariantRegex::Longest(std::string_view text, uint32_t begin,
                                          uint32_t limit) const {
  const uint32_t end = std::min(limit, begin + variant_->regex.max_width());
  return Search(re2(), text, {begin, end}, RE2::ANCHOR_START);
}

// Straight to the next end that the edges allow: of "Ann Smith Street" a name may end behind each
// word, not behind each letter.
std::optional<Span> VariantRegex::Shorter(std::string_view text, Span span) const {
  uint32_t limit = span.end - 1;
  while (limit > span.begin && !EdgeHoldsAfter(pattern_->edges, text, limit)) --limit;
  return Longest(text, span.begin, limit);
}

bool VariantRegex::Accepts(std::string_view value) const {
  return variant_->checks.empty() || ChecksAccept(*variant_, Compacted(value, pattern_->compact));
}

Result<CompiledPatterns> CompilePatterns(const std::vector<Pattern>& patterns, bool are_known) {
  CompiledPatterns compiled;
  for (const Pattern& pattern : patterns) {
    CompiledPattern whole{{}, Cues(pattern)};
    for (const Variant& variant : pattern.variants) {
      Result<VariantRegex> regex = are_known ? VariantRegex::Known(pattern, variant)
                                             : VariantRegex::Compile(pattern, variant);
      if (!regex) return Fail(regex.error());
      whole.variants.push_back(std::move(*regex));
    }
    compiled.push_back(std::move(whole));
  }
  return compiled;
}

}  // namespace gatepost
