#include "regex/regex_node.h"

#include <algorithm>
#include <utility>

namespace gatepost {

// None of the sums overflows: the parser keeps every node within kMaxRegexWidth and
// kMaxRegexExpandedNodes, a node has at most kMaxRegexSourceBytes children, a count is at most 128.

RegexNode MakeClass(const ByteSet& bytes) {
  RegexNode node;
  node.kind = RegexNode::Kind::kClass;
  node.bytes = bytes;
  node.min_width = 1;
  node.max_width = 1;
  return node;
}

RegexNode MakeConcat(std::vector<RegexNode> children) {
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  RegexNode node;
  node.kind = RegexNode::Kind::kConcat;
  for (const RegexNode& child : children) {
    node.min_width += child.min_width;
    node.max_width += child.max_width;
    node.expanded_nodes += child.expanded_nodes;
  }
  node.children = std::move(children);
  return node;
}

RegexNode MakeAlternate(std::vector<RegexNode> children) {
  if (children.size() == 1) return std::move(children.front());
  RegexNode node;
  node.kind = RegexNode::Kind::kAlternate;
  node.min_width = children.front().min_width;
  for (const RegexNode& child : children) {
    node.min_width = std::min(node.min_width, child.min_width);
    node.max_width = std::max(node.max_width, child.max_width);
    node.expanded_nodes += child.expanded_nodes;
  }
  node.children = std::move(children);
  return node;
}

RegexNode MakeRepeat(RegexNode child, uint32_t min_count, uint32_t max_count) {
  RegexNode node;
  node.kind = RegexNode::Kind::kRepeat;
  node.min_count = min_count;
  node.max_count = max_count;
  node.min_width = min_count * child.min_width;
  node.max_width = max_count * child.max_width;
  node.expanded_nodes += max_count * child.expanded_nodes;
  node.children.push_back(std::move(child));
  return node;
}

}  // namespace gatepost
