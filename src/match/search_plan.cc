#include "match/search_plan.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <utility>

#include "regex/byte_set.h"
#include "regex/text_rate.h"
#include "regex/trigger.h"

namespace gatepost {
namespace {

// What it costs to look for a regex by its trigger, in places at which it is run: where one is
// found it is run from each word before it.
constexpr double kRunsPerTrigger = 10;
// Of what costs less than this there is nothing to save.
constexpr double kLowBeginRate = 0.0005;
// Of all places, so many have a digit near.
constexpr double kNearDigitShare = 0.15;

// How often in text the first bytes of what begins at a node occur, at least by the model of
// RunRate: of each way into it, up to so many bytes.
class BeginRate {
 public:
  explicit BeginRate(const Nfa& nfa) : nfa_(nfa) {}

  double Of(Nfa::Node start) {
    rate_ = 0;
    Visit(start, std::nullopt, 0);
    return rate_;
  }

 private:
  static constexpr size_t kBytes = 3;
  static constexpr double kEnough = 1;  // what occurs at every byte

  void Visit(Nfa::Node at, const std::optional<RunRate>& before, size_t bytes) {
    if (rate_ >= kEnough) return;
    const Nfa::NodeData& node = nfa_.nodes()[at];
    if (bytes == kBytes || node.kind == Nfa::Kind::kAccept) {
      rate_ += before ? before->Value() : kEnough;
    } else if (node.kind == Nfa::Kind::kFork) {
      Visit(node.next, before, bytes);
      Visit(node.other, before, bytes);
    } else {
      std::optional<RunRate> rate = before;
      if (rate) {
        rate->Append({{}, nfa_.SetOf(node)});
      } else {
        rate.emplace(nfa_.SetOf(node));
      }
      Visit(node.next, rate, bytes + 1);
    }
  }

  const Nfa& nfa_;
  double rate_ = 0;
};

// How far into a match its first digit can be at most, or kNearBytes if that far or there is none.
class FirstDigit {
 public:
  explicit FirstDigit(const Nfa& nfa) : nfa_(nfa) {}

  uint32_t Of(Nfa::Node at) {
    known_.resize(nfa_.nodes().size(), kUnknown);
    if (known_[at] == kUnknown) known_[at] = Find(at);
    return known_[at];
  }

 private:
  static constexpr uint8_t kUnknown = 0xFF;

  uint8_t Find(Nfa::Node at) {
    const Nfa::NodeData& node = nfa_.nodes()[at];
    switch (node.kind) {
      case Nfa::Kind::kAccept:
        return kNearBytes;
      case Nfa::Kind::kFork:
        return static_cast<uint8_t>(std::max(Of(node.next), Of(node.other)));
      case Nfa::Kind::kBytes:
        break;
    }
    if ((nfa_.SetOf(node) & ~Digits()).none()) return 0;
    return static_cast<uint8_t>(std::min(Of(node.next) + 1, kNearBytes));
  }

  const Nfa& nfa_;
  std::vector<uint8_t> known_;  // by node
};

ByteSet FirstBytes(const Nfa& nfa, Nfa::Node at) {
  const Nfa::NodeData& node = nfa.nodes()[at];
  if (node.kind == Nfa::Kind::kBytes) return nfa.SetOf(node);
  if (node.kind == Nfa::Kind::kAccept) return {};
  return FirstBytes(nfa, node.next) | FirstBytes(nfa, node.other);
}

bool HasNoWord(const ByteSet& bytes) { return (bytes & Alphanumerics()).none(); }

bool HasNoDigit(const ByteSet& bytes) { return (bytes & Digits()).none(); }

// A step of a trigger at which places are looked at anyway, or can be: a sign, the begin of a word
// or that of a run of digits.
struct Anchor {
  enum class Kind : uint8_t { kSign, kWord, kDigits };
  size_t step = 0;
  Kind kind = Kind::kSign;
  double cost = 0;  // as a rate
};

constexpr size_t kPrefixSteps = 4;
// What a place that is looked at costs, in hits of a trigger. Words and numbers are looked at
// anyway.
constexpr double kCostOfPlace = 0.1;

std::optional<Anchor::Kind> KindOfAnchor(const ClassString& run, size_t i) {
  const RunStep& step = run.steps[i];
  if (HasNoWord(step.bytes)) return Anchor::Kind::kSign;
  if (i == 0) return std::nullopt;
  const ByteSet before = run.steps[i - 1].bytes | step.gap.bytes;
  if (HasNoWord(before)) return Anchor::Kind::kWord;
  if (HasNoDigit(before) && (step.bytes & ~Digits()).none()) return Anchor::Kind::kDigits;
  return std::nullopt;
}

// The cheapest such step; nullopt if there is none. At the bytes of `looked_at` places are looked
// at already.
std::optional<Anchor> AnchorOf(const ClassString& run, const ByteSet& looked_at) {
  std::optional<Anchor> best;
  for (size_t i = 0; i < run.steps.size(); ++i) {
    const auto kind = KindOfAnchor(run, i);
    if (!kind) continue;
    RunRate rate(run.steps[i].bytes);
    const ByteSet more = run.steps[i].bytes & ~looked_at;
    const double places = *kind == Anchor::Kind::kSign && more.any() ? RunRate(more).Value() : 0;
    double runs = rate.Value();  // how often the trigger's first bytes stand there
    for (size_t j = i + 1; j < run.steps.size(); ++j) {
      rate.Append(run.steps[j]);
      if (j < i + kPrefixSteps) runs = rate.Value();
    }
    const double cost = rate.Value() + runs / kRunsPerTrigger + kCostOfPlace * places;
    if (!best || cost < best->cost) best = Anchor{i, *kind, cost};
  }
  return best;
}

// Of each alternative of the trigger; nullopt if one of them has none.
struct Anchors {
  std::vector<Anchor> all;
  double cost = 0;
};
std::optional<Anchors> AnchorsOf(const Trigger& trigger, ByteSet looked_at) {
  Anchors anchors;
  for (const ClassString& run : trigger.alternatives) {
    const auto anchor = AnchorOf(run, looked_at);
    if (!anchor) return std::nullopt;
    anchors.all.push_back(*anchor);
    anchors.cost += anchor->cost;
    if (anchor->kind == Anchor::Kind::kSign) looked_at |= run.steps[anchor->step].bytes;
  }
  return anchors;
}

AnchoredTrigger Anchored(const ClassString& run, size_t step) {
  AnchoredTrigger trigger;
  trigger.min_back = run.min_offset + static_cast<uint32_t>(step);
  trigger.max_back = run.max_offset + static_cast<uint32_t>(step);
  for (size_t i = 1; i <= step; ++i) trigger.max_back += run.steps[i].gap.max;
  for (size_t i = step; i > 0 && run.steps[i].gap.max == 0; --i) {
    trigger.before.push_back(run.steps[i - 1].bytes);
  }
  return trigger;
}

}  // namespace

struct SearchPlan::Parts {
  using Nodes = std::vector<Nfa::Node>;

  std::vector<PlannedVariant> variants;
  Nfa nfa;
  std::array<Nodes, kEdgeKinds> anywhere;     // what is looked for where it begins, by its Edges
  std::array<Nodes, kEdgeKinds> near_digits;  // the same, near digits alone
  Nodes trigger_starts;
  std::vector<AnchoredTrigger> triggers;
  std::vector<Nodes> groups;
  std::vector<Edges> group_edges;
  BeginBytes bytes;

  void AddBegin(Edges edges, const ByteSet& first) {
    switch (edges) {
      case Edges::kWord:
      case Edges::kLone:
        bytes.after_no_word |= first;
        break;
      case Edges::kNumber:
        bytes.after_no_digit |= first;
        break;
      case Edges::kNone:
        bytes.anywhere |= first;
        break;
    }
  }

  // `first_number` is that of the first of all triggers.
  void AddTrigger(const Trigger& trigger, const Anchors& anchors, uint32_t first_number) {
    for (size_t i = 0; i < anchors.all.size(); ++i) {
      const ClassString& run = trigger.alternatives[i];
      const size_t step = anchors.all[i].step;
      const auto number = static_cast<uint32_t>(first_number + triggers.size());
      trigger_starts.push_back(nfa.Add(run, step, number));
      triggers.push_back(Anchored(run, step));
      triggers.back().group = static_cast<uint16_t>(groups.size() - 1);
      switch (anchors.all[i].kind) {
        case Anchor::Kind::kSign:
          bytes.anywhere |= run.steps[step].bytes;
          break;
        case Anchor::Kind::kWord:
          bytes.after_no_word |= run.steps[step].bytes;
          break;
        case Anchor::Kind::kDigits:
          bytes.after_no_digit |= run.steps[step].bytes;
          break;
      }
    }
  }

  // By number, as SearchPlan::starts() says.
  [[nodiscard]] std::vector<Nodes> Starts() const {
    std::vector<Nodes> starts(kFirstGroup);
    for (size_t allowed = 0; allowed < kTriggers; ++allowed) {
      starts[allowed] = trigger_starts;
      for (size_t edges = 0; edges < kEdgeKinds; ++edges) {
        if ((allowed >> edges & 1) == 0) continue;
        Append(anywhere[edges], starts[allowed]);
        if ((allowed & kNearDigit) != 0) Append(near_digits[edges], starts[allowed]);
      }
    }
    starts[kTriggers] = trigger_starts;
    for (const Nodes& group : groups) starts.push_back(group);
    return starts;
  }

  // Of all that is looked for from each place.
  [[nodiscard]] Nodes Begins(bool is_near_digit) const {
    Nodes begins = trigger_starts;
    for (const Nodes& each : anywhere) Append(each, begins);
    if (!is_near_digit) return begins;
    for (const Nodes& each : near_digits) Append(each, begins);
    return begins;
  }

  [[nodiscard]] Nodes GroupsBegin() const {
    Nodes begins;
    for (const Nodes& group : groups) Append(group, begins);
    return begins;
  }

  static void Append(const Nodes& more, Nodes& nodes) {
    nodes.insert(nodes.end(), more.begin(), more.end());
  }
};

SearchPlan::Parts SearchPlan::PartsOf(const std::vector<Pattern>& patterns) {
  Parts parts;
  BeginRate begin_rate(parts.nfa);
  FirstDigit first_digit(parts.nfa);
  uint32_t count = 0;
  for (const Pattern& pattern : patterns) count += static_cast<uint32_t>(pattern.variants.size());
  for (size_t p = 0; p < patterns.size(); ++p) {
    const Edges edges = patterns[p].edges;
    bool has_group = false;
    for (size_t v = 0; v < patterns[p].variants.size(); ++v) {
      const Regex& regex = patterns[p].variants[v].regex;
      const auto number = static_cast<uint32_t>(parts.variants.size());
      parts.variants.push_back({PatternIndex(p), VariantIndex(v), edges});
      const Nfa::Node start = parts.nfa.Add(regex.root(), number);
      parts.AddBegin(edges, FirstBytes(parts.nfa, start));
      const bool is_near_digit = first_digit.Of(start) < kNearBytes;
      const double rate = begin_rate.Of(start) * (is_near_digit ? kNearDigitShare : 1);
      const auto trigger = rate > kLowBeginRate ? FindTrigger(regex) : std::nullopt;
      const auto anchors = trigger ? AnchorsOf(*trigger, parts.bytes.anywhere) : std::nullopt;
      if (!anchors || kRunsPerTrigger * anchors->cost >= rate) {
        auto& begins = is_near_digit ? parts.near_digits : parts.anywhere;
        begins[static_cast<size_t>(edges)].push_back(start);
        continue;
      }
      if (!std::exchange(has_group, true)) {
        parts.groups.emplace_back();
        parts.group_edges.push_back(edges);
      }
      parts.groups.back().push_back(start);
      parts.AddTrigger(*trigger, *anchors, count);
    }
  }
  return parts;
}

SearchPlan::SearchPlan(const std::vector<Pattern>& patterns)
    : SearchPlan(patterns, PartsOf(patterns)) {}

SearchPlan::SearchPlan(const std::vector<Pattern>& patterns, Parts parts)
    : patterns_(patterns),
      variants_(std::move(parts.variants)),
      nfa_(std::move(parts.nfa)),
      starts_(parts.Starts()),
      group_edges_(std::move(parts.group_edges)),
      triggers_(std::move(parts.triggers)),
      places_(parts.bytes),
      begins_(nfa_, parts.Begins(false)),
      begins_near_digits_(nfa_, parts.Begins(true)),
      triggers_begin_(nfa_, parts.trigger_starts),
      groups_begin_(nfa_, parts.GroupsBegin()) {}

}  // namespace gatepost
