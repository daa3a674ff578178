#include "match/hyperscan_matcher.h"

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "match/begin_windows.h"
#include "match/hyperscan_cache.h"
#include "match/hyperscan_database.h"
#include "match/pattern_walk.h"
#include "match/reference_matcher.h"
#include "match/trigger_table.h"

namespace gatepost {
namespace {

// Adds the skeletons of the batch in which one of the places lies, each once.
void AddSkeletons(const SkeletonBatch& batch, std::vector<uint32_t>& ends,
                  std::vector<Span>& skeletons) {
  std::sort(ends.begin(), ends.end());
  size_t skeleton = 0;
  for (const uint32_t end : ends) {
    if (!skeletons.empty() && end <= skeletons.back().end) continue;
    while (batch.SpanOf(SkeletonIndex(skeleton)).end < end) ++skeleton;
    skeletons.push_back(batch.SpanOf(SkeletonIndex(skeleton)));
  }
}

// What a worker scans with, and by variant where its matches may begin in the batch's text.
class HyperscanMatcherScratch final : public Matcher::Scratch, public ExpressionSink {
 public:
  HyperscanMatcherScratch(const TriggerTable& table, size_t variants, HyperscanScratch scratch)
      : table_(table),
        scratch_(std::move(scratch)),
        begins_(variants),
        cued_(variants),
        cue_windows_(variants) {}

  void Accept(uint32_t expression, uint32_t end) override {
    for (const TriggerUse& use : table_.uses[expression]) {
      // A window may reach into the skeleton before: what it finds there is a match there.
      if (end < use.min_back) continue;
      const uint32_t first = end - std::min(end, use.max_back);
      begins_[use.variant].Add({first, end - use.min_back + 1});
    }
    for (const uint32_t variant : table_.cued[expression]) cued_[variant].push_back(end);
  }

  void Clear() {
    for (BeginWindows& begins : begins_) begins.Clear();
    for (std::vector<uint32_t>& ends : cued_) ends.clear();
  }
  void Finish(const SkeletonBatch& batch) {
    const auto size = static_cast<uint32_t>(batch.text().size());
    for (const uint32_t variant : table_.untriggered) begins_[variant].Add({0, size});
    for (BeginWindows& begins : begins_) begins.Finish();
    for (std::vector<Span>& windows : cue_windows_) windows.clear();
    for (size_t i = 0; i < cued_.size(); ++i) AddSkeletons(batch, cued_[i], cue_windows_[i]);
  }

  [[nodiscard]] hs_scratch* scratch() const { return scratch_.get(); }

  // Those of `count` variants from number `first` on; nullptr if none of them can match.
  [[nodiscard]] const std::vector<std::span<const Span>>* Begins(size_t first, size_t count) {
    of_pattern_.clear();
    bool is_any = false;
    for (size_t i = first; i < first + count; ++i) {
      of_pattern_.push_back(cue_windows_[i].empty() ? begins_[i].windows() : cue_windows_[i]);
      is_any |= !of_pattern_.back().empty();
    }
    return is_any ? &of_pattern_ : nullptr;
  }

 private:
  const TriggerTable& table_;
  HyperscanScratch scratch_;
  // By variant. One has either begins or skeletons in which a cue stands, whole and no others: they
  // are kept apart, where windows that are close become one.
  std::vector<BeginWindows> begins_;
  std::vector<std::vector<uint32_t>> cued_;  // where cues end
  std::vector<std::vector<Span>> cue_windows_;
  std::vector<std::span<const Span>> of_pattern_;
};

// From places in the batch's text to places in its skeletons, of matches in their order.
void SetSkeletons(const SkeletonBatch& batch, MatchList& matches) {
  size_t skeleton = 0;
  for (Match& match : matches) {
    while (batch.SpanOf(SkeletonIndex(skeleton)).end < match.span.end) ++skeleton;
    match.skeleton = SkeletonIndex(skeleton);
    const uint32_t begin = batch.SpanOf(match.skeleton).begin;
    match.span = {match.span.begin - begin, match.span.end - begin};
  }
}

// Whether the skeletons that a pattern's matches lie in hold one of its cues; each is looked
// through at most once. Asked for matches in their order.
class CueLook {
 public:
  CueLook(const SkeletonBatch& batch, const Cues& cues) : batch_(batch), cues_(cues) {}

  [[nodiscard]] bool Allows(Span match) {
    if (cues_.empty()) return true;
    if (match.end > end_) {
      while (batch_.SpanOf(SkeletonIndex(next_)).end < match.end) ++next_;
      const Span skeleton = batch_.SpanOf(SkeletonIndex(next_++));
      end_ = skeleton.end;
      has_cue_ = cues_.StandIn(Cut(batch_.text(), skeleton));
    }
    return has_cue_;
  }

 private:
  const SkeletonBatch& batch_;
  const Cues& cues_;
  size_t next_ = 0;   // the first skeleton not looked at
  uint32_t end_ = 0;  // of the one looked at last
  bool has_cue_ = false;
};

class HyperscanMatcher final : public Matcher {
 public:
  HyperscanMatcher(TriggerTable table, std::optional<HyperscanDatabase> database,
                   std::shared_ptr<const CompiledPatterns> patterns)
      : table_(std::move(table)),
        database_(std::move(database)),
        patterns_(std::move(patterns)),
        reference_(MakeReferenceMatcher(patterns_)) {
    for (const CompiledPattern& pattern : *patterns_) variants_ += pattern.variants.size();
  }

  [[nodiscard]] std::string_view name() const override { return "hyperscan"; }

  [[nodiscard]] std::unique_ptr<Matcher::Scratch> NewScratch() const override {
    return std::make_unique<HyperscanMatcherScratch>(table_, variants_,
                                                     database_ ? database_->NewScratch() : nullptr);
  }

  [[nodiscard]] Status FindMatches(const SkeletonBatch& batch, Matcher::Scratch& scratch,
                                   MatchList& matches) const override {
    auto* own = dynamic_cast<HyperscanMatcherScratch*>(&scratch);
    if (own == nullptr || !FindBegins(batch, *own)) {
      return reference_->FindMatches(batch, scratch, matches);
    }
    matches.clear();
    Confirm(batch, *own, matches);
    std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
      return std::tie(a.span.begin, a.pattern) < std::tie(b.span.begin, b.pattern);
    });
    SetSkeletons(batch, matches);
    return {};
  }

 private:
  [[nodiscard]] bool FindBegins(const SkeletonBatch& batch,
                                HyperscanMatcherScratch& scratch) const {
    scratch.Clear();
    if (database_ && !database_->Scan(batch.text(), scratch.scratch(), scratch)) return false;
    scratch.Finish(batch);
    return true;
  }

  // Walks the skeletons as one text: no regex matches the NULs between them, and edges see a NUL as
  // they see the end.
  void Confirm(const SkeletonBatch& batch, HyperscanMatcherScratch& scratch,
               MatchList& matches) const {
    size_t first_variant = 0;
    for (size_t p = 0; p < patterns_->size(); ++p) {
      const auto& [variants, cues] = (*patterns_)[p];
      const auto* begins = scratch.Begins(first_variant, variants.size());
      first_variant += variants.size();
      if (begins == nullptr) continue;
      PatternWalk walk(variants, batch.text(), *begins);
      CueLook look(batch, cues);
      while (const auto step = walk.Next()) {
        if (!look.Allows(step->span)) continue;
        matches.push_back(
            {SkeletonIndex(0), PatternIndex(p), step->variant, step->span, step->is_shortened});
      }
    }
  }

  TriggerTable table_;
  std::optional<HyperscanDatabase> database_;  // none if no pattern has a trigger
  std::shared_ptr<const CompiledPatterns> patterns_;
  std::unique_ptr<Matcher> reference_;
  size_t variants_ = 0;
};

// A database only if there is something to look for.
struct Triggers {
  TriggerTable table;
  std::optional<HyperscanDatabase> database;
};

Result<Triggers> MadeTriggers(const std::vector<Pattern>& patterns) {
  Triggers triggers{MakeTriggerTable(patterns), std::nullopt};
  if (triggers.table.expressions.empty()) return triggers;
  auto database = HyperscanDatabase::Compile(triggers.table.expressions);
  if (!database) return Fail(database.error());
  triggers.database = std::move(*database);
  return triggers;
}

// From the folder, or made and put there. What goes wrong with the folder costs time, not matches,
// so nothing is made of it.
Result<Triggers> TriggersOf(const std::vector<Pattern>& patterns,
                            const std::filesystem::path& cache_folder) {
  if (cache_folder.empty()) return MadeTriggers(patterns);
  const auto folder = PrivateFolder::Open(cache_folder);
  if (!folder) return MadeTriggers(patterns);
  const std::string key = TriggerKey(patterns);
  if (auto kept = LoadTriggers(*folder, key)) {
    return Triggers{std::move(kept->table), std::move(kept->database)};
  }
  auto made = MadeTriggers(patterns);
  if (!made || !made->database) return made;
  TriggerDatabase whole{std::move(made->table), std::move(*made->database)};
  static_cast<void>(StoreTriggers(*folder, key, whole));
  return Triggers{std::move(whole.table), std::move(whole.database)};
}

}  // namespace

Result<std::unique_ptr<Matcher>> MakeHyperscanMatcher(
    const std::vector<Pattern>& patterns, std::shared_ptr<const CompiledPatterns> compiled,
    const std::filesystem::path& cache_folder) {
  if (!HyperscanDatabase::IsUsableHere()) {
    return Fail(ErrorCode::kInternal, "Hyperscan does not run here.");
  }
  auto triggers = TriggersOf(patterns, cache_folder);
  if (!triggers) return Fail(triggers.error());
  return std::unique_ptr<Matcher>(std::make_unique<HyperscanMatcher>(
      std::move(triggers->table), std::move(triggers->database), std::move(compiled)));
}

}  // namespace gatepost
