// Matching by simulation: the set of places where a node can stop follows from the set of places
// where it can start, so each node of the expanded tree is visited once, whatever the text.

#include <algorithm>
#include <bitset>

#include "regex/regex.h"

namespace gatepost {
namespace {

// Offsets from where the match begins.
using Places = std::bitset<kMaxRegexWidth + 1>;

Places EndsOf(const RegexNode& node, std::string_view text, const Places& begins);

Places EndsOfClass(const ByteSet& bytes, std::string_view text, const Places& begins) {
  Places ends;
  const size_t last = std::min<size_t>(text.size(), kMaxRegexWidth);
  for (size_t at = 0; at < last; ++at) {
    const auto byte = static_cast<uint8_t>(text[at]);
    if (begins.test(at) && byte < bytes.size() && bytes.test(byte)) ends.set(at + 1);
  }
  return ends;
}

Places EndsOfRepeat(const RegexNode& node, std::string_view text, const Places& begins) {
  Places ends;
  Places current = begins;
  if (node.min_count == 0) ends = begins;
  for (uint32_t count = 1; count <= node.max_count && current.any(); ++count) {
    current = EndsOf(node.children.front(), text, current);
    if (count >= node.min_count) ends |= current;
  }
  return ends;
}

Places EndsOf(const RegexNode& node, std::string_view text, const Places& begins) {
  Places ends;
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      return begins;
    case RegexNode::Kind::kClass:
      return EndsOfClass(node.bytes, text, begins);
    case RegexNode::Kind::kConcat:
      ends = begins;
      for (const RegexNode& child : node.children) {
        ends = EndsOf(child, text, ends);
        if (ends.none()) break;
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

Places EndsOf(const Regex& regex, std::string_view text) {
  Places start;
  start.set(0);
  return EndsOf(regex.root(), text, start);
}

}  // namespace

std::vector<uint32_t> MatchEnds(const Regex& regex, std::string_view text, uint32_t begin) {
  const Places places = EndsOf(regex, text.substr(begin));
  std::vector<uint32_t> ends;
  for (uint32_t width = 0; width < places.size(); ++width) {
    if (places.test(width)) ends.push_back(begin + width);
  }
  return ends;
}

bool MatchesWhole(const Regex& regex, std::string_view text) {
  if (text.size() < regex.min_width() || text.size() > regex.max_width()) return false;
  return EndsOf(regex, text).test(text.size());
}

}  // namespace gatepost
