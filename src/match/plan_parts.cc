#include "match/plan_parts.h"

#include <algorithm>
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
    if (bytes == kBytes || node.kind() == Nfa::Kind::kAccept) {
      rate_ += before ? before->Value() : kEnough;
    } else if (node.kind() == Nfa::Kind::kFork) {
      Visit(node.next(), before, bytes);
      Visit(node.other(), before, bytes);
    } else {
      std::optional<RunRate> rate = before;
      if (rate) {
        rate->Append({{}, nfa_.SetOf(node)});
      } else {
        rate.emplace(nfa_.SetOf(node));
      }
      Visit(node.next(), rate, bytes + 1);
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
    switch (node.kind()) {
      case Nfa::Kind::kAccept:
        return kNearBytes;
      case Nfa::Kind::kFork:
        return static_cast<uint8_t>(std::max(Of(node.next()), Of(node.other())));
      case Nfa::Kind::kBytes:
        break;
    }
    if ((nfa_.SetOf(node) & ~Digits()).none()) return 0;
    return static_cast<uint8_t>(std::min(Of(node.next()) + 1, kNearBytes));
  }

  const Nfa& nfa_;
  std::vector<uint8_t> known_;  // by node
};

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

// Fills the parts, variant by variant.
class PartsMaker {
 public:
  explicit PartsMaker(uint32_t variants) : first_trigger_(variants) {}

  void Add(const Pattern& pattern, PatternIndex index) {
    bool has_group = false;
    for (size_t v = 0; v < pattern.variants.size(); ++v) {
      const Regex& regex = pattern.variants[v].regex;
      const auto number = static_cast<uint32_t>(parts_.variants.size());
      parts_.variants.push_back({index, VariantIndex(v), pattern.edges});
      const Nfa::Node start = parts_.nfa.Add(regex.root(), number);
      AddBegin(pattern.edges, parts_.nfa.FirstBytes(start));
      const bool is_near_digit = first_digit_.Of(start) < kNearBytes;
      const double rate = begin_rate_.Of(start) * (is_near_digit ? kNearDigitShare : 1);
      const auto trigger = rate > kLowBeginRate ? FindTrigger(regex) : std::nullopt;
      const auto anchors = trigger ? AnchorsOf(*trigger, parts_.bytes.anywhere) : std::nullopt;
      if (!anchors || kRunsPerTrigger * anchors->cost >= rate) {
        auto& begins = is_near_digit ? parts_.near_digits : parts_.anywhere;
        begins[static_cast<size_t>(pattern.edges)].push_back(start);
        continue;
      }
      if (!std::exchange(has_group, true)) {
        parts_.groups.emplace_back();
        parts_.group_edges.push_back(pattern.edges);
      }
      parts_.groups.back().push_back(start);
      AddTrigger(*trigger, *anchors);
    }
  }

  [[nodiscard]] PlanParts Take() { return std::move(parts_); }

 private:
  void AddBegin(Edges edges, const ByteSet& first) {
    switch (edges) {
      case Edges::kWord:
      case Edges::kLone:
        parts_.bytes.after_no_word |= first;
        break;
      case Edges::kNumber:
        parts_.bytes.after_no_digit |= first;
        break;
      case Edges::kNone:
        parts_.bytes.anywhere |= first;
        break;
    }
  }

  void AddTrigger(const Trigger& trigger, const Anchors& anchors) {
    for (size_t i = 0; i < anchors.all.size(); ++i) {
      const ClassString& run = trigger.alternatives[i];
      const size_t step = anchors.all[i].step;
      const auto number = static_cast<uint32_t>(first_trigger_ + parts_.triggers.size());
      parts_.trigger_starts.push_back(parts_.nfa.Add(run, step, number));
      parts_.triggers.push_back(Anchored(run, step));
      parts_.triggers.back().group = static_cast<uint16_t>(parts_.groups.size() - 1);
      switch (anchors.all[i].kind) {
        case Anchor::Kind::kSign:
          parts_.bytes.anywhere |= run.steps[step].bytes;
          break;
        case Anchor::Kind::kWord:
          parts_.bytes.after_no_word |= run.steps[step].bytes;
          break;
        case Anchor::Kind::kDigits:
          parts_.bytes.after_no_digit |= run.steps[step].bytes;
          break;
      }
    }
  }

  PlanParts parts_;
  BeginRate begin_rate_{parts_.nfa};
  FirstDigit first_digit_{parts_.nfa};
  uint32_t first_trigger_;  // the number of the first of all triggers
};

}  // namespace

PlanParts MakePlanParts(const std::vector<Pattern>& patterns) {
  uint32_t variants = 0;
  for (const Pattern& pattern : patterns) {
    variants += static_cast<uint32_t>(pattern.variants.size());
  }
  PartsMaker maker(variants);
  for (size_t i = 0; i < patterns.size(); ++i) maker.Add(patterns[i], PatternIndex(i));
  return maker.Take();
}

}  // namespace gatepost
