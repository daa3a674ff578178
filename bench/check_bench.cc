// How fast posts become verdicts, against RE2 run pattern by pattern over the same texts.
//
//   check_bench POSTS.jsonl [PATTERNS]
//
// The whole path of `check --jsonl -f jsonl` (read, fold, match, judge, write) is timed, and the
// matcher's part of it in every engine; the references are every regex of the set, compiled by RE2,
// searched for in each text until it has no more matches, and all of them in one database of
// Hyperscan, which says only where each match ends.

#include <hs.h>
#include <re2/re2.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "gatepost.h"
#include "pattern/default_policy.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"
#include "report/report.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

constexpr int kRounds = 3;
constexpr uint64_t kMaxBytes = uint64_t{4} << 30;

class WriteVerdicts final : public VerdictSink {
 public:
  explicit WriteVerdicts(const Scanner& scanner) : report_(MakeJsonlReport({})) {
    report_->Begin(ContextOf(scanner), out_);
  }
  void Accept(const Post& post, Verdict verdict) override {
    report_->Render(post, {"bench"}, verdict, out_);
    out_.clear();
    findings += verdict.findings.size();
  }
  size_t findings = 0;

 private:
  std::unique_ptr<ReportWriter> report_;
  std::string out_;
};

template <class Work>
double BestSeconds(Work work) {
  double best = 1e9;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    work();
    best = std::min(
        best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

// The whole of `check --jsonl -f jsonl` but for the files.
size_t CheckAll(const Scanner& scanner, std::string_view jsonl) {
  Worker worker(scanner);
  WriteVerdicts sink(scanner);
  std::vector<JsonlPostReader> readers(64);
  std::vector<Post> posts;
  LineSource lines = LineSource::Over(jsonl, kMaxBytes);
  for (;;) {
    const auto line = lines.Next();
    if (!line || !*line) break;
    posts.push_back(readers[posts.size()].Read((*line)->text, {"bench", 1, 0}));
    if (posts.size() < readers.size()) continue;
    scanner.Scan(posts, worker, sink);
    posts.clear();
  }
  scanner.Scan(posts, worker, sink);
  return sink.findings;
}

std::vector<std::string> TextsOf(std::string_view jsonl) {
  std::vector<std::string> texts;
  JsonlPostReader reader;
  LineSource lines = LineSource::Over(jsonl, kMaxBytes);
  for (;;) {
    const auto line = lines.Next();
    if (!line || !*line) return texts;
    for (const Field& field : reader.Read((*line)->text, {"bench", 1, 0}).fields) {
      texts.emplace_back(field.text);
    }
  }
}

std::vector<std::unique_ptr<RE2>> CompiledAlone(const std::vector<Pattern>& patterns) {
  RE2::Options options;
  options.set_encoding(RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  std::vector<std::unique_ptr<RE2>> all;
  for (const Pattern& pattern : patterns) {
    for (const Variant& variant : pattern.variants) {
      options.set_case_sensitive(variant.regex.is_case_sensitive());
      all.push_back(std::make_unique<RE2>(ToRe2(variant.regex), options));
    }
  }
  return all;
}

size_t CountMatches(const std::vector<std::unique_ptr<RE2>>& regexes,
                    const std::vector<std::string>& texts) {
  size_t count = 0;
  for (const std::string& text : texts) {
    for (const auto& regex : regexes) {
      re2::StringPiece found;
      size_t from = 0;
      while (regex->Match(text, from, text.size(), RE2::UNANCHORED, &found, 1)) {
        ++count;
        from = static_cast<size_t>(found.data() - text.data()) + std::max<size_t>(found.size(), 1);
        if (from > text.size()) break;
      }
    }
  }
  return count;
}

struct FreeHyperscan {
  void operator()(hs_database_t* database) const { hs_free_database(database); }
  void operator()(hs_scratch_t* scratch) const { hs_free_scratch(scratch); }
};

// All regexes whole in one database; null if they are too much for it.
struct AllInOne {
  std::unique_ptr<hs_database_t, FreeHyperscan> database;
  std::unique_ptr<hs_scratch_t, FreeHyperscan> scratch;
};

AllInOne CompiledTogether(const std::vector<Pattern>& patterns) {
  std::vector<std::string> sources;
  for (const Pattern& pattern : patterns) {
    for (const Variant& variant : pattern.variants) sources.push_back(ToRe2(variant.regex));
  }
  std::vector<const char*> pointers;
  for (const std::string& source : sources) pointers.push_back(source.c_str());
  hs_database_t* database = nullptr;
  hs_scratch_t* scratch = nullptr;
  hs_compile_error_t* error = nullptr;
  const hs_platform_info_t any{};
  const auto count = static_cast<unsigned int>(pointers.size());
  if (hs_compile_multi(pointers.data(), nullptr, nullptr, count, HS_MODE_BLOCK, &any, &database,
                       &error) != HS_SUCCESS) {
    hs_free_compile_error(error);
    return {};
  }
  AllInOne all{std::unique_ptr<hs_database_t, FreeHyperscan>(database), nullptr};
  if (hs_alloc_scratch(database, &scratch) == HS_SUCCESS) all.scratch.reset(scratch);
  return all;
}

int CountOne(unsigned int, unsigned long long, unsigned long long, unsigned int, void* count) {
  ++*static_cast<size_t*>(count);
  return 0;
}

size_t CountEnds(const AllInOne& all, const std::vector<SkeletonBatch>& batches) {
  size_t count = 0;
  for (const SkeletonBatch& batch : batches) {
    hs_scan(all.database.get(), batch.text().data(), static_cast<unsigned int>(batch.text().size()),
            0, all.scratch.get(), CountOne, &count);
  }
  return count;
}

// The texts folded, in batches of the scanner's size.
std::vector<SkeletonBatch> Folded(const std::vector<std::string>& texts) {
  constexpr size_t kBatchBytes = 64 << 10;
  std::vector<SkeletonBatch> batches;
  for (const std::string& text : texts) {
    if (batches.empty() || batches.back().text().size() >= kBatchBytes) batches.emplace_back();
    SkeletonBatch& batch = batches.back();
    batch.AddPlain(PostIndex(0), FieldIndex(0), text);
  }
  return batches;
}

size_t MatchAll(const PatternSet& set, const std::vector<SkeletonBatch>& batches) {
  const auto scratch = set.matcher().NewScratch();
  MatchList matches;
  size_t count = 0;
  for (const SkeletonBatch& batch : batches) {
    if (set.matcher().FindMatches(batch, *scratch, matches)) count += matches.size();
  }
  return count;
}

// Prints each measurement beside the first, which is what the others are ratios to.
class Table {
 public:
  explicit Table(size_t text_bytes) : megabytes_(static_cast<double>(text_bytes) / 1e6) {
    std::printf("%-42s %9s %9s %10s\n", "", "MB/s text", "ratio", "result");
  }

  // Returns what was found.
  template <class Work>
  size_t Row(const std::string& name, Work work) {
    size_t found = 0;
    const double seconds = BestSeconds([&] { found = work(); });
    if (first_seconds_ == 0) first_seconds_ = seconds;
    std::printf("%-42s %9.1f %9.2f %10zu\n", name.c_str(), megabytes_ / seconds,
                first_seconds_ / seconds, found);
    return found;
  }

 private:
  double megabytes_;
  double first_seconds_ = 0;
};

int Run(int argc, char** argv) {
  if (argc < 2) {
    std::fputs("usage: check_bench POSTS.jsonl [PATTERNS]\n", stderr);
    return 2;
  }
  const auto jsonl = ReadFile(argv[1], kMaxBytes);
  const auto set = PatternSet::Load({argc > 2 ? argv[2] : "patterns/uk"});
  const auto policy = ParsePolicy(DefaultPolicyToml(), "default policy");
  if (!jsonl || !set || !policy) {
    std::fputs("check_bench: the posts or the patterns cannot be read\n", stderr);
    return 2;
  }
  const auto sets = InEveryEngine(**set);
  if (!sets) return std::fputs("check_bench: an engine does not compile the set\n", stderr), 2;
  const Scanner scanner(*set, *policy, {});
  const std::vector<std::string> texts = TextsOf(*jsonl);
  const std::vector<SkeletonBatch> batches = Folded(texts);
  const auto regexes = CompiledAlone((*set)->patterns());
  const AllInOne all_in_one = CompiledTogether((*set)->patterns());
  size_t text_bytes = 0;
  for (const std::string& text : texts) text_bytes += text.size();

  std::printf(
      "set %s %s: %zu patterns, %zu regexes; Hyperscan's library %s; best of %d rounds, "
      "one thread\n%zu texts, %.1f MB of text, %.1f MB of JSONL\n",
      (*set)->name().c_str(), (*set)->hash().substr(0, 8).c_str(), (*set)->patterns().size(),
      regexes.size(), hs_version(), kRounds, texts.size(), static_cast<double>(text_bytes) / 1e6,
      static_cast<double>(jsonl->size()) / 1e6);
  Table table(text_bytes);
  table.Row("RE2, regex by regex, nothing else", [&] { return CountMatches(regexes, texts); });
  if (all_in_one.scratch) {
    table.Row("Hyperscan, all regexes in one, ends only",
              [&] { return CountEnds(all_in_one, batches); });
  }
  std::vector<size_t> matches;
  for (const auto& each : *sets) {
    const std::string name(each->matcher().name());
    matches.push_back(
        table.Row("match, " + name + " engine", [&] { return MatchAll(*each, batches); }));
  }
  table.Row("fold, into batches", [&] { return Folded(texts).size(); });
  table.Row("check --jsonl, all of it, " + std::string((*set)->matcher().name()),
            [&] { return CheckAll(scanner, *jsonl); });
  return std::count(matches.begin(), matches.end(), matches.front()) ==
                 static_cast<std::ptrdiff_t>(matches.size())
             ? 0
             : 1;
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) { return gatepost::Run(argc, argv); }
