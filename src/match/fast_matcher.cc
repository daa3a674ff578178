#include "match/fast_matcher.h"

#include <algorithm>
#include <array>
#include <bit>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "match/begin_windows.h"
#include "match/cues.h"
#include "match/edges_beside.h"
#include "match/lazy_dfa.h"
#include "match/plan_cache.h"
#include "match/search_plan.h"

namespace gatepost {
namespace {

constexpr size_t kMaskBits = 64;
// Enough places to keep the automaton busy, few enough to stay in the nearest cache.
constexpr size_t kBlocksAtOnce = 16;

// The cues of a pattern, made when it is first met.
class PatternCues {
 public:
  explicit PatternCues(const Pattern& pattern) : pattern_(&pattern) {}
  [[nodiscard]] const Cues& Get() const {
    std::call_once(is_made_, [this] { cues_.emplace(*pattern_); });
    return *cues_;
  }

 private:
  const Pattern* pattern_;
  mutable std::once_flag is_made_;
  mutable std::optional<Cues> cues_;
};

// Whether a pattern's cue stands in the skeleton looked at, if that is known.
struct CueSeen {
  uint32_t skeleton = ~uint32_t{0};
  bool is_there = false;
};

// Where the variants of one group may begin.
struct GroupWindow {
  Span window;
  uint16_t group = 0;
};

class FastScratch final : public Matcher::Scratch {
 public:
  FastScratch(const SearchPlan& plan, size_t patterns)
      : its_plan(&plan),
        dfa(plan.nfa(), plan.starts()),
        group_windows(plan.groups()),
        cursors(patterns),
        cues_seen(patterns) {}

  const SearchPlan* its_plan;
  LazyDfa dfa;
  PlaceMasks places;
  std::array<DfaRun, kBlocksAtOnce * kMaskBits> runs;  // from places that the first bytes leave
  std::vector<uint32_t> left;                          // places that the automaton leaves of them
  std::vector<uint64_t> begins;                        // those of the whole text, a bit a byte
  std::vector<uint64_t> windowed;                      // places in windows, likewise
  std::vector<BeginWindows> group_windows;             // by group
  std::vector<uint16_t> used_groups;                   // those that have windows
  std::vector<GroupWindow> windows;                    // of all groups, by their begins
  std::vector<GroupWindow> open_windows;               // those that hold the place looked at
  std::vector<AcceptedEnd> ends;
  std::vector<uint32_t> cursors;  // by pattern
  std::vector<CueSeen> cues_seen;
};

class FastMatcher final : public Matcher {
 public:
  FastMatcher(const std::vector<Pattern>& patterns, SearchPlan plan, SimdLevel level)
      : patterns_(patterns), plan_(std::move(plan)), places_(plan_.parts().bytes, level) {
    for (const Pattern& pattern : patterns) cues_.emplace_back(pattern);
  }

  [[nodiscard]] std::string_view name() const override { return "fast"; }
  [[nodiscard]] std::unique_ptr<Matcher::Scratch> NewScratch() const override {
    return std::make_unique<FastScratch>(plan_, patterns_.size());
  }

  [[nodiscard]] Status FindMatches(const SkeletonBatch& batch, Matcher::Scratch& scratch,
                                   MatchList& matches) const override {
    matches.clear();
    auto* own = dynamic_cast<FastScratch*>(&scratch);
    if (own != nullptr && own->its_plan == &plan_) {
      Find(batch, *own, matches);
    } else {
      FastScratch fresh(plan_, patterns_.size());
      Find(batch, fresh, matches);
    }
    return {};
  }

 private:
  struct Walk {
    const SkeletonBatch& batch;
    FastScratch& scratch;
    MatchList& matches;
    size_t skeleton = 0;     // in which the last match lies
    size_t next_window = 0;  // of scratch.windows, the first that is not open yet
  };

  void Find(const SkeletonBatch& batch, FastScratch& scratch, MatchList& matches) const {
    Sieve(batch.text(), scratch);
    FindWindows(batch.text(), scratch);
    std::fill(scratch.cursors.begin(), scratch.cursors.end(), 0);
    std::fill(scratch.cues_seen.begin(), scratch.cues_seen.end(), CueSeen{});
    Walk walk{batch, scratch, matches};
    for (size_t block = 0; block < scratch.begins.size(); ++block) {
      ForEachPlace(block, scratch.begins[block] | scratch.windowed[block],
                   [&](uint32_t place) { MatchAt(place, walk); });
    }
  }

  template <class Use>
  static void ForEachPlace(size_t block, uint64_t places, Use use) {
    for (; places != 0; places &= places - 1) {
      use(static_cast<uint32_t>(block * kMaskBits) +
          static_cast<uint32_t>(std::countr_zero(places)));
    }
  }
  static bool IsSet(const std::vector<uint64_t>& masks, uint32_t place) {
    return (masks[place / kMaskBits] >> place % kMaskBits & 1) != 0;
  }

  // Finds the places at which something that is looked for at each place may end in a match.
  void Sieve(std::string_view text, FastScratch& scratch) const {
    places_.Find(text, scratch.places);
    scratch.begins.assign(scratch.places.begins.size(), 0);
    for (size_t block = 0; block < scratch.begins.size(); block += kBlocksAtOnce) {
      const size_t end = std::min(block + kBlocksAtOnce, scratch.begins.size());
      const size_t runs = FindRuns(text, block, end, scratch);
      scratch.left.clear();
      scratch.dfa.Sift(text, std::span(scratch.runs).first(runs), scratch.left);
      for (const uint32_t place : scratch.left) {
        scratch.begins[place / kMaskBits] |= uint64_t{1} << place % kMaskBits;
      }
    }
  }

  // Of the places of some blocks those at which four bytes stand that something begins with. How
  // many of scratch.runs they are.
  size_t FindRuns(std::string_view text, size_t first, size_t last, FastScratch& scratch) const {
    size_t count = 0;
    for (size_t block = first; block < last; ++block) {
      const uint64_t near_digits = scratch.places.near_digits[block];
      for (uint64_t places = scratch.places.begins[block]; places != 0; places &= places - 1) {
        const auto bit = static_cast<uint32_t>(std::countr_zero(places));
        const uint32_t place = static_cast<uint32_t>(block * kMaskBits) + bit;
        const bool is_near_digit = (near_digits >> bit & 1) != 0;
        scratch.runs[count].begin = place;
        scratch.runs[count].start = is_near_digit ? SearchPlan::kNearDigit : uint16_t{0};
        count += MayBegin(plan_.Begins(is_near_digit), text, place, scratch) ? 1U : 0U;
      }
    }
    for (DfaRun& run : std::span(scratch.runs).first(count)) {
      run.start = static_cast<uint16_t>(run.start | edges_.Before(text, run.begin));
    }
    return count;
  }

  static bool MayBegin(const PrefixTable& table, std::string_view text, uint32_t place,
                       const FastScratch& scratch) {
    const auto first = static_cast<uint8_t>(static_cast<uint8_t>(text[place]) & 0x7FU);
    return table.MayBegin(first, scratch.places.folded.data() + place);
  }

  // Where variants may begin whose triggers are found.
  void FindWindows(std::string_view text, FastScratch& scratch) const {
    for (const uint16_t group : scratch.used_groups) scratch.group_windows[group].Clear();
    scratch.used_groups.clear();
    for (size_t block = 0; block < scratch.begins.size(); ++block) {
      ForEachPlace(block, scratch.begins[block], [&](uint32_t at) {
        if (MayBegin(plan_.tables().triggers_begin, text, at, scratch)) {
          AddWindows(text, at, scratch);
        }
      });
    }
    scratch.windows.clear();
    scratch.open_windows.clear();
    scratch.windowed.assign(scratch.begins.size(), 0);
    for (const uint16_t group : scratch.used_groups) {
      scratch.group_windows[group].Finish();
      for (const Span window : scratch.group_windows[group].windows()) {
        scratch.windows.push_back({window, group});
        MarkPlaces(text, scratch.windows.back(), scratch);
      }
    }
    std::sort(
        scratch.windows.begin(), scratch.windows.end(),
        [](const GroupWindow& a, const GroupWindow& b) { return a.window.begin < b.window.begin; });
  }

  // Of the triggers that stand at `at`.
  void AddWindows(std::string_view text, uint32_t at, FastScratch& scratch) const {
    scratch.ends.clear();
    scratch.dfa.Run(text, at, SearchPlan::kTriggers, scratch.ends);
    for (const AcceptedEnd& accepted : scratch.ends) {
      const AnchoredTrigger& trigger = plan_.TriggerOf(accepted.number);
      if (at < trigger.min_back || !StandBefore(trigger.before, text, at)) continue;
      BeginWindows& windows = scratch.group_windows[trigger.group];
      if (windows.empty()) scratch.used_groups.push_back(trigger.group);
      windows.Add({at - std::min(at, trigger.max_back), at - trigger.min_back + 1});
    }
  }

  // Of the places in a window those at which its group may begin.
  void MarkPlaces(std::string_view text, const GroupWindow& its, FastScratch& scratch) const {
    const auto& [window, group] = its;
    const ByteSet& first_bytes = plan_.FirstBytesOf(group);
    for (size_t block = window.begin / kMaskBits; block * kMaskBits < window.end; ++block) {
      const size_t base = block * kMaskBits;
      uint64_t within = ~uint64_t{0};
      if (window.begin > base) within &= ~uint64_t{0} << (window.begin - base);
      if (window.end < base + kMaskBits) within &= ~(~uint64_t{0} << (window.end - base));
      ForEachPlace(block, scratch.places.begins[block] & within, [&](uint32_t place) {
        if (!first_bytes.test(static_cast<uint8_t>(text[place]) & 0x7FU)) return;
        scratch.windowed[block] |= uint64_t{1} << place % kMaskBits;
      });
    }
  }

  static bool StandBefore(const std::vector<ByteSet>& before, std::string_view text, uint32_t at) {
    if (before.size() > at) return false;
    for (size_t i = 0; i < before.size(); ++i) {
      if (!before[i].test(static_cast<uint8_t>(text[at - 1 - i]) & 0x7FU)) return false;
    }
    return true;
  }

  void MatchAt(uint32_t begin, Walk& walk) const {
    FastScratch& scratch = walk.scratch;
    const std::string_view text = walk.batch.text();
    const uint32_t edges = edges_.Before(text, begin);
    std::vector<AcceptedEnd>& ends = scratch.ends;
    ends.clear();
    if (IsSet(scratch.begins, begin)) {
      const uint32_t near = IsSet(scratch.places.near_digits, begin) ? SearchPlan::kNearDigit : 0U;
      scratch.dfa.Run(text, begin, static_cast<uint16_t>(edges | near), ends);
    }
    if (IsSet(scratch.windowed, begin)) RunGroups(begin, edges, walk);
    if (ends.empty()) return;
    KeepOpen(text, begin, scratch);
    if (ends.size() > 1) SortByPattern(ends);
    for (size_t first = 0; first < ends.size();) {
      const PatternIndex pattern = plan_.variants()[ends[first].number].pattern;
      size_t last = first + 1;
      while (last < ends.size() && plan_.variants()[ends[last].number].pattern == pattern) ++last;
      Choose(begin, pattern, std::span(ends).subspan(first, last - first), walk);
      first = last;
    }
  }

  // Of the ends found those of variants whose edges hold there and whose patterns have no match
  // that reaches over `begin`.
  void KeepOpen(std::string_view text, uint32_t begin, FastScratch& scratch) const {
    uint32_t end = 0;
    uint32_t allowed = 0;  // at `end`
    std::erase_if(scratch.ends, [&](const AcceptedEnd& accepted) {
      if (accepted.number >= plan_.variants().size()) return true;  // a trigger
      if (accepted.end != end) {
        end = accepted.end;
        allowed = edges_.After(text, end);
      }
      const PlannedVariant& variant = plan_.variants()[accepted.number];
      return (allowed >> static_cast<uint32_t>(variant.edges) & 1) == 0 ||
             begin < scratch.cursors[variant.pattern.number()];
    });
  }

  // The longest first; of equal ones the first variant.
  void SortByPattern(std::vector<AcceptedEnd>& ends) const {
    std::sort(ends.begin(), ends.end(), [this](const AcceptedEnd& a, const AcceptedEnd& b) {
      const PatternIndex of_a = plan_.variants()[a.number].pattern;
      const PatternIndex of_b = plan_.variants()[b.number].pattern;
      if (of_a != of_b) return of_a < of_b;
      return a.end != b.end ? a.end > b.end : a.number < b.number;
    });
  }

  // The groups that have a window there; the places asked for ascend.
  void RunGroups(uint32_t begin, uint32_t edges, Walk& walk) const {
    FastScratch& scratch = walk.scratch;
    if (!MayBegin(plan_.tables().groups_begin, walk.batch.text(), begin, scratch)) return;
    std::vector<GroupWindow>& open = scratch.open_windows;
    for (; walk.next_window < scratch.windows.size(); ++walk.next_window) {
      if (scratch.windows[walk.next_window].window.begin > begin) break;
      open.push_back(scratch.windows[walk.next_window]);
    }
    std::erase_if(open, [begin](const GroupWindow& each) { return each.window.end <= begin; });
    const size_t first_byte = static_cast<uint8_t>(walk.batch.text()[begin]) & 0x7FU;
    for (const GroupWindow& each : open) {
      if (!plan_.FirstBytesOf(each.group).test(first_byte)) continue;
      if ((edges >> static_cast<uint32_t>(plan_.EdgesOf(each.group)) & 1) == 0) continue;
      scratch.dfa.Run(walk.batch.text(), begin,
                      static_cast<uint16_t>(SearchPlan::kFirstGroup + each.group), scratch.ends);
    }
  }

  // Of the spans of one pattern with the same begin, the longest first, the first that the checks
  // accept is a match.
  void Choose(uint32_t begin, PatternIndex index, std::span<const AcceptedEnd> ends,
              Walk& walk) const {
    const Pattern& pattern = patterns_[index.number()];
    for (const AcceptedEnd& each : ends) {
      const VariantIndex variant = plan_.variants()[each.number].variant;
      const Span span{begin, each.end};
      if (!Accepts(pattern, pattern.variants[variant.number()], Cut(walk.batch.text(), span))) {
        continue;
      }
      walk.scratch.cursors[index.number()] = each.end;
      while (walk.batch.SpanOf(SkeletonIndex(walk.skeleton)).end < begin) ++walk.skeleton;
      if (!HasCue(index, walk)) return;
      const uint32_t origin = walk.batch.SpanOf(SkeletonIndex(walk.skeleton)).begin;
      walk.matches.push_back({SkeletonIndex(walk.skeleton),
                              index,
                              variant,
                              {begin - origin, each.end - origin},
                              ends.front().end > each.end});
      return;
    }
  }

  static bool Accepts(const Pattern& pattern, const Variant& variant, std::string_view value) {
    if (variant.checks.empty()) return true;
    if (pattern.compact.empty()) return ChecksAccept(variant, value);
    std::array<char, kMaxRegexWidth> compacted;
    size_t size = 0;
    for (const char c : value) {
      if (pattern.compact.find(c) == std::string::npos) compacted[size++] = c;
    }
    return ChecksAccept(variant, {compacted.data(), size});
  }

  bool HasCue(PatternIndex pattern, Walk& walk) const {
    const Cues& cues = cues_[pattern.number()].Get();
    if (cues.empty()) return true;
    CueSeen& seen = walk.scratch.cues_seen[pattern.number()];
    if (seen.skeleton != walk.skeleton) {
      const Span skeleton = walk.batch.SpanOf(SkeletonIndex(walk.skeleton));
      seen = {static_cast<uint32_t>(walk.skeleton), cues.StandIn(Cut(walk.batch.text(), skeleton))};
    }
    return seen.is_there;
  }

  const std::vector<Pattern>& patterns_;
  SearchPlan plan_;
  BeginPlaces places_;
  EdgesBeside edges_;
  std::deque<PatternCues> cues_;  // by pattern
};

// From the folder, or made and put there. What goes wrong with the folder costs time, not matches,
// so nothing is made of it.
SearchPlan PlanOf(const std::vector<Pattern>& patterns, const std::filesystem::path& cache_folder,
                  Reading reading) {
  const auto folder = cache_folder.empty() ? Result<PrivateFolder>(Fail(ErrorCode::kUnreadable, ""))
                                           : PrivateFolder::Open(cache_folder, reading);
  if (!folder) return SearchPlan(MakePlanParts(patterns));
  const std::string key = PlanKey(patterns);
  if (auto kept = LoadPlan(*folder, key)) return std::move(*kept);
  SearchPlan plan(MakePlanParts(patterns));
  static_cast<void>(StorePlan(*folder, key, plan));
  return plan;
}

}  // namespace

std::unique_ptr<Matcher> MakeFastMatcher(const std::vector<Pattern>& patterns,
                                         const std::filesystem::path& cache_folder, Reading reading,
                                         SimdLevel level) {
  return std::make_unique<FastMatcher>(patterns, PlanOf(patterns, cache_folder, reading), level);
}

}  // namespace gatepost
