// Deriving triggers bottom-up. Of each part of a regex it is known either what it is as a whole (a
// small set of runs), or what it begins with, what it ends with and which trigger it contains.
// Neighbours join end to begin, so that runs grow across parts; where a run cannot grow any further
// it is offered as the trigger, and the cheapest offer is kept. The idea is that of trigram indexes
// (Cox, Regular Expression Matching with a Trigram Index, 2012), with byte classes and gaps.

#include "regex/trigger.h"

#include <algorithm>
#include <utility>

#include "regex/byte_set.h"
#include "regex/run_set.h"

namespace gatepost {
namespace {

// Optional copies that are followed up one by one: \d{8,12} is five runs, \d{1,20} an open end.
constexpr uint32_t kMaxOptionalCopies = 4;

struct Widths {
  uint32_t min = 0;
  uint32_t max = 0;
};

struct Part {
  bool is_whole = true;  // every match is one of `starts`; `ends` is the same
  RunSet starts{Run{}};
  RunSet ends{Run{}};
  bool is_nullable = false;  // not whole: may also be empty, which `starts` and `ends` do not say
  std::optional<Trigger> best;  // contained in every match; none if is_nullable
  Widths widths;

  static Part Whole(RunSet runs, Widths widths) {
    return {true, runs, std::move(runs), false, std::nullopt, widths};
  }
};

// Every trigger `offered` is contained in what `part` matches.
void Offer(const std::optional<Trigger>& offered, Part& part) {
  if (!offered) return;
  if (!part.best || CostOf(*offered) < CostOf(*part.best)) part.best = offered;
}

RunSet Shifted(RunSet runs, Widths by) {
  runs.Shift(by.min, by.max);
  return runs;
}

std::optional<Trigger> Shifted(std::optional<Trigger> trigger, Widths by) {
  if (!trigger) return trigger;
  for (ClassString& run : trigger->alternatives) {
    run.min_offset += by.min;
    run.max_offset += by.max;
  }
  return trigger;
}

// A set that says nothing: a run without steps somewhere in `widths`.
RunSet Anything(Widths widths) { return RunSet(Run{{}, {}, 0, widths.max}); }

// Gives up a set that has grown too large.
void Bound(RunSet& runs, Widths widths) {
  if (runs.IsTooLarge()) runs = Anything(widths);
}

// Forgets that the part is a whole: what it begins and ends with is all that is kept.
void Open(Part& part) {
  part.is_whole = false;
  Bound(part.starts, part.widths);
  Bound(part.ends, part.widths);
  part.starts.KeepStarts();
  part.ends.KeepEnds();
}

std::optional<Trigger> BestOf(Part part) {
  if (part.is_nullable) return std::nullopt;
  Offer(ChooseTrigger(part.starts), part);
  Offer(ChooseTrigger(part.ends), part);
  return part.best;
}

// One part followed by another, while it is worked out what the two are together.
class Concatenation {
 public:
  Concatenation(const Part& first, const Part& second)
      : first_(first),
        second_(second),
        joint_(RunSet::Join(first.ends, second.starts)),
        second_starts_(Shifted(second.starts, first.widths)) {}

  [[nodiscard]] Part Make() const {
    const Widths widths = {first_.widths.min + second_.widths.min,
                           first_.widths.max + second_.widths.max};
    if (first_.is_whole && second_.is_whole && joint_ && joint_->LongestSteps() <= kMaxRunSteps) {
      return Part::Whole(*joint_, widths);
    }
    Part part;
    part.widths = widths;
    part.starts = Starts();
    part.ends = Ends();
    Open(part);
    part.is_nullable = first_.is_nullable && second_.is_nullable;
    part.best = first_.best;
    Offer(Shifted(second_.best, first_.widths), part);
    OfferWhatIsLost(part);
    return part;
  }

 private:
  [[nodiscard]] RunSet Starts() const {
    RunSet starts = first_.is_whole && joint_ ? *joint_ : first_.starts;
    if (first_.is_whole && second_.is_nullable) starts.Add(first_.starts);
    if (first_.is_nullable) starts.Add(second_starts_);
    return starts;
  }

  [[nodiscard]] RunSet Ends() const {
    RunSet ends = second_.is_whole && joint_ ? *joint_ : Shifted(second_.ends, first_.widths);
    if (second_.is_whole && first_.is_nullable) ends.Add(second_starts_);
    if (second_.is_nullable) ends.Add(first_.ends);
    return ends;
  }

  // Runs at the seam that neither Starts nor Ends keep in full.
  void OfferWhatIsLost(Part& part) const {
    if (!first_.is_nullable && !second_.is_nullable && joint_) {
      const bool is_kept =
          (first_.is_whole || second_.is_whole) && joint_->LongestSteps() <= kMaxRunSteps;
      if (!is_kept) Offer(ChooseTrigger(*joint_), part);
      return;
    }
    if (!first_.is_nullable) Offer(ChooseTrigger(first_.ends), part);
    if (!second_.is_nullable) Offer(ChooseTrigger(second_starts_), part);
  }

  const Part& first_;
  const Part& second_;
  std::optional<RunSet> joint_;
  RunSet second_starts_;
};

Part Concat(const Part& first, const Part& second) { return Concatenation(first, second).Make(); }

Part PartOf(const RegexNode& node);

Part PartOfConcat(const RegexNode& node) {
  Part part = PartOf(node.children.front());
  for (size_t i = 1; i < node.children.size(); ++i) part = Concat(part, PartOf(node.children[i]));
  return part;
}

// Adds the run to the trigger, unless it is there already, perhaps at other offsets.
void AddRun(const ClassString& run, Trigger& trigger) {
  for (ClassString& known : trigger.alternatives) {
    if (known.steps != run.steps) continue;
    known.min_offset = std::min(known.min_offset, run.min_offset);
    known.max_offset = std::max(known.max_offset, run.max_offset);
    return;
  }
  trigger.alternatives.push_back(run);
}

// The triggers of all alternatives together; none if one of them has none or may be empty.
std::optional<Trigger> BestOfAll(const std::vector<Part>& alternatives) {
  Trigger all;
  for (const Part& part : alternatives) {
    const auto best = BestOf(part);
    if (!best) return std::nullopt;
    for (const ClassString& run : best->alternatives) AddRun(run, all);
  }
  return all;
}

Part PartOfAlternate(const RegexNode& node) {
  std::vector<Part> alternatives;
  alternatives.reserve(node.children.size());
  for (const RegexNode& child : node.children) alternatives.push_back(PartOf(child));
  Part part = alternatives.front();
  part.widths = {node.min_width, node.max_width};
  for (const Part& alternative : alternatives) {
    part.is_whole = part.is_whole && alternative.is_whole;
    part.is_nullable = part.is_nullable || alternative.is_nullable;
    part.starts.Add(alternative.starts);
    part.ends.Add(alternative.ends);
  }
  if (part.is_whole && !part.starts.IsTooLarge()) return part;
  Open(part);
  part.best = BestOfAll(alternatives);
  return part;
}

ByteSet BytesOf(const RunSet& set) {
  ByteSet bytes;
  for (const Run& run : set.runs()) {
    for (const RunStep& step : run.steps) bytes |= step.bytes | step.gap.bytes;
    bytes |= run.tail.bytes;
  }
  return bytes;
}

// Up to `copies` of `runs` one after the other; nullopt if that is too much to follow up.
std::optional<RunSet> UpToCopies(const RunSet& runs, uint32_t copies) {
  if (copies > kMaxOptionalCopies) return std::nullopt;
  RunSet all(Run{});
  RunSet power(Run{});
  for (uint32_t count = 1; count <= copies; ++count) {
    auto joined = RunSet::Join(power, runs);
    if (!joined || joined->LongestSteps() > kMaxRunSteps) return std::nullopt;
    power = std::move(*joined);
    all.Add(power);
  }
  if (all.IsTooLarge()) return std::nullopt;
  return all;
}

// Up to `copies` of the part, or none.
Part Optional(const Part& child, uint32_t copies) {
  const Widths widths = {0, copies * child.widths.max};
  if (child.is_whole) {
    const ByteSet bytes = BytesOf(child.starts);
    if (widths.max <= kMaxGap && (bytes & Alphanumerics()).none()) {
      return Part::Whole(RunSet(Run{{}, {bytes, widths.max}, 0, 0}), widths);
    }
    if (auto runs = UpToCopies(child.starts, copies)) return Part::Whole(*runs, widths);
  }
  Part part = child;
  Open(part);
  part.ends.Shift(0, (copies - 1) * child.widths.max);
  part.is_nullable = true;
  part.best = std::nullopt;
  part.widths = widths;
  return part;
}

Part PartOfRepeat(const RegexNode& node) {
  const Part child = PartOf(node.children.front());
  if (node.min_count == 0) return Optional(child, node.max_count);
  const auto copies = std::min(node.min_count, static_cast<uint32_t>(kMaxRunSteps));
  Part part = child;
  for (uint32_t count = 1; count < copies; ++count) part = Concat(part, child);
  if (copies == node.max_count) return part;
  if (copies == node.min_count) {
    Part whole = Concat(part, Optional(child, node.max_count - copies));
    if (whole.is_whole) return whole;
  }
  // However many copies follow, the match begins and ends as this many do.
  Open(part);
  part.ends.Shift((node.min_count - copies) * child.widths.min,
                  (node.max_count - copies) * child.widths.max);
  part.widths = {node.min_width, node.max_width};
  return part;
}

Part PartOf(const RegexNode& node) {
  switch (node.kind) {
    case RegexNode::Kind::kEmpty:
      break;
    case RegexNode::Kind::kClass:
      return Part::Whole(RunSet(Run{{{{}, node.bytes}}, {}, 0, 0}), {1, 1});
    case RegexNode::Kind::kConcat:
      return PartOfConcat(node);
    case RegexNode::Kind::kAlternate:
      return PartOfAlternate(node);
    case RegexNode::Kind::kRepeat:
      return PartOfRepeat(node);
  }
  return {};
}

}  // namespace

std::optional<Trigger> FindTrigger(const Regex& regex) {
  auto trigger = BestOf(PartOf(regex.root()));
  if (!trigger || trigger->ExpectedRate() > kMaxTriggerRate) return std::nullopt;
  for (ClassString& run : trigger->alternatives) {
    const auto steps = static_cast<uint32_t>(run.steps.size());
    run.max_offset = std::min(run.max_offset, regex.max_width() - steps);
  }
  return trigger;
}

}  // namespace gatepost
