// The tree written out for RE2. Repeats stay repeats: RE2 allows counts up to 1000, nested ones
// multiplied, and kMaxRegexWidth keeps that product at 128.

#include "regex/byte_set.h"
#include "regex/regex.h"

namespace gatepost {
namespace {

void AppendNode(const RegexNode& node, std::string& out);

void AppendGroup(const RegexNode& node, std::string& out) {
  const bool needs_group = node.kind != RegexNode::Kind::kClass;
  if (needs_group) out += "(?:";
  AppendNode(node, out);
  if (needs_group) out += ')';
}

void AppendAlternatives(const RegexNode& node, std::string& out) {
  bool is_first = true;
  for (const RegexNode& child : node.children) {
    if (!is_first) out += '|';
    is_first = false;
    AppendNode(child, out);
  }
}

void AppendCounts(const RegexNode& node, std::string& out) {
  if (node.min_count == 0 && node.max_count == 1) {
    out += '?';
    return;
  }
  out += '{' + std::to_string(node.min_count);
  if (node.max_count != node.min_count) out += ',' + std::to_string(node.max_count);
  out += '}';
}

void AppendNode(const RegexNode& node, std::string& out) {
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      return;
    case RegexNode::Kind::kClass:
      out += ToClassSource(node.bytes);
      return;
    case RegexNode::Kind::kConcat:
      for (const RegexNode& child : node.children) {
        if (child.kind == RegexNode::Kind::kAlternate) {
          AppendGroup(child, out);
        } else {
          AppendNode(child, out);
        }
      }
      return;
    case RegexNode::Kind::kAlternate:
      AppendAlternatives(node, out);
      return;
    case RegexNode::Kind::kRepeat:
      AppendGroup(node.children.front(), out);
      AppendCounts(node, out);
      return;
  }
}

}  // namespace

std::string ToRe2(const Regex& regex) {
  std::string source;
  AppendNode(regex.root(), source);
  return source;
}

}  // namespace gatepost
