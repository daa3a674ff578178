// How fast posts become verdicts, against RE2 run pattern by pattern over the same texts.
//
//   check_bench POSTS.jsonl [PATTERNS]
//
// The whole path of `check --jsonl -f jsonl` (read, fold, match, judge, write) is timed, and the
// matcher's part of it; the reference is every regex of the set, compiled by RE2, searched for in
// each text until it has no more matches.

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
    report_->Add(post, {"bench"}, verdict, out_);
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

size_t MatchAll(const PatternSet& set, const std::vector<std::string>& texts) {
  const auto scratch = set.matcher().NewScratch();
  SkeletonBatch batch;
  MatchList matches;
  size_t count = 0;
  for (const std::string& text : texts) {
    batch.Clear();
    Fold(text, batch.buffer(), batch.edits());
    batch.Close(PostIndex(0), FieldIndex(0), View::kPlain, text);
    if (set.matcher().FindMatches(batch, *scratch, matches)) count += matches.size();
  }
  return count;
}

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
  const Scanner scanner(*set, *policy, {});
  const std::vector<std::string> texts = TextsOf(*jsonl);
  size_t text_bytes = 0;
  for (const std::string& text : texts) text_bytes += text.size();
  const auto regexes = CompiledAlone((*set)->patterns());

  size_t findings = 0;
  size_t matches = 0;
  size_t regex_matches = 0;
  const double check = BestSeconds([&] { findings = CheckAll(scanner, *jsonl); });
  const double match = BestSeconds([&] { matches = MatchAll(**set, texts); });
  const double alone = BestSeconds([&] { regex_matches = CountMatches(regexes, texts); });

  const auto mb = [](size_t bytes) { return static_cast<double>(bytes) / 1e6; };
  std::printf("set %s %s, engine %s: %zu patterns, %zu regexes; best of %d rounds, one thread\n",
              (*set)->name().c_str(), (*set)->hash().substr(0, 8).c_str(),
              std::string((*set)->matcher().name()).c_str(), (*set)->patterns().size(),
              regexes.size(), kRounds);
  std::printf("%zu texts, %.1f MB of text, %.1f MB of JSONL\n", texts.size(), mb(text_bytes),
              mb(jsonl->size()));
  std::printf("%-34s %9s %9s %10s\n", "", "MB/s text", "× RE2", "found");
  const auto row = [&](const char* name, double seconds, size_t found) {
    std::printf("%-34s %9.1f %9.2f %10zu\n", name, mb(text_bytes) / seconds, alone / seconds,
                found);
  };
  row("check --jsonl, all of it", check, findings);
  row("fold and match", match, matches);
  row("RE2, regex by regex, nothing else", alone, regex_matches);
  return findings > 0 || matches == 0 ? 0 : 1;
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) { return gatepost::Run(argc, argv); }
