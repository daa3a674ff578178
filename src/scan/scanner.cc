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
#include "scan/redactor.h"
#include "scan/scan_problems.h"
#include "scan/seams.h"
#include "scan/seen_matches.h"
#include "scan/suggester.h"
#include "text/skeletoniser.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

// Enough text a batch to make an engine's per-call costs vanish, little enough to stay in the
// cache.
constexpr uint64_t kBatchBytes = 64 << 10;

bool NamesThread(const Post& post) { return !post.thread.empty(); }

// Borrows the texts.
Post WithTexts(Post post, const std::vector<SafeText>& texts) {
  for (const SafeText& each : texts) post.fields[each.field.number()].text = each.text;
  return post;
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
        rules(set->patterns(), policy, options.as_of, options.language),
        scorer(set->patterns(), rules, options.keeps_phrases),
        combiner(set->patterns(), policy, options.language) {}

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
  SeenMatches seen;  // in the views of one field
  SplitText words;   // of one skeleton
  Seams seams;
  std::shared_ptr<Matcher::Scratch> scratch;   // with that of `second`: used in turns
  std::vector<std::vector<Problem>> problems;  // by post of the batch
  std::vector<Skeleton> skeletons;             // of the batch
  std::optional<Fingerprinter> fingerprinter;  // where there is a key
  std::unique_ptr<Worker> second;              // scans suggestions while this one's batch is in use
};

Worker::Worker(const Scanner& scanner) : Worker(scanner, scanner.set().matcher().NewScratch()) {}
Worker::Worker(const Scanner& scanner, std::shared_ptr<Matcher::Scratch> scratch)
    : state_(std::make_unique<State>()) {
  state_->scratch = std::move(scratch);
  if (scanner.options().keyring) state_->fingerprinter.emplace(*scanner.options().keyring);
}
Worker::~Worker() = default;
Worker::Worker(Worker&&) noexcept = default;

// A post on its way to its verdict.
struct Scanner::Draft {
  Verdict verdict;
  Span skeletons;           // of the worker's, those of this post
  EarlierEvidence earlier;  // what was said before it in its conversation
};

// One batch of posts through all stages, in the order of the flow: Read, Meet, Judge.
class Scanner::BatchScan {
 public:
  enum class Purpose : uint8_t { kVerdict, kRescan };

  BatchScan(const Scanner& scanner, Worker& worker, Purpose purpose)
      : scanner_(scanner), parts_(*scanner.parts_), state_(*worker.state_), purpose_(purpose) {}

  // Finds what is in each post by itself.
  [[nodiscard]] std::vector<Draft> Read(std::span<const Post> posts) {
    state_.batch.Clear();
    state_.problems.assign(posts.size(), {});
    state_.skeletons.clear();
    FoldPosts(posts, state_.batch, state_.problems,
              parts_.options.looks_twice ? Looks::kTwice : Looks::kOnce);
    const Status found =
        parts_.set->matcher().FindMatches(state_.batch, *state_.scratch, state_.matches);
    if (!found) {
      state_.matches.clear();
      for (auto& problems : state_.problems) problems.push_back(EngineFailed(found.error()));
    }
    next_match_ = 0;
    std::vector<Draft> drafts(posts.size());
    for (size_t i = 0; i < posts.size(); ++i) {
      Verdict& verdict = drafts[i].verdict;
      verdict.problems = posts[i].problems;
      std::move(state_.problems[i].begin(), state_.problems[i].end(),
                std::back_inserter(verdict.problems));
      if (posts[i].media > 0) verdict.problems.push_back(MediaNotRead(posts[i].media));
      AddFindings(PostIndex(i), {posts[i].kind, RulesFor(posts[i])}, drafts[i]);
      DropExcluded(parts_.set->patterns(), verdict.findings);
    }
    return drafts;
  }

  // Brings each post of a conversation together with what was said there before it.
  void Meet(std::span<const Post> posts, Conversations::Turn& turn, std::vector<Draft>& drafts) {
    for (size_t i = 0; i < posts.size(); ++i) {
      if (posts[i].thread.empty()) continue;
      drafts[i].earlier =
          turn.Meet(posts[i], EvidenceOf(posts[i], drafts[i], drafts[i].verdict.findings));
    }
  }

  // Decides, and says what to write instead.
  void Judge(std::span<const Post> posts, std::vector<Draft>& drafts, VerdictSink& sink) {
    for (size_t i = 0; i < posts.size(); ++i) {
      Judge(posts[i], drafts[i]);
      AddSuggestions(posts[i], drafts[i]);
      if (!parts_.options.keeps_hidden) RemoveHidden(drafts[i].verdict);
      sink.Accept(posts[i], std::move(drafts[i].verdict));
    }
  }

  // The same for posts that are redacted; each meets those before it as they were.
  void Redact(std::span<const Post> posts, Conversations::Turn& turn, std::vector<Draft>& drafts,
              Redactor& redactor, RedactionSink& sink) {
    BatchScan second(scanner_, Second(), Purpose::kRescan);
    for (size_t i = 0; i < posts.size(); ++i) {
      const Post& post = posts[i];
      Draft& draft = drafts[i];
      // Of one withheld as a whole nothing stands in the thread of what is written.
      const bool is_alone = post.thread.empty() || IsWithheldAsAWhole(post);
      if (!is_alone) draft.earlier = turn.Recall(post);
      Judge(post, draft);
      Evidence evidence = is_alone ? Evidence{} : EvidenceOf(post, draft, redactor);
      Redaction redaction = redactor.Redact(post, draft.verdict, [&](const Post& redacted) {
        std::vector<Draft> again = second.Read({&redacted, 1});
        again.front().earlier = draft.earlier;
        second.Judge(redacted, again.front());
        if (!is_alone) evidence = second.EvidenceOf(redacted, again.front(), redactor);
        return std::move(again.front().verdict);
      });
      if (!is_alone) turn.Remember(WithTexts(post, redaction.texts), std::move(evidence));
      sink.Accept(post, std::move(redaction));
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

  [[nodiscard]] std::span<const Skeleton> SkeletonsOf(const Draft& draft) const {
    const std::span<const Skeleton> all(state_.skeletons);
    return all.subspan(draft.skeletons.begin, draft.skeletons.size());
  }

  [[nodiscard]] ScoredPost Scored(const Post& post, const Draft& draft) const {
    return {post, SkeletonsOf(draft), RulesFor(post).placeholders_count};
  }

  // Of a post that was judged: what posts after it may meet, but nothing of look-alikes.
  [[nodiscard]] Evidence EvidenceOf(const Post& post, const Draft& draft,
                                    const Redactor& redactor) const {
    std::vector<Finding> findings;
    for (const Finding* each : redactor.WithoutLookAlikes(post, draft.verdict.findings)) {
      findings.push_back(*each);
    }
    return EvidenceOf(post, draft, findings);
  }

  [[nodiscard]] Evidence EvidenceOf(const Post& post, const Draft& draft,
                                    std::vector<Finding>& findings) const {
    Evidence evidence = parts_.combiner.EvidenceOf(Scored(post, draft), findings);
    if (parts_.options.looks_twice) evidence.tail = TailOf(post, SkeletonsOf(draft));
    return evidence;
  }

  [[nodiscard]] Worker& Second() const {
    if (!state_.second) {
      state_.second = std::unique_ptr<Worker>(new Worker(scanner_, state_.scratch));
    }
    return *state_.second;
  }

  // Scores the matches in the post's skeletons, which follow those of the post before it.
  void AddFindings(PostIndex post, const PostTraits& traits, Draft& draft) {
    const SkeletonBatch& batch = state_.batch;
    Verdict& verdict = draft.verdict;
    size_t judged = 0;
    size_t next = state_.skeletons.size();
    draft.skeletons.begin = static_cast<uint32_t>(next);
    for (; next < batch.size() && batch[SkeletonIndex(next)].post() == post; ++next) {
      const Skeleton& skeleton = state_.skeletons.emplace_back(batch[SkeletonIndex(next)]);
      if (skeleton.view() == View::kPlain) state_.seen.Clear();
      state_.words.Begin(skeleton.text());
      const std::span<const Match> matches = TakeMatches(SkeletonIndex(next));
      for (size_t which = 0; which < matches.size(); ++which) {
        const Span span = matches[which].span;
        if (!state_.seen.Add(skeleton, matches[which])) continue;
        if (judged++ >= kMaxMatchesPerPost) {
          verdict.covered.push_back({skeleton.field(), skeleton.ToOriginal(span)});
          continue;
        }
        auto finding = parts_.scorer.Score({skeleton, matches, which, state_.words}, traits);
        if (!finding) continue;
        AddFingerprint(Cut(skeleton.text(), span), *finding);
        verdict.findings.push_back(std::move(*finding));
      }
    }
    draft.skeletons.end = static_cast<uint32_t>(next);
    if (judged > kMaxMatchesPerPost) verdict.problems.push_back(TooManyMatches());
  }

  // The matches in that skeleton, if it is the next one that has any.
  std::span<const Match> TakeMatches(SkeletonIndex skeleton) {
    const auto left = std::span<const Match>(state_.matches).subspan(next_match_);
    if (left.empty() || left.front().skeleton != skeleton) return {};
    const auto taken = OfFirstSkeleton(left);
    next_match_ += taken.size();
    return taken;
  }

  void AddFingerprint(std::string_view value, Finding& finding) const {
    if (!state_.fingerprinter || purpose_ != Purpose::kVerdict) return;
    const Pattern& pattern = parts_.set->patterns()[finding.pattern.number()];
    const std::string canonical = Canonical(pattern.canonical, value);
    finding.fingerprint = state_.fingerprinter->Of(pattern.id, canonical);
    if (!parts_.options.names_retired) return;
    finding.retired_fingerprints = state_.fingerprinter->Retired(pattern.id, canonical);
  }

  // What is broken over fields, or over the post before this one and this.
  void AddBroken(const Post& post, Draft& draft) const {
    if (!parts_.options.looks_twice) return;
    const Match* of_split = nullptr;  // the first of the skeleton whose words are split
    const auto score = [&](const Skeleton& skeleton, std::span<const Match> matches, size_t which) {
      if (of_split != matches.data()) state_.words.Begin(skeleton.text());
      of_split = matches.data();
      auto finding = parts_.scorer.Score({skeleton, matches, which, state_.words},
                                         {post.kind, RulesFor(post)});
      if (finding) AddFingerprint(Cut(skeleton.text(), matches[which].span), *finding);
      return finding;
    };
    const EarlierTail* tail = nullptr;
    if (!draft.earlier.empty() && draft.earlier.front()->tail) tail = &*draft.earlier.front()->tail;
    state_.seams.Find(post, SkeletonsOf(draft), tail, parts_.set->matcher(), *state_.scratch, score,
                      draft.verdict.findings);
  }

  void Judge(const Post& post, Draft& draft) const {
    Verdict& verdict = draft.verdict;
    AddBroken(post, draft);
    verdict.combinations =
        parts_.combiner.Combine(Scored(post, draft), draft.earlier, verdict.findings);
    HideOverlapped(parts_.set->patterns(), verdict.findings);
    Decide(RulesFor(post), verdict);
  }

  void AddSuggestions(const Post& post, Draft& draft) const {
    Verdict& verdict = draft.verdict;
    if (verdict.would_be == Action::kPass || !parts_.options.makes_suggestions) return;
    BatchScan rescan(scanner_, Second(), Purpose::kRescan);
    verdict.suggestions =
        Suggest(post, RulesFor(post), verdict.findings, [&rescan, &draft](const Post& safe) {
          std::vector<Draft> again = rescan.Read({&safe, 1});
          again.front().earlier = draft.earlier;
          rescan.Judge(safe, again.front());
          return std::move(again.front().verdict);
        });
  }

  const Scanner& scanner_;
  const Parts& parts_;
  Worker::State& state_;
  Purpose purpose_;
  size_t next_match_ = 0;
};

Scanner::Scanner(std::shared_ptr<const PatternSet> set, Policy policy, ScanOptions options)
    : parts_(std::make_unique<const Parts>(std::move(set), std::move(policy), std::move(options))) {
}
Scanner::~Scanner() = default;

size_t Scanner::BatchSize(std::span<const Post> posts) const {
  uint64_t bytes = 0;
  size_t size = 0;
  for (; size < posts.size() && bytes < kBatchBytes; ++size) {
    const uint64_t its_bytes = BytesOf(posts[size]);
    if (its_bytes > parts_->options.max_post_bytes) break;
    bytes += its_bytes;
  }
  return size;
}

void Scanner::Scan(std::span<const Post> posts, Worker& worker, Conversations::Turn& turn,
                   VerdictSink& sink) const {
  BatchScan scan(*this, worker, BatchScan::Purpose::kVerdict);
  if (std::none_of(posts.begin(), posts.end(), NamesThread)) turn.Pass();
  while (!posts.empty()) {
    const auto batch = posts.first(BatchSize(posts));
    if (batch.empty()) {
      sink.Accept(posts.front(), scan.NotRead(posts.front()));
      posts = posts.subspan(1);
      continue;
    }
    posts = posts.subspan(batch.size());
    std::vector<Draft> drafts = scan.Read(batch);
    scan.Meet(batch, turn, drafts);
    if (posts.empty()) turn.Pass();
    scan.Judge(batch, drafts, sink);
  }
  turn.Pass();
}

void Scanner::Scan(std::span<const Post> posts, Worker& worker, VerdictSink& sink) const {
  Conversations conversations;
  Conversations::Turn turn(conversations, 0);
  Scan(posts, worker, turn, sink);
}

Verdict Scanner::Scan(const Post& post, Worker& worker) const {
  KeepVerdict sink;
  Scan({&post, 1}, worker, sink);
  return std::move(sink.kept);
}

void Scanner::Redact(std::span<const Post> posts, Worker& worker, Conversations::Turn& turn,
                     Redactor& redactor, RedactionSink& sink) const {
  BatchScan scan(*this, worker, BatchScan::Purpose::kRescan);
  if (!redactor.keeps_order() && std::none_of(posts.begin(), posts.end(), NamesThread)) turn.Pass();
  while (!posts.empty()) {
    const size_t size = BatchSize(posts);
    const auto batch = posts.first(std::max<size_t>(size, 1));
    posts = posts.subspan(batch.size());
    std::vector<Draft> drafts(1);
    if (size > 0) {
      drafts = scan.Read(batch);
    } else {
      drafts.front().verdict = scan.NotRead(batch.front());
    }
    if (redactor.keeps_order()) turn.Begin();
    scan.Redact(batch, turn, drafts, redactor, sink);
  }
  turn.Pass();
}

const PatternSet& Scanner::set() const { return *parts_->set; }
const Policy& Scanner::policy() const { return parts_->policy; }
const ScanOptions& Scanner::options() const { return parts_->options; }

}  // namespace gatepost
