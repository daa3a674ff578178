#include "match/prefix_table.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <string_view>
#include <utility>

namespace gatepost {
namespace {

constexpr uint32_t kAll = ~uint32_t{0};

// How the commonest words of English begin, with what stands behind short ones.
constexpr auto kCommonWords = std::to_array<std::string_view>({
    "the ", "and ", "that", "this", "with", "from", "your", "have", "will", "for ", "are ", "not ",
    "you ", "all ", "can ", "was ", "our ", "has ", "but ", "more", "when", "what", "ther", "they",
    "were", "been", "whic", "thei", "abou", "into", "only", "time", "some", "than", "then", "them",
    "thes", "also", "any ", "its ", "out ", "one ", "use ", "see ", "how ", "who ", "new ", "now ",
    "get ", "here", "over", "afte", "othe", "firs", "peop", "plea", "toda", "coun", "work", "need",
    "make", "find", "like", "just", "help", "know", "take", "to b", "to t", "of t", "in t", "is a",
    "is t", "on t", "it i", "be a", "by t", "as a", "at t", "or t", "if y", "we a", "an a", "so t",
});

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

}  // namespace

std::vector<uint32_t> PrefixTable::FoldedSets(const Nfa& nfa) {
  std::vector<uint32_t> folded_sets;
  for (const ByteSet& set : nfa.sets()) {
    uint32_t& folded = folded_sets.emplace_back(0);
    for (uint32_t byte = 0; byte < set.size(); ++byte) {
      if (set.test(byte)) folded |= 1U << Folded(byte);
    }
  }
  return folded_sets;
}

// Makes the tables of one automaton.
class PrefixTable::Maker {
 public:
  Maker(const Nfa& nfa, std::span<const Nfa::Node> starts)
      : nfa_(nfa), folded_sets_(FoldedSets(nfa)), closures_(nfa), rows_(kRows) {
    for (const Nfa::Node start : starts) {
      std::array<Nodes, 128> seconds;  // by the first byte the nodes behind it
      for (const Nfa::NodeData& node : closures_.Of(start).nodes) {
        for (size_t byte = 0; byte < seconds.size(); ++byte) {
          if (nfa_.SetOf(node).test(byte)) Insert(node.next(), seconds[byte]);
        }
      }
      for (size_t first = 0; first < seconds.size(); ++first) {
        if (!seconds[first].empty()) Add(first, seconds[first]);
      }
    }
  }

  // The rows, to be taken once, and the strings under hashes by a factor.
  [[nodiscard]] std::vector<Row> TakeRows() { return std::move(rows_); }
  [[nodiscard]] std::vector<uint64_t> SlotsBy(uint32_t factor) const {
    std::vector<uint64_t> slots(kSlotWords, 0);
    for (const uint32_t string : all_strings_) {
      const size_t slot = SlotOfFolded(string, factor);
      slots[slot / 64] |= uint64_t{1} << slot % 64;
    }
    return slots;
  }

 private:
  using Nodes = std::vector<Nfa::Node>;
  // Behind a first byte of one regex, more strings of three than this are too many for slots.
  static constexpr size_t kMany = 500;

  // Those that end up twice cost time, no more.
  static void Insert(Nfa::Node node, Nodes& nodes) {
    if (nodes.empty() || nodes.back() != node) nodes.push_back(node);
  }

  template <class Use>
  static void ForEachBit(uint32_t bits, Use use) {
    for (; bits != 0; bits &= bits - 1) use(static_cast<size_t>(std::countr_zero(bits)));
  }

  // The bytes that may stand at the node, folded; all if a match may end there.
  uint32_t BytesAt(Nfa::Node node) {
    const Reached& reached = closures_.Of(node);
    uint32_t bytes = reached.may_end ? kAll : 0;
    for (const Nfa::NodeData& each : reached.nodes) bytes |= folded_sets_[each.set()];
    return bytes;
  }

  // By the byte that stands at one of the nodes what may stand behind it.
  struct Next {
    std::array<Nodes, kFoldedBytes> nodes;
    bool may_end = false;
  };
  Next After(const Nodes& nodes) {
    Next next;
    for (const Nfa::Node node : nodes) {
      const Reached& reached = closures_.Of(node);
      next.may_end |= reached.may_end;
      for (const Nfa::NodeData& each : reached.nodes) {
        ForEachBit(folded_sets_[each.set()],
                   [&](size_t byte) { Insert(each.next(), next.nodes[byte]); });
      }
    }
    return next;
  }

  // What stands behind a first byte at the nodes.
  void Add(size_t first, const Nodes& nodes) {
    std::vector<uint32_t> strings;
    if (!AddStrings(first, nodes, strings)) return AddRows(first, nodes, &Row::dense);
    AddRows(first, nodes, &Row::sparse);
    all_strings_.insert(all_strings_.end(), strings.begin(), strings.end());
  }

  void AddRows(size_t first, const Nodes& nodes, uint32_t Row::*thirds) {
    Row* const rows = &rows_[first * kFoldedBytes];
    const Next seconds = After(nodes);
    for (size_t second = 0; second < kFoldedBytes; ++second) {
      if (seconds.may_end) rows[second].*thirds = kAll;
      for (const Nfa::Node node : seconds.nodes[second]) rows[second].*thirds |= BytesAt(node);
    }
  }

  // All strings of four that begin with `first`, folded as in SlotOf; false if they are too many.
  bool AddStrings(size_t first, const Nodes& nodes, std::vector<uint32_t>& strings) {
    // Behind a match anything may stand, and it may be short.
    const Next seconds = After(nodes);
    if (seconds.may_end) return false;
    for (size_t second = 0; second < kFoldedBytes; ++second) {
      if (seconds.nodes[second].empty()) continue;
      const Next thirds = After(seconds.nodes[second]);
      if (thirds.may_end) return false;
      for (size_t third = 0; third < kFoldedBytes; ++third) {
        uint32_t fourths = 0;
        for (const Nfa::Node node : thirds.nodes[third]) fourths |= BytesAt(node);
        ForEachBit(fourths, [&](size_t fourth) {
          strings.push_back(
              static_cast<uint32_t>(first << 15 | second << 10 | third << 5 | fourth));
        });
        if (strings.size() > kMany) return false;
      }
    }
    return true;
  }

  const Nfa& nfa_;
  std::vector<uint32_t> all_strings_;  // of what is sparse, folded as in SlotOf
  std::vector<uint32_t> folded_sets_;
  Closures closures_;
  std::vector<Row> rows_;
};

std::optional<PrefixTable> PrefixTable::Of(uint32_t factor, SharedList<Row> rows,
                                           SharedList<uint64_t> slots) {
  if (rows.size() != kRows || slots.size() != kSlotWords) return std::nullopt;
  PrefixTable table;
  table.factor_ = factor;
  table.rows_ = std::move(rows);
  table.slots_ = std::move(slots);
  return table;
}

size_t PrefixTable::CommonWordsLeft() const {
  return static_cast<size_t>(
      std::count_if(kCommonWords.begin(), kCommonWords.end(), [this](std::string_view word) {
        uint32_t bytes = 0;
        for (size_t i = 0; i < word.size(); ++i) {
          bytes |= uint32_t{static_cast<uint8_t>(word[i])} << (8 * i);
        }
        return MayBegin(bytes);
      }));
}

// Of some hashes that are as good as each other the one by which the fewest words that every text
// is full of fall upon something.
PrefixTable::PrefixTable(const Nfa& nfa, std::span<const Nfa::Node> starts) {
  Maker maker(nfa, starts);
  PrefixTable table;
  table.rows_ = maker.TakeRows();
  constexpr uint32_t kFactor = 0x9E3779B9;  // 2^32 divided by the golden ratio
  constexpr uint32_t kFactors = 8;
  size_t fewest = kCommonWords.size() + 1;
  for (uint32_t i = 0; i < kFactors && fewest > 0; ++i) {
    table.factor_ = kFactor + 2 * i * 0x01000193;
    table.slots_ = maker.SlotsBy(table.factor_);
    const size_t left = table.CommonWordsLeft();
    if (left >= fewest) continue;
    fewest = left;
    *this = table;
  }
}

}  // namespace gatepost
