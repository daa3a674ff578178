#pragma once

// All regexes of an automaton run at once from one place of a text, a table look-up a byte.
//
// Which nodes can be reached by the bytes read so far is one state; its row says for each byte
// which state follows. Rows are made when they are first needed: real text needs some thousands of
// the states that there could be. What they take in memory is bounded: when there is no more room
// all are forgotten, and those that are needed made again.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/shared_list.h"
#include "base/zeroed_array.h"
#include "regex/nfa.h"

namespace gatepost {

// A match of what was added to the automaton under `number` ends there.
struct AcceptedEnd {
  uint32_t number = 0;
  uint32_t end = 0;
};

// A place of a text, and what to begin with there.
struct DfaRun {
  uint32_t begin = 0;
  uint16_t start = 0;
};

// Of one worker. Borrows the automaton.
class LazyDfa {
 public:
  // What to begin with, by number: of each as Nfa::Closed gives it. The list is borrowed.
  LazyDfa(const Nfa& nfa, const std::vector<SharedList<Nfa::Node>>& starts);

  // Appends every end at which a match that begins at `begin` can stop, ascending, of the regexes
  // of that start. The text is 7-bit and stands before a NUL.
  void Run(std::string_view text, uint32_t begin, uint16_t start, std::vector<AcceptedEnd>& ends);

  // Appends the places of `runs` at which Run may find an end, in no order; of nearly all others it
  // is found out that it does not. Many runs side by side take less time than one after the other:
  // while one waits for memory the others go on.
  void Sift(std::string_view text, std::span<const DfaRun> runs, std::vector<uint32_t>& left);

  [[nodiscard]] size_t states_made() const { return states_made_; }  // since it was made

 private:
  static constexpr uint32_t kPrefixBytes = 4;
  static constexpr size_t kPrefixBits = 14;
  static constexpr uint32_t kRowBytes = 128;
  static constexpr uint8_t kByteMask = kRowBytes - 1;
  // What a row holds beside numbers of states.
  static constexpr uint16_t kDead = 0;
  static constexpr uint16_t kUnknown = 1;
  static constexpr uint32_t kAccepts = 0x8000;  // with the number of a state: a match ends there
  static constexpr size_t kMaxStates = 16384;   // 4 MiB of rows
  static constexpr size_t kMaxSetNodes = size_t{1} << 21;  // 8 MiB

  // A line of memory for the small letters, and one for the capitals.
  struct alignas(64) Row {
    std::array<uint16_t, kRowBytes> next;
  };

  struct State {
    size_t nodes_begin = 0;  // in nodes_, of bytes alone
    size_t nodes_end = 0;
    size_t accepted_begin = 0;  // in accepted_
    size_t accepted_end = 0;
  };

  // Where some bytes lead from a start: the state, kDead, or kUnknown if a match ends within them.
  // Most texts begin their words with the same few strings.
  struct Prefix {
    uint32_t bytes = 0;
    uint16_t start_plus_one = 0;  // 0: nothing is kept
    uint16_t state = kDead;
  };

  // Where it is kept, if it is not another's.
  Prefix& SlotOf(uint32_t bytes, uint16_t start) {
    // 2^32 divided by the golden ratio
    return prefixes_[((bytes ^ uint32_t{start} << 7) * 0x9E3779B9U) >> (32 - kPrefixBits)];
  }
  const Prefix& PrefixOf(const char* from, uint16_t start);
  void MakePrefix(const char* from, uint16_t start, Prefix& prefix);

  static constexpr size_t kLanes = 16;
  struct Lane {
    const char* at;
    uint32_t state;
    uint32_t begin;
  };
  // The same of kLanes runs at most.
  void SiftSome(std::string_view text, std::span<const DfaRun> runs, std::vector<uint32_t>& left);
  // Reads on until each of them is dead or left.
  void RunOn(std::span<Lane> lanes, const char* end, std::vector<uint32_t>& left) const;
  void RunFrom(std::string_view text, uint32_t at, uint32_t state, std::vector<AcceptedEnd>& ends);

  uint32_t StartState(uint16_t start) {
    const uint32_t state = start_states_[start];
    return state != kUnknown ? state : MakeStart(start);
  }
  uint32_t MakeStart(uint16_t start);
  uint32_t MakeNext(uint32_t state, uint8_t byte);
  // The state that set_ and ends_ are, made if need be, with kAccepts; kDead if they are empty.
  uint16_t StateOfSet();
  [[nodiscard]] bool IsSet(const State& state) const;  // set_ and ends_
  [[nodiscard]] bool HasRoom() const;
  // Adds to set_ and ends_ what can be reached from there without reading a byte.
  void Close(Nfa::Node at);
  void BeginSet();
  void Forget();
  void AppendAccepted(uint32_t state, uint32_t end, std::vector<AcceptedEnd>& ends) const;

  const Nfa& nfa_;
  const std::vector<SharedList<Nfa::Node>>& starts_;
  ZeroedArray<Prefix> prefixes_;        // by their hash
  std::vector<uint16_t> start_states_;  // by start
  std::vector<Row> rows_;               // by state; those of kDead and kUnknown are never read
  std::vector<State> states_;
  std::vector<Nfa::Node> nodes_;
  std::vector<uint32_t> accepted_;
  std::unordered_multimap<uint64_t, uint16_t> by_hash_;  // states
  size_t states_made_ = 0;
  size_t times_forgotten_ = 0;

  // The set that is being made.
  std::vector<Nfa::Node> set_;  // in any order
  std::vector<uint32_t> ends_;  // ascending
  std::vector<uint16_t> seen_;  // by node: the number of the set that it was last added to
  uint16_t set_number_ = 0;
  std::vector<Nfa::Node> to_close_;
};

}  // namespace gatepost
