#include <algorithm>
#include <span>

#include "bench/rows.h"
#include "text/skeletoniser.h"

namespace gatepost::bench {
namespace {

constexpr size_t kPostsAtOnce = 256;
constexpr size_t kTextBytes = 10'000'000;
constexpr size_t kReferenceBytes = 500'000;  // its engine does about a MB/s

// Texts in skeletons, as the matcher gets them.
class Folding {
 public:
  explicit Folding(const std::vector<std::string>& texts) : posts_(PostsOf(texts)) {}

  // The bytes of all skeletons.
  size_t Fold() {
    size_t bytes = 0;
    for (size_t begin = 0; begin < posts_.size(); begin += kPostsAtOnce) {
      batch_.Clear();
      FoldInto(begin, batch_);
      bytes += batch_.text().size();
    }
    return bytes;
  }

  std::vector<SkeletonBatch> Batches() {
    std::vector<SkeletonBatch> batches;
    for (size_t begin = 0; begin < posts_.size(); begin += kPostsAtOnce) {
      FoldInto(begin, batches.emplace_back());
    }
    return batches;
  }

 private:
  void FoldInto(size_t begin, SkeletonBatch& batch) {
    const size_t count = std::min(kPostsAtOnce, posts_.size() - begin);
    problems_.assign(count, {});
    FoldPosts(std::span(posts_).subspan(begin, count), batch, problems_, Looks::kTwice);
  }

  std::vector<Post> posts_;
  SkeletonBatch batch_;
  std::vector<std::vector<Problem>> problems_;
};

size_t MatchAll(const PatternSet& set, const std::vector<SkeletonBatch>& batches) {
  const auto scratch = set.matcher().NewScratch();
  MatchList matches;
  size_t count = 0;
  for (const SkeletonBatch& batch : batches) {
    if (set.matcher().FindMatches(batch, *scratch, matches)) count += matches.size();
  }
  return count;
}

double SpeedOf(Run& run, const Contender& contender, int rounds) {
  run.Say(contender.name);
  return run.Time({contender}, rounds).front().bytes_per_second / 1e6;
}

void MeasureFolding(Run& run, Script script) {
  const Corpus corpus = run.MakeCorpus(script, std::min(run.ascii().text_bytes, kTextBytes));
  Folding folding(corpus.texts);
  const Contender fold{"fold, " + corpus.name, corpus.text_bytes, [&] { return folding.Fold(); }};
  run.Add(Speed{fold.name, SpeedOf(run, fold, run.options().rounds)});
}

// What every engine finds in the same texts, as many as the reference can look at.
void CompareEngines(Run& run, const std::vector<std::shared_ptr<const PatternSet>>& sets,
                    const std::vector<SkeletonBatch>& batches) {
  for (const auto& set : sets) {
    if (MatchAll(*set, batches) != MatchAll(*sets.front(), batches)) {
      run.Doubt("the engine " + std::string(set->matcher().name()) + " finds another number");
    }
  }
}

}  // namespace

Status MeasureStages(Run& run) {
  for (const Script script : {Script::kAscii, Script::kMixed, Script::kHeavy}) {
    MeasureFolding(run, script);
  }
  const auto sets = InEveryEngine(run.set());
  if (!sets) return Fail(sets.error());
  const auto few_texts = FirstBytes(run.ascii().texts, kReferenceBytes);
  const auto texts = FirstBytes(run.ascii().texts, kTextBytes);
  const auto few = Folding(few_texts).Batches();
  const auto all = Folding(texts).Batches();
  CompareEngines(run, *sets, few);
  for (const auto& set : *sets) {
    const std::string name(set->matcher().name());
    const bool is_reference = name == "reference";
    const Contender match{"match, engine " + name, BytesOf(is_reference ? few_texts : texts),
                          [&] { return MatchAll(*set, is_reference ? few : all); }};
    run.Add(Speed{match.name, SpeedOf(run, match, is_reference ? 1 : run.options().rounds)});
  }
  return {};
}

}  // namespace gatepost::bench
