#include "match/lazy_dfa.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace gatepost {
namespace {

constexpr uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 divided by the golden ratio

uint64_t Mixed(uint64_t hash) {
  hash *= kFactor;
  return hash ^ hash >> 29;
}

// The same in any order.
uint64_t HashOfSet(std::span<const uint32_t> numbers) {
  uint64_t hash = 0;
  for (const uint32_t number : numbers) hash += Mixed(number + uint64_t{1});
  return hash;
}

uint64_t HashOf(std::span<const uint32_t> numbers, uint64_t hash) {
  for (const uint32_t number : numbers) hash = Mixed(hash ^ number);
  return hash;
}

}  // namespace

LazyDfa::LazyDfa(const Nfa& nfa, const std::vector<SharedList<Nfa::Node>>& starts)
    : nfa_(nfa),
      starts_(starts),
      prefixes_(size_t{1} << kPrefixBits),
      seen_(nfa.nodes().size(), 0) {
  Forget();
}

void LazyDfa::Forget() {
  ++times_forgotten_;
  start_states_.assign(starts_.size(), kUnknown);
  if (times_forgotten_ > 1) prefixes_.Clear();
  by_hash_.clear();
  nodes_.clear();
  accepted_.clear();
  rows_.assign(2, {});
  states_.assign(2, {});
}

void LazyDfa::Run(std::string_view text, uint32_t begin, uint16_t start,
                  std::vector<AcceptedEnd>& ends) {
  if (text.size() - begin < kPrefixBytes) return RunFrom(text, begin, StartState(start), ends);
  const uint16_t state = PrefixOf(text.data() + begin, start).state;
  if (state == kDead) return;
  if (state == kUnknown) return RunFrom(text, begin, StartState(start), ends);
  RunFrom(text, begin + kPrefixBytes, state, ends);
}

void LazyDfa::RunFrom(std::string_view text, uint32_t at, uint32_t state,
                      std::vector<AcceptedEnd>& ends) {
  for (; at < text.size() && state != kDead; ++at) {
    const uint8_t byte = static_cast<uint8_t>(text[at]) & kByteMask;
    uint32_t next = rows_[state].next[byte];
    if (next == kUnknown) next = MakeNext(state, byte);
    state = next & ~kAccepts;
    if ((next & kAccepts) != 0) AppendAccepted(state, at + 1, ends);
  }
}

void LazyDfa::Sift(std::string_view text, std::span<const DfaRun> runs,
                   std::vector<uint32_t>& left) {
  while (!runs.empty()) {
    const size_t count = std::min(runs.size(), kLanes);
    SiftSome(text, runs.first(count), left);
    runs = runs.subspan(count);
  }
}

void LazyDfa::SiftSome(std::string_view text, std::span<const DfaRun> runs,
                       std::vector<uint32_t>& left) {
  std::array<Lane, kLanes> lanes;
  size_t count = 0;
  for (const DfaRun& run : runs) {
    if (text.size() - run.begin < kPrefixBytes) {
      left.push_back(run.begin);
      continue;
    }
    uint32_t bytes = 0;
    std::memcpy(&bytes, text.data() + run.begin, kPrefixBytes);
    __builtin_prefetch(&SlotOf(bytes, run.start));
    lanes[count++] = {text.data() + run.begin, run.start, run.begin};
  }
  const size_t times_before = times_forgotten_;
  size_t going_on = 0;
  for (size_t i = 0; i < count; ++i) {
    const Lane lane = lanes[i];
    const uint16_t state = PrefixOf(lane.at, static_cast<uint16_t>(lane.state)).state;
    if (state == kUnknown) left.push_back(lane.begin);
    if (state > kUnknown) lanes[going_on++] = {lane.at + kPrefixBytes, state, lane.begin};
  }
  if (times_forgotten_ != times_before) {  // and with them the states of some lanes
    for (size_t i = 0; i < going_on; ++i) left.push_back(lanes[i].begin);
    return;
  }
  RunOn({lanes.data(), going_on}, text.data() + text.size(), left);
}

void LazyDfa::RunOn(std::span<Lane> lanes, const char* end, std::vector<uint32_t>& left) const {
  size_t count = lanes.size();
  while (count > 0) {
    for (size_t i = 0; i < count;) {
      Lane& lane = lanes[i];
      const uint32_t next =
          lane.at == end ? uint32_t{kDead}
                         : rows_[lane.state].next[static_cast<uint8_t>(*lane.at) & kByteMask];
      if (next > kUnknown && next < kAccepts) {
        lane.state = next;
        ++lane.at;
        ++i;
        continue;
      }
      if (next != kDead) left.push_back(lane.begin);
      lane = lanes[--count];
    }
  }
}

const LazyDfa::Prefix& LazyDfa::PrefixOf(const char* from, uint16_t start) {
  uint32_t bytes = 0;
  std::memcpy(&bytes, from, kPrefixBytes);
  Prefix& prefix = SlotOf(bytes, start);
  if (prefix.bytes != bytes || prefix.start_plus_one != start + 1) MakePrefix(from, start, prefix);
  return prefix;
}

void LazyDfa::MakePrefix(const char* from, uint16_t start, Prefix& prefix) {
  uint32_t state = StartState(start);
  bool accepts = false;
  for (size_t i = 0; i < kPrefixBytes && state != kDead; ++i) {
    const uint8_t byte = static_cast<uint8_t>(from[i]) & kByteMask;
    uint32_t next = rows_[state].next[byte];
    if (next == kUnknown) next = MakeNext(state, byte);
    accepts |= (next & kAccepts) != 0;
    state = next & ~kAccepts;
  }
  std::memcpy(&prefix.bytes, from, kPrefixBytes);
  prefix.start_plus_one = static_cast<uint16_t>(start + 1);
  prefix.state = static_cast<uint16_t>(accepts ? uint32_t{kUnknown} : state);
}

uint32_t LazyDfa::MakeStart(uint16_t start) {
  // Nothing is matched by no byte, so a start accepts nothing.
  BeginSet();
  for (const Nfa::Node node : starts_[start]) Close(node);
  if (!HasRoom()) Forget();
  return start_states_[start] = StateOfSet();
}

uint32_t LazyDfa::MakeNext(uint32_t state, uint8_t byte) {
  BeginSet();
  const State& from = states_[state];
  const auto nodes = nfa_.nodes();
  for (size_t i = from.nodes_begin; i < from.nodes_end; ++i) {
    const Nfa::NodeData& node = nodes[nodes_[i]];
    if (nfa_.SetOf(node).test(byte)) Close(node.next());
  }
  std::sort(ends_.begin(), ends_.end());
  if (!HasRoom()) {
    Forget();
    return StateOfSet();
  }
  const uint16_t next = StateOfSet();
  rows_[state].next[byte] = next;
  return next;
}

bool LazyDfa::HasRoom() const {
  return states_.size() < kMaxStates && nodes_.size() < kMaxSetNodes;
}

uint16_t LazyDfa::StateOfSet() {
  if (set_.empty() && ends_.empty()) return kDead;
  const auto flag = static_cast<uint16_t>(ends_.empty() ? 0 : kAccepts);
  const uint64_t hash = HashOf(ends_, HashOfSet(set_));
  const auto [first, last] = by_hash_.equal_range(hash);
  for (auto known = first; known != last; ++known) {
    if (IsSet(states_[known->second])) return static_cast<uint16_t>(known->second | flag);
  }
  const auto state = static_cast<uint16_t>(states_.size());
  Row& row = rows_.emplace_back();
  row.next.fill(kUnknown);
  row.next[0] = kDead;  // no set holds a NUL
  states_.push_back({nodes_.size(), nodes_.size() + set_.size(), accepted_.size(),
                     accepted_.size() + ends_.size()});
  nodes_.insert(nodes_.end(), set_.begin(), set_.end());
  accepted_.insert(accepted_.end(), ends_.begin(), ends_.end());
  by_hash_.emplace(hash, state);
  ++states_made_;
  return static_cast<uint16_t>(state | flag);
}

bool LazyDfa::IsSet(const State& state) const {
  const auto nodes =
      std::span(nodes_).subspan(state.nodes_begin, state.nodes_end - state.nodes_begin);
  const auto accepted =
      std::span(accepted_).subspan(state.accepted_begin, state.accepted_end - state.accepted_begin);
  return nodes.size() == set_.size() &&
         std::equal(accepted.begin(), accepted.end(), ends_.begin(), ends_.end()) &&
         std::all_of(nodes.begin(), nodes.end(),
                     [this](Nfa::Node node) { return seen_[node] == set_number_; });
}

void LazyDfa::BeginSet() {
  set_.clear();
  ends_.clear();
  if (++set_number_ == 0) {  // it has run over
    std::fill(seen_.begin(), seen_.end(), 0);
    set_number_ = 1;
  }
}

void LazyDfa::Close(Nfa::Node at) {
  const auto nodes = nfa_.nodes();
  for (;;) {
    while (std::exchange(seen_[at], set_number_) != set_number_) {
      const Nfa::NodeData& node = nodes[at];
      if (node.kind() == Nfa::Kind::kFork) {
        to_close_.push_back(node.other());
        at = node.next();
      } else if (node.kind() == Nfa::Kind::kBytes) {
        set_.push_back(at);
      } else {
        ends_.push_back(node.next());
      }
    }
    if (to_close_.empty()) return;
    at = to_close_.back();
    to_close_.pop_back();
  }
}

void LazyDfa::AppendAccepted(uint32_t state, uint32_t end, std::vector<AcceptedEnd>& ends) const {
  const State& its = states_[state];
  for (size_t i = its.accepted_begin; i < its.accepted_end; ++i) {
    ends.push_back({accepted_[i], end});
  }
}

}  // namespace gatepost
