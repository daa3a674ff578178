#include "regex/nfa.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace gatepost {

Nfa::Node Nfa::Add(const RegexNode& root, uint32_t number) {
  return Build(root, AddAccept(number));
}

Nfa::Node Nfa::Add(const ClassString& run, size_t first, uint32_t number) {
  Node next = AddAccept(number);
  for (size_t i = run.steps.size(); i-- > first;) {
    const RunStep& step = run.steps[i];
    const Node behind_gap = AddBytes(step.bytes, next);
    next = behind_gap;
    if (i == first) break;
    for (uint32_t width = 0; width < step.gap.max; ++width) {
      next = AddFork(behind_gap, AddBytes(step.gap.bytes, next));
    }
  }
  return next;
}

std::optional<Nfa> Nfa::Of(SharedList<NodeData> nodes, std::vector<ByteSet> sets,
                           uint32_t numbers) {
  // Tens of thousands of nodes at each start of a program: numbers alone, so that the compiler can
  // take many at once.
  const auto count = static_cast<uint32_t>(nodes.size());
  const auto set_count = static_cast<uint32_t>(sets.size());
  uint32_t wrong = 0;
  for (const NodeData& node : nodes) {
    const auto kind = static_cast<uint32_t>(node.kind());
    const uint32_t next_below = kind == static_cast<uint32_t>(Kind::kAccept) ? numbers : count;
    const uint32_t rest_below = kind == static_cast<uint32_t>(Kind::kBytes) ? set_count : count;
    wrong |= static_cast<uint32_t>(kind > static_cast<uint32_t>(Kind::kAccept)) |
             static_cast<uint32_t>(node.next() >= next_below) |
             static_cast<uint32_t>(node.other() >= rest_below);
  }
  if (wrong != 0) return std::nullopt;
  Nfa nfa;
  nfa.kept_nodes_ = std::move(nodes);
  nfa.sets_ = std::move(sets);
  return nfa;
}

ByteSet Nfa::FirstBytes(Node from) const {
  const NodeData& node = nodes()[from];
  if (node.kind() == Kind::kBytes) return SetOf(node);
  if (node.kind() == Kind::kAccept) return {};
  return FirstBytes(node.next()) | FirstBytes(node.other());
}

std::vector<Nfa::Node> Nfa::Closed(std::span<const Node> from) const {
  std::vector<bool> is_seen(nodes().size());
  std::vector<Node> closed;
  std::vector<Node> to_visit(from.begin(), from.end());
  while (!to_visit.empty()) {
    const Node at = to_visit.back();
    to_visit.pop_back();
    if (is_seen[at]) continue;
    is_seen[at] = true;
    const NodeData& node = nodes()[at];
    if (node.kind() == Kind::kBytes) closed.push_back(at);
    if (node.kind() != Kind::kFork) continue;
    to_visit.push_back(node.next());
    to_visit.push_back(node.other());
  }
  std::sort(closed.begin(), closed.end());
  return closed;
}

// From behind: where a part leads is known before the part is made.
Nfa::Node Nfa::Build(const RegexNode& node, Node next) {
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      return next;
    case RegexNode::Kind::kClass:
      return AddBytes(node.bytes, next);
    case RegexNode::Kind::kConcat:
      for (size_t i = node.children.size(); i-- > 0;) next = Build(node.children[i], next);
      return next;
    case RegexNode::Kind::kAlternate: {
      Node all = Build(node.children.back(), next);
      for (size_t i = node.children.size() - 1; i-- > 0;) {
        all = AddFork(Build(node.children[i], next), all);
      }
      return all;
    }
    case RegexNode::Kind::kRepeat:
      return BuildRepeat(node, next);
  }
  return next;
}

Nfa::Node Nfa::BuildRepeat(const RegexNode& node, Node next) {
  const RegexNode& child = node.children.front();
  const Node exit = next;
  for (uint32_t copy = node.min_count; copy < node.max_count; ++copy) {
    next = AddFork(Build(child, next), exit);
  }
  for (uint32_t copy = 0; copy < node.min_count; ++copy) next = Build(child, next);
  return next;
}

Nfa::Node Nfa::AddBytes(const ByteSet& bytes, Node next) {
  assert(kept_nodes_.empty());
  const auto [known, is_new] =
      set_numbers_.emplace(bytes.to_string(), static_cast<uint32_t>(sets_.size()));
  if (is_new) sets_.push_back(bytes);
  nodes_.emplace_back(Kind::kBytes, next, known->second);
  return static_cast<Node>(nodes_.size() - 1);
}

Nfa::Node Nfa::AddFork(Node next, Node other) {
  assert(kept_nodes_.empty());
  nodes_.emplace_back(Kind::kFork, next, other);
  return static_cast<Node>(nodes_.size() - 1);
}

Nfa::Node Nfa::AddAccept(uint32_t number) {
  assert(kept_nodes_.empty());
  nodes_.emplace_back(Kind::kAccept, number, 0U);
  return static_cast<Node>(nodes_.size() - 1);
}

}  // namespace gatepost
