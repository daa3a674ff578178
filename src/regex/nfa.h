#pragma once

// The regexes of many patterns as one automaton that reads a byte at a time (Thompson 1968): what a
// deterministic one is made from, state by state, when it is needed.
//
// Repeats are bounded, so they are written out and there are no loops: of a regex come about
// RegexNode::expanded_nodes nodes.

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/shared_list.h"
#include "regex/regex.h"
#include "regex/trigger.h"

namespace gatepost {

class Nfa {
 public:
  using Node = uint32_t;  // its place in nodes()

  enum class Kind : uint8_t {
    kBytes,   // a byte of the set `set` leads to `next`
    kFork,    // goes on at `next` and at `other`
    kAccept,  // what ends here is a match; `next` is what was added
  };
  class NodeData {
   public:
    NodeData() = default;
    NodeData(Kind kind, uint32_t next, uint32_t set_or_other)
        : next_(next), rest_(static_cast<uint32_t>(kind) << kRestBits | set_or_other) {}
    [[nodiscard]] Kind kind() const { return static_cast<Kind>(rest_ >> kRestBits); }
    [[nodiscard]] uint32_t next() const { return next_; }
    [[nodiscard]] uint32_t set() const { return rest_ & kRestMask; }
    [[nodiscard]] Node other() const { return rest_ & kRestMask; }

   private:
    static constexpr uint32_t kRestBits = 30;
    static constexpr uint32_t kRestMask = (1U << kRestBits) - 1;
    uint32_t next_ = 0;
    uint32_t rest_ = 0;
  };

  // All that `root` matches, and of a run of classes what stands from its step `first` on. The node
  // to begin at; where a match ends stands an accepting node with this number.
  [[nodiscard]] Node Add(const RegexNode& root, uint32_t number);
  [[nodiscard]] Node Add(const ClassString& run, size_t first, uint32_t number);

  [[nodiscard]] std::span<const NodeData> nodes() const {
    return kept_nodes_.empty() ? std::span(nodes_) : kept_nodes_.all();
  }
  [[nodiscard]] const ByteSet& SetOf(const NodeData& node) const { return sets_[node.set()]; }
  [[nodiscard]] const std::vector<ByteSet>& sets() const { return sets_; }
  // What may be read first from there.
  [[nodiscard]] ByteSet FirstBytes(Node from) const;
  // Of all nodes that are reached from these without reading a byte those of kBytes, ascending.
  [[nodiscard]] std::vector<Node> Closed(std::span<const Node> from) const;

  // Of nodes and sets that are another's, and whose accepting nodes have numbers below `numbers`;
  // nullopt if one of them leads to none. Nothing can be added to it.
  [[nodiscard]] static std::optional<Nfa> Of(SharedList<NodeData> nodes, std::vector<ByteSet> sets,
                                             uint32_t numbers);

 private:
  // What matches `node` and then goes on at `next`.
  Node Build(const RegexNode& node, Node next);
  Node BuildRepeat(const RegexNode& node, Node next);
  Node AddBytes(const ByteSet& bytes, Node next);
  Node AddFork(Node next, Node other);
  Node AddAccept(uint32_t number);

  std::vector<NodeData> nodes_;
  SharedList<NodeData> kept_nodes_;  // in their stead, if they are another's
  std::vector<ByteSet> sets_;
  std::map<std::string, uint32_t> set_numbers_;
};

}  // namespace gatepost
