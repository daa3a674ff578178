#include "regex/regex_parser.h"

#include <string>
#include <utility>
#include <vector>

#include "regex/byte_set.h"
#include "regex/regex_node.h"
#include "regex/regex_refusals.h"

namespace gatepost {
namespace {

constexpr uint32_t kMaxCount = kMaxRegexWidth;

std::string Number(uint64_t number) { return std::to_string(number); }

std::string TooWide() {
  return "A match can be over " + Number(kMaxRegexWidth) +
         " bytes wide: lower the counts, and leave to `context` what stands around the value.";
}

std::string TooLarge() {
  return "With its repeats written out the regex has over " + Number(kMaxRegexExpandedNodes) +
         " parts: repeat something simpler, or split it into several variants.";
}

// Of a repeat of at least `min`.
std::string WithoutBound(uint32_t min) {
  const uint32_t example = min < kMaxCount / 2 ? kMaxCount / 2 : kMaxCount;
  return "repeats without a bound: say how often at most, e.g. {" + Number(min) + "," +
         Number(example) + "}.";
}

bool IsRepeatSign(char byte) { return byte == '?' || byte == '*' || byte == '+' || byte == '{'; }

}  // namespace

Result<RegexNode> RegexParser::Parse() {
  if (source_.empty()) return RegexCursor::Refuse(0, "The regex is empty: write what to find.");
  if (source_.size() > kMaxRegexSourceBytes) {
    return RegexCursor::Refuse(kMaxRegexSourceBytes,
                               "The regex is over " + Number(kMaxRegexSourceBytes) +
                                   " bytes long: split it into several variants.");
  }
  auto root = ParseAlternation();
  if (!root) return root;
  if (!cursor_.AtEnd()) {
    return RegexCursor::Refuse(cursor_.at(),
                               "This `)` closes nothing: write \\) for the character.");
  }
  if (root->min_width == 0) {
    return RegexCursor::Refuse(0,
                               "The regex matches the empty string: make at least one part of it "
                               "required.");
  }
  return root;
}

Result<RegexNode> RegexParser::ParseAlternation() {
  const size_t begin = cursor_.at();
  std::vector<RegexNode> alternatives;
  do {
    auto sequence = ParseSequence();
    if (!sequence) return sequence;
    alternatives.push_back(std::move(*sequence));
  } while (cursor_.Take("|"));
  RegexNode node = MakeAlternate(std::move(alternatives));
  if (node.expanded_nodes > kMaxRegexExpandedNodes) return RegexCursor::Refuse(begin, TooLarge());
  return node;
}

Result<RegexNode> RegexParser::ParseSequence() {
  const size_t begin = cursor_.at();
  std::vector<RegexNode> items;
  uint32_t max_width = 0;
  while (!cursor_.AtEnd() && cursor_.Peek() != '|' && cursor_.Peek() != ')') {
    const size_t item_begin = cursor_.at();
    auto item = ParseItem();
    if (!item) return item;
    max_width += item->max_width;
    if (max_width > kMaxRegexWidth) return RegexCursor::Refuse(item_begin, TooWide());
    items.push_back(std::move(*item));
  }
  RegexNode node = MakeConcat(std::move(items));
  if (node.expanded_nodes > kMaxRegexExpandedNodes) return RegexCursor::Refuse(begin, TooLarge());
  return node;
}

Result<RegexNode> RegexParser::ParseItem() {
  auto atom = ParseAtom();
  if (!atom) return atom;
  if (!IsRepeatSign(cursor_.Peek())) return atom;
  const size_t at = cursor_.at();
  const auto counts = ParseCounts();
  if (!counts) return Fail(counts.error());
  if (const auto after = CheckAfterRepeat(); !after) return Fail(after.error());
  return Repeated(std::move(*atom), *counts, at);
}

Result<RegexNode> RegexParser::ParseAtom() {
  switch (cursor_.Peek()) {
    case '(':
      return ParseGroup();
    case '[': {
      auto bytes = classes_.ParseClass();
      if (!bytes) return Fail(std::move(bytes.error()));
      return MakeClass(*bytes);
    }
    case '\\': {
      auto bytes = classes_.ParseEscape();
      if (!bytes) return Fail(std::move(bytes.error()));
      return MakeClass(classes_.Cased(*bytes));
    }
    case '.':
      cursor_.Skip();
      return MakeClass(Negated({}));
    default:
      return ParsePlainByte();
  }
}

Result<RegexNode> RegexParser::ParsePlainByte() {
  const char byte = cursor_.Peek();
  const std::string sign = std::string("`") + byte + "`";
  if (byte == '^' || byte == '$') {
    return RegexCursor::Refuse(cursor_.at(),
                               sign +
                                   " is not in the subset. The regex matches the value alone; "
                                   "say what may stand beside it with `edges`.");
  }
  if (IsRepeatSign(byte)) {
    return RegexCursor::Refuse(
        cursor_.at(),
        "There is nothing before " + sign + " to repeat: write \\" + byte + " for the character.");
  }
  if (byte == ']' || byte == '}') {
    return RegexCursor::Refuse(
        cursor_.at(), "This " + sign + " closes nothing: write \\" + byte + " for the character.");
  }
  if (std::string why = WhyByteRefused(byte); !why.empty()) {
    return RegexCursor::Refuse(cursor_.at(), std::move(why));
  }
  cursor_.Skip();
  return MakeClass(classes_.Cased(SetOf({&byte, 1})));
}

Result<RegexNode> RegexParser::ParseGroup() {
  const size_t begin = cursor_.at();
  if (!cursor_.Take("(?:")) return RegexCursor::Refuse(begin, WhyGroupRefused(cursor_.rest()));
  if (++depth_ > kMaxRegexDepth) {
    return RegexCursor::Refuse(begin, "Groups within groups deeper than " + Number(kMaxRegexDepth) +
                                          ": write the regex flatter.");
  }
  auto node = ParseAlternation();
  if (!node) return node;
  if (!cursor_.Take(")")) {
    return RegexCursor::Refuse(begin, "This group has no end: write ) after it.");
  }
  --depth_;
  if (node->max_width == 0) {
    return RegexCursor::Refuse(begin,
                               "This group matches nothing but the empty string: remove it.");
  }
  return node;
}

Result<RegexParser::Counts> RegexParser::ParseCounts() {
  const size_t at = cursor_.at();
  if (cursor_.Take("?")) return Counts{0, 1};
  if (cursor_.Take("{")) return ParseBraces();
  const bool is_star = cursor_.Peek() == '*';
  return RegexCursor::Refuse(at, is_star ? "`*` " + WithoutBound(0) : "`+` " + WithoutBound(1));
}

Result<RegexParser::Counts> RegexParser::ParseBraces() {
  const size_t begin = cursor_.at() - 1;
  const auto min = ParseCount();
  if (!min) return Fail(min.error());
  if (cursor_.Take("}")) {
    if (*min == 0)
      return RegexCursor::Refuse(begin, "{0} matches nothing: remove what it repeats.");
    return Counts{*min, *min};
  }
  if (!cursor_.Take(",")) {
    return RegexCursor::Refuse(begin,
                               "A repeat is {n} or {n,m}, without spaces: write \\{ for the "
                               "character.");
  }
  if (cursor_.Take("}")) {
    return RegexCursor::Refuse(begin, "`{" + Number(*min) + ",}` " + WithoutBound(*min));
  }
  const auto max = ParseCount();
  if (!max) return Fail(max.error());
  if (!cursor_.Take("}")) {
    return RegexCursor::Refuse(begin, "This repeat has no end: write } after its counts.");
  }
  if (*max < *min) {
    return RegexCursor::Refuse(begin, "A repeat's second count is the greater: write {" +
                                          Number(*max) + "," + Number(*min) + "}.");
  }
  if (*max == 0)
    return RegexCursor::Refuse(begin, "{0,0} matches nothing: remove what it repeats.");
  return Counts{*min, *max};
}

Result<uint32_t> RegexParser::ParseCount() {
  const size_t begin = cursor_.at();
  uint32_t count = 0;
  while (Digits().test(static_cast<uint8_t>(cursor_.Peek()) & 0x7F)) {
    if (cursor_.at() > begin && count == 0) {
      return RegexCursor::Refuse(begin, "A count has no leading zeros.");
    }
    count = count * 10 + static_cast<uint32_t>(cursor_.Peek() - '0');
    if (count > kMaxCount) {
      return RegexCursor::Refuse(begin, "The greatest count is " + Number(kMaxCount) + ".");
    }
    cursor_.Skip();
  }
  if (cursor_.at() == begin) {
    return RegexCursor::Refuse(begin,
                               "A count is missing: a repeat is {n} or {n,m}, such as {0,3}; write "
                               "\\{ for the character.");
  }
  return count;
}

Status RegexParser::CheckAfterRepeat() const {
  const char byte = cursor_.Peek();
  if (byte == '?') {
    return RegexCursor::Refuse(cursor_.at(),
                               "`?` after a repeat makes it lazy: remove it; every end is tried "
                               "anyway.");
  }
  if (byte == '+') {
    return RegexCursor::Refuse(cursor_.at(), "`+` after a repeat makes it possessive: remove it.");
  }
  if (IsRepeatSign(byte)) {
    return RegexCursor::Refuse(cursor_.at(), "A repeat of a repeat: write (?:…) around the first.");
  }
  return {};
}

Result<RegexNode> RegexParser::Repeated(RegexNode child, Counts counts, size_t at) {
  if (counts.max * child.max_width > kMaxRegexWidth) return RegexCursor::Refuse(at, TooWide());
  if (counts.min == 1 && counts.max == 1) return child;
  RegexNode node = MakeRepeat(std::move(child), counts.min, counts.max);
  if (node.expanded_nodes > kMaxRegexExpandedNodes) return RegexCursor::Refuse(at, TooLarge());
  return node;
}

}  // namespace gatepost
