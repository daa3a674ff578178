#include "pattern/pattern.h"

#include <algorithm>

#include "base/ascii.h"

namespace gatepost {
namespace {

bool IsLetterOrDigit(char c) { return IsLetter(c) || IsDigit(c); }

// What joins numbers to one: dates, times, codes.
constexpr std::string_view kJoiningMarks = ".-/:";

// What stands beside a match, and one further on. A _ alone, as in Markdown's _italics_, is no part
// of a word.
bool Forbids(Edges edges, char beside, char beyond) {
  switch (edges) {
    case Edges::kWord:
      return IsLetterOrDigit(beside) ||
             (beside == '_' && (IsLetterOrDigit(beyond) || beyond == '_'));
    case Edges::kLone:
      return Forbids(Edges::kWord, beside, beyond) ||
             (IsDigit(beyond) && kJoiningMarks.find(beside) != std::string_view::npos);
    case Edges::kNumber:
      return IsDigit(beside);
    case Edges::kNone:
      return false;
  }
  return false;
}

const std::string& Choose(Language language, const std::string& english, const std::string& welsh) {
  return language == Language::kWelsh && !welsh.empty() ? welsh : english;
}

}  // namespace

const std::string& NameIn(Language language, const Pattern& pattern) {
  return Choose(language, pattern.name, pattern.welsh.name);
}

const std::string& ReplacementIn(Language language, const Pattern& pattern) {
  return Choose(language, pattern.replacement, pattern.welsh.replacement);
}

const std::string& AdviceIn(Language language, const Pattern& pattern) {
  return Choose(language, pattern.advice, pattern.welsh.advice);
}

bool RequiresContext(const Pattern& pattern) {
  return std::any_of(pattern.contexts.begin(), pattern.contexts.end(),
                     [](const Context& context) { return context.is_required; });
}

bool RequiresPhrase(const Pattern& pattern) {
  return RequiresContext(pattern) && pattern.companion.patterns.empty() &&
         std::none_of(pattern.contexts.begin(), pattern.contexts.end(), [](const Context& context) {
           return context.is_required && !context.kinds.empty();
         });
}

std::string_view NameOf(Severity severity) {
  switch (severity) {
    case Severity::kLow:
      return "low";
    case Severity::kMedium:
      return "medium";
    case Severity::kHigh:
      return "high";
    case Severity::kCritical:
      return "critical";
  }
  return "";
}

std::string_view NameOf(Edges edges) {
  switch (edges) {
    case Edges::kWord:
      return "word";
    case Edges::kLone:
      return "lone";
    case Edges::kNumber:
      return "number";
    case Edges::kNone:
      return "none";
  }
  return "";
}

std::string Compacted(std::string_view text, std::string_view dropped) {
  std::string compacted;
  for (const char c : text) {
    if (dropped.find(c) == std::string_view::npos) compacted += c;
  }
  return compacted;
}

bool ChecksAccept(const Variant& variant, std::string_view compacted) {
  return std::all_of(variant.checks.begin(), variant.checks.end(), [&](const Check& check) {
    if (const auto* sum = std::get_if<WeightedSum>(&check)) return sum->Accepts(compacted);
    return std::get<const NamedCheck*>(check)->accepts(compacted);
  });
}

bool IsValueOf(const Pattern& pattern, std::string_view folded) {
  const std::string compacted = Compacted(folded, pattern.compact);
  return std::any_of(pattern.variants.begin(), pattern.variants.end(), [&](const Variant& variant) {
    return MatchesWhole(variant.regex, folded) && ChecksAccept(variant, compacted);
  });
}

bool EdgeHoldsBefore(Edges edges, std::string_view text, uint32_t begin) {
  const char beside = begin >= 1 ? text[begin - 1] : ' ';
  const char beyond = begin >= 2 ? text[begin - 2] : ' ';
  return !Forbids(edges, beside, beyond);
}

bool EdgeHoldsAfter(Edges edges, std::string_view text, uint32_t end) {
  const char beside = end < text.size() ? text[end] : ' ';
  const char beyond = size_t{end} + 1 < text.size() ? text[end + 1] : ' ';
  return !Forbids(edges, beside, beyond);
}

bool EdgesHold(Edges edges, std::string_view text, Span span) {
  return EdgeHoldsBefore(edges, text, span.begin) && EdgeHoldsAfter(edges, text, span.end);
}

}  // namespace gatepost
