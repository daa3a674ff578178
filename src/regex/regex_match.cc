// Matching by simulation: the set of places where a node can stop follows from the set of places
// where it can start, so each node of the expanded tree is visited once, whatever the text.

#include <algorithm>
#include <bit>
#include <bitset>
#include <cstdint>

#include "regex/regex.h"

namespace gatepost {
namespace {

// Offsets from where the match begins, a bit each. Most texts are short.
using FewPlaces = uint64_t;
using ManyPlaces = std::bitset<kMaxRegexWidth + 1>;

bool IsNone(FewPlaces places) { return places == 0; }
bool IsNone(const ManyPlaces& places) { return places.none(); }

FewPlaces EndsOfClass(const ByteSet& bytes, std::string_view text, FewPlaces begins) {
  FewPlaces ends = 0;
  for (; begins != 0; begins &= begins - 1) {
    const auto at = static_cast<size_t>(std::countr_zero(begins));
    if (at >= text.size()) break;
    const auto byte = static_cast<uint8_t>(text[at]);
    if (byte < bytes.size() && bytes.test(byte)) ends |= FewPlaces{2} << at;
  }
  return ends;
}

ManyPlaces EndsOfClass(const ByteSet& bytes, std::string_view text, const ManyPlaces& begins) {
  ManyPlaces ends;
  const size_t last = std::min<size_t>(text.size(), kMaxRegexWidth);
  for (size_t at = 0; at < last; ++at) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (begins.test(at) && byte < bytes.size() && bytes.test(byte)) ends.set(at + 1);
  }
  return ends;
}

template <class Places>
Places EndsOf(const RegexNode& node, std::string_view text, const Places& begins);

template <class Places>
Places EndsOfRepeat(const RegexNode& node, std::string_view text, const Places& begins) {
  Places ends{};
  Places current = begins;
  if (node.min_count == 0) ends = begins;
  for (uint32_t count = 1; count <= node.max_count && !IsNone(current); ++count) {
    current = EndsOf(node.children.front(), text, current);
    if (count >= node.min_count) ends |= current;
  }
  return ends;
}

template <class Places>
Places EndsOf(const RegexNode& node, std::string_view text, const Places& begins) {
  Places ends{};
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      return begins;
    case RegexNode::Kind::kClass:
      return EndsOfClass(node.bytes, text, begins);
    case RegexNode::Kind::kConcat:
      ends = begins;
      for (const RegexNode& child : node.children) {
        ends = EndsOf(child, text, ends);
        if (IsNone(ends)) break;
      }
      return ends;
    case RegexNode::Kind::kAlternate:
      for (const RegexNode& child : node.children) ends |= EndsOf(child, text, begins);
      return ends;
    case RegexNode::Kind::kRepeat:
      return EndsOfRepeat(node, text, begins);
  }
  return ends;
}

}  // namespace

std::vector<uint32_t> MatchEnds(const Regex& regex, std::string_view text, uint32_t begin) {
  const auto places = EndsOf(regex.root(), text.substr(begin), ManyPlaces(1));
  std::vector<uint32_t> ends;
  for (uint32_t width = 0; width < places.size(); ++width) {
    if (places.test(width)) ends.push_back(begin + width);
  }
  return ends;
}

bool MatchesWhole(const Regex& regex, std::string_view text) {
  if (text.size() < regex.min_width() || text.size() > regex.max_width()) return false;
  constexpr size_t kMostFew = 63;
  if (text.size() > kMostFew) return EndsOf(regex.root(), text, ManyPlaces(1)).test(text.size());
  return (EndsOf(regex.root(), text, FewPlaces{1}) >> text.size() & 1) != 0;
}

}  // namespace gatepost
