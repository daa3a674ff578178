#include "match/prefix_table.h"

#include <algorithm>
#include <bit>
#include <deque>
#include <map>
#include <utility>
#include <vector>

namespace gatepost {
namespace {

constexpr uint32_t kAll = ~uint32_t{0};

// What can be reached without reading a byte.
struct Reached {
  std::vector<Nfa::NodeData> nodes;  // for bytes
  bool may_end = false;              // a match may end here
};

// The same of each node, worked out once.
class Closures {
 public:
  explicit Closures(const Nfa& nfa)
      : nfa_(nfa), seen_(nfa.nodes().size(), 0), known_(nfa.nodes().size(), kUnknown) {}

  const Reached& Of(Nfa::Node from) {
    if (known_[from] == kUnknown) {
      ++number_;
      Reached reached;
      Visit(from, reached);
      known_[from] = all_.size();
      all_.push_back(std::move(reached));
    }
    return all_[known_[from]];
  }

 private:
  static constexpr size_t kUnknown = ~size_t{0};

  void Visit(Nfa::Node at, Reached& reached) {
    while (seen_[at] != number_) {
      seen_[at] = number_;
      const Nfa::NodeData& node = nfa_.nodes()[at];
      if (node.kind() == Nfa::Kind::kFork) {
        Visit(node.next(), reached);
        at = node.other();
        continue;
      }
      if (node.kind() == Nfa::Kind::kBytes) reached.nodes.push_back(node);
      reached.may_end |= node.kind() == Nfa::Kind::kAccept;
    }
  }

  const Nfa& nfa_;
  std::vector<uint64_t> seen_;
  std::vector<size_t> known_;  // places in all_
  std::deque<Reached> all_;
  uint64_t number_ = 0;
};

// Of each set of the automaton, its bytes folded, a bit each.
std::vector<uint32_t> FoldedSets(const Nfa& nfa) {
  std::vector<uint32_t> folded_sets;
  for (const ByteSet& set : nfa.sets()) {
    uint32_t& folded = folded_sets.emplace_back(0);
    for (size_t byte = 0; byte < set.size(); ++byte) {
      if (set.test(byte)) folded |= 1U << kFoldedForPrefix[byte];
    }
  }
  return folded_sets;
}

}  // namespace

// Makes the table of one automaton. What the same nodes stand behind is made once.
class PrefixTable::Maker {
 public:
  explicit Maker(const Nfa& nfa) : nfa_(nfa), folded_sets_(FoldedSets(nfa)), closures_(nfa) {
    BlockOf({});  // what begins nothing
  }

  void Make(std::span<const Nfa::Node> starts) {
    std::vector<Nodes> seconds(kRows / kFoldedBytes);  // by the first byte the nodes behind it
    for (const Nfa::Node start : starts) {
      for (const Nfa::NodeData& node : closures_.Of(start).nodes) {
        for (size_t byte = 0; byte < seconds.size(); ++byte) {
          if (nfa_.SetOf(node).test(byte)) seconds[byte].push_back(node.next());
        }
      }
    }
    for (Nodes& nodes : seconds) {
      const Row& row = RowOf(Sorted(std::move(nodes)));
      blocks_.insert(blocks_.end(), row.begin(), row.end());
    }
  }

  [[nodiscard]] std::vector<uint16_t> TakeBlocks() { return std::move(blocks_); }
  [[nodiscard]] std::vector<uint32_t> TakeFourths() { return std::move(fourths_); }

 private:
  using Nodes = std::vector<Nfa::Node>;
  using Row = std::array<uint16_t, kFoldedBytes>;    // by the second byte, folded
  using Block = std::array<uint32_t, kFoldedBytes>;  // by the third byte, folded

  static Nodes Sorted(Nodes nodes) {
    std::sort(nodes.begin(), nodes.end());
    nodes.erase(std::unique(nodes.begin(), nodes.end()), nodes.end());
    return nodes;
  }

  template <class Use>
  static void ForEachBit(uint32_t bits, Use use) {
    for (; bits != 0; bits &= bits - 1) use(static_cast<size_t>(std::countr_zero(bits)));
  }

  bool MayEnd(const Nodes& nodes) {
    return std::any_of(nodes.begin(), nodes.end(),
                       [this](Nfa::Node node) { return closures_.Of(node).may_end; });
  }

  // The bytes that may stand at the node, folded; all if a match may end there.
  uint32_t BytesAt(Nfa::Node node) {
    const Reached& reached = closures_.Of(node);
    uint32_t bytes = reached.may_end ? kAll : 0;
    for (const Nfa::NodeData& each : reached.nodes) bytes |= folded_sets_[each.set()];
    return bytes;
  }

  // Behind a first byte at these nodes. Behind a match anything may stand, and it may be short.
  const Row& RowOf(const Nodes& nodes) {
    const auto [known, is_new] = rows_.try_emplace(nodes);
    if (!is_new) return known->second;
    Row& row = known->second;
    if (MayEnd(nodes)) {
      row.fill(BlockOfAll());
      return row;
    }
    std::array<Nodes, kFoldedBytes> seconds;
    for (const Nfa::Node node : nodes) {
      for (const Nfa::NodeData& each : closures_.Of(node).nodes) {
        ForEachBit(folded_sets_[each.set()],
                   [&](size_t byte) { seconds[byte].push_back(each.next()); });
      }
    }
    for (size_t byte = 0; byte < row.size(); ++byte) {
      row[byte] = BlockOf(Sorted(std::move(seconds[byte])));
    }
    return row;
  }

  // Behind a first and a second byte at these nodes.
  uint16_t BlockOf(const Nodes& nodes) {
    if (MayEnd(nodes)) return BlockOfAll();
    const auto [known, is_new] = block_numbers_.try_emplace(nodes);
    if (!is_new) return known->second;
    Block fourths{};
    for (const Nfa::Node node : nodes) {
      for (const Nfa::NodeData& each : closures_.Of(node).nodes) {
        const uint32_t bytes = BytesAt(each.next());
        ForEachBit(folded_sets_[each.set()], [&](size_t third) { fourths[third] |= bytes; });
      }
    }
    return known->second = NumberOf(fourths);
  }

  uint16_t BlockOfAll() {
    Block fourths;
    fourths.fill(kAll);
    return NumberOf(fourths);
  }

  // Of the block, which is kept once. There are no more of them than rows and two: of what begins
  // nothing, and of what anything may stand behind.
  uint16_t NumberOf(const Block& fourths) {
    static_assert(kRows + 2 <= UINT16_MAX);
    const auto number = static_cast<uint16_t>(by_content_.size());
    const auto [known, is_new] = by_content_.try_emplace(fourths, number);
    if (is_new) fourths_.insert(fourths_.end(), fourths.begin(), fourths.end());
    return known->second;
  }

  const Nfa& nfa_;
  std::vector<uint32_t> folded_sets_;
  Closures closures_;
  std::map<Nodes, Row> rows_;
  std::map<Nodes, uint16_t> block_numbers_;
  std::map<Block, uint16_t> by_content_;
  std::vector<uint16_t> blocks_;
  std::vector<uint32_t> fourths_;
};

PrefixTable::PrefixTable(const Nfa& nfa, std::span<const Nfa::Node> starts) {
  Maker maker(nfa);
  maker.Make(starts);
  blocks_ = maker.TakeBlocks();
  fourths_ = maker.TakeFourths();
}

std::optional<PrefixTable> PrefixTable::Of(SharedList<uint16_t> blocks,
                                           SharedList<uint32_t> fourths) {
  const size_t there = fourths.size() / kFoldedBytes;
  const bool are_there =
      std::all_of(blocks.begin(), blocks.end(), [there](uint16_t block) { return block < there; });
  if (blocks.size() != kRows || !are_there) return std::nullopt;
  PrefixTable table;
  table.blocks_ = std::move(blocks);
  table.fourths_ = std::move(fourths);
  return table;
}

}  // namespace gatepost
