#include "scan/scanner.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/fingerprint.h"
#include "judge/channel_rules.h"
#include "judge/combiner.h"
#include "judge/decide.h"
#include "judge/overlap.h"
#include "judge/scorer.h"
#include "scan/suggester.h"
#include "text/skeletoniser.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

// Enough text a batch to make an engine's per-call costs vanish, little enough to stay in the
// cache.
constexpr uint64_t kBatchBytes = 64 << 10;

uint64_t BytesOf(const Post& post) {
  uint64_t bytes = 0;
  for (const Field& field : post.fields) bytes += field.text.size();
  return bytes;
}

Problem TooLarge(uint64_t bytes, uint64_t limit) {
  return {ProblemKind::kUnread,
          "post_too_large",
          "the post has " + std::to_string(bytes) + " bytes and was not looked at: the limit is " +
              std::to_string(limit) + " bytes. Split it, or raise the limit.",
          {}};
}

Problem EngineFailed(const Error& error) {
  return {ProblemKind::kUnread, "engine_failed", "the post was not looked at: " + error.message,
          error.where};
}

Problem TooManyMatches() {
  return {ProblemKind::kUnread,
          "too_many_matches",
          "only the first " + std::to_string(kMaxMatchesPerPost) +
              " matches were judged. Split the post to see the others.",
          {}};
}

Problem MediaNotRead(uint16_t media) {
  return {ProblemKind::kNote,
          "media_not_read",
          std::to_string(media) + (media == 1 ? " attachment was" : " attachments were") +
              " not looked into: check by eye.",
          {}};
}

class KeepVerdict final : public VerdictSink {
 public:
  void Accept(const Post&, Verdict verdict) override { kept = std::move(verdict); }
  Verdict kept;
};

}  // namespace

struct Scanner::Parts {
  Parts(std::shared_ptr<const PatternSet> its_set, Policy its_policy, ScanOptions its_options)
      : set(std::move(its_set)),
        policy(std::move(its_policy)),
        options(std::move(its_options)),
        rules(set->patterns(), policy, options.as_of),
        scorer(set->patterns(), rules),
        combiner(set->patterns(), policy) {}

  std::shared_ptr<const PatternSet> set;
  Policy policy;
  ScanOptions options;
  RuleBook rules;
  Scorer scorer;
  Combiner combiner;
};

struct Worker::State {
  SkeletonBatch batch;
  MatchList matches;
  std::unique_ptr<Matcher::Scratch> scratch;
  std::vector<std::vector<Problem>> problems;  // by post of the batch
  std::vector<std::string_view> texts;         // the skeletons of one post
  std::optional<Fingerprinter> fingerprinter;  // where there is a key
  std::unique_ptr<Worker> second;              // scans suggestions while this one's batch is in use
};

Worker::Worker(const Scanner& scanner) : state_(std::make_unique<State>()) {
  state_->scratch = scanner.set().matcher().NewScratch();
  if (scanner.options().keyring) state_->fingerprinter.emplace(*scanner.options().keyring);
}
Worker::~Worker() = default;
Worker::Worker(Worker&&) noexcept = default;

// The posts of one batch through all stages, in the order of the flow.
class Scanner::BatchScan {
 public:
  enum class Purpose : uint8_t { kVerdict, kRescan };

  BatchScan(const Scanner& scanner, Worker& worker, Purpose purpose)
      : scanner_(scanner), parts_(*scanner.parts_), state_(*worker.state_), purpose_(purpose) {}

  void Run(std::span<const Post> posts, VerdictSink& sink) {
    state_.batch.Clear();
    state_.problems.assign(posts.size(), {});
    next_skeleton_ = next_match_ = 0;
    FoldPosts(posts, state_.batch, state_.problems);
    const Status found =
        parts_.set->matcher().FindMatches(state_.batch, *state_.scratch, state_.matches);
    if (!found) {
      state_.matches.clear();
      for (auto& problems : state_.problems) problems.push_back(EngineFailed(found.error()));
    }
    for (size_t i = 0; i < posts.size(); ++i) {
      sink.Accept(posts[i], Judged(posts[i], PostIndex(i)));
    }
  }

  // The verdict of a post that is over the limit: nothing of it is looked at.
  [[nodiscard]] Verdict NotRead(const Post& post) const {
    Verdict verdict;
    verdict.problems = post.problems;
    verdict.problems.push_back(TooLarge(BytesOf(post), parts_.options.max_post_bytes));
    Decide(RulesFor(post), verdict);
    return verdict;
  }

 private:
  [[nodiscard]] const ChannelRules& RulesFor(const Post& post) const {
    return parts_.rules.For(post.channel.empty() ? parts_.options.channel : post.channel);
  }

  [[nodiscard]] Verdict Judged(const Post& post, PostIndex index) {
    const ChannelRules& rules = RulesFor(post);
    const std::vector<Pattern>& patterns = parts_.set->patterns();
    Verdict verdict;
    verdict.problems = post.problems;
    std::move(state_.problems[index.number()].begin(), state_.problems[index.number()].end(),
              std::back_inserter(verdict.problems));
    if (post.media > 0) verdict.problems.push_back(MediaNotRead(post.media));
    AddFindings(index, rules, verdict);
    DropExcluded(patterns, verdict.findings);
    verdict.combinations =
        parts_.combiner.Combine(state_.texts, rules.placeholders_count, verdict.findings);
    HideOverlapped(patterns, verdict.findings);
    Decide(rules, verdict);
    if (purpose_ == Purpose::kVerdict) {
      AddSuggestions(post, verdict);
      if (!parts_.options.keeps_hidden) RemoveHidden(verdict);
    }
    return verdict;
  }

  // Scores the matches in the post's skeletons, which follow those of the post before it.
  void AddFindings(PostIndex post, const ChannelRules& rules, Verdict& verdict) {
    const SkeletonBatch& batch = state_.batch;
    const MatchList& matches = state_.matches;
    size_t judged = 0;
    state_.texts.clear();
    for (; next_skeleton_ < batch.size(); ++next_skeleton_) {
      const Skeleton skeleton = batch[SkeletonIndex(next_skeleton_)];
      if (skeleton.post() != post) break;
      state_.texts.push_back(skeleton.text());
      for (; next_match_ < matches.size(); ++next_match_) {
        if (matches[next_match_].skeleton.number() != next_skeleton_) break;
        if (judged++ >= kMaxMatchesPerPost) {
          const Span span = skeleton.ToOriginal(matches[next_match_].span);
          verdict.covered.push_back({skeleton.field(), span});
          continue;
        }
        auto finding = parts_.scorer.Score(skeleton, matches, next_match_, rules);
        if (!finding) continue;
        AddFingerprint(Cut(skeleton.text(), matches[next_match_].span), *finding);
        verdict.findings.push_back(std::move(*finding));
      }
    }
    if (judged > kMaxMatchesPerPost) verdict.problems.push_back(TooManyMatches());
  }

  void AddFingerprint(std::string_view value, Finding& finding) {
    if (!state_.fingerprinter || purpose_ != Purpose::kVerdict) return;
    const Pattern& pattern = parts_.set->patterns()[finding.pattern.number()];
    const std::string canonical = Canonical(pattern.canonical, value);
    finding.fingerprint = state_.fingerprinter->Of(pattern.id, canonical);
    if (!parts_.options.names_retired) return;
    finding.retired_fingerprints = state_.fingerprinter->Retired(pattern.id, canonical);
  }

  void AddSuggestions(const Post& post, Verdict& verdict) const {
    if (verdict.would_be == Action::kPass || !parts_.options.makes_suggestions) return;
    if (!state_.second) state_.second = std::make_unique<Worker>(scanner_);
    BatchScan rescan(scanner_, *state_.second, Purpose::kRescan);
    verdict.suggestions =
        Suggest(post, parts_.set->patterns(), verdict.findings, [&rescan](const Post& safe) {
          KeepVerdict sink;
          rescan.Run({&safe, 1}, sink);
          return std::move(sink.kept);
        });
  }

  const Scanner& scanner_;
  const Parts& parts_;
  Worker::State& state_;
  Purpose purpose_;
  size_t next_skeleton_ = 0;
  size_t next_match_ = 0;
};

Scanner::Scanner(std::shared_ptr<const PatternSet> set, Policy policy, ScanOptions options)
    : parts_(std::make_unique<const Parts>(std::move(set), std::move(policy), std::move(options))) {
}
Scanner::~Scanner() = default;

void Scanner::Scan(std::span<const Post> posts, Worker& worker, VerdictSink& sink) const {
  BatchScan scan(*this, worker, BatchScan::Purpose::kVerdict);
  size_t first = 0;
  while (first < posts.size()) {
    uint64_t bytes = 0;
    size_t last = first;
    for (; last < posts.size() && bytes < kBatchBytes; ++last) {
      const uint64_t its_bytes = BytesOf(posts[last]);
      if (its_bytes > parts_->options.max_post_bytes) break;
      bytes += its_bytes;
    }
    if (last > first) scan.Run(posts.subspan(first, last - first), sink);
    if (last < posts.size() && BytesOf(posts[last]) > parts_->options.max_post_bytes) {
      sink.Accept(posts[last], scan.NotRead(posts[last]));
      ++last;
    }
    first = last;
  }
}

Verdict Scanner::Scan(const Post& post, Worker& worker) const {
  KeepVerdict sink;
  Scan({&post, 1}, worker, sink);
  return std::move(sink.kept);
}

const PatternSet& Scanner::set() const { return *parts_->set; }
const Policy& Scanner::policy() const { return parts_->policy; }
const ScanOptions& Scanner::options() const { return parts_->options; }

}  // namespace gatepost
