#include "bench/run.h"

#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string_view>
#include <utility>

#include "base/file.h"
#include "pattern/load_policy.h"
#include "post/jsonl_post.h"
#include "post/line_source.h"

namespace gatepost::bench {
namespace {

constexpr uint64_t kMaxSentencesBytes = uint64_t{1} << 30;
constexpr uint64_t kMaxLineBytes = 1 << 20;
constexpr std::string_view kPatterns = "patterns/uk";
// Of all scans, so that nothing depends on when they run.
constexpr std::chrono::sys_days kDay{std::chrono::year{2024} / 6 / 1};

Result<std::vector<std::string>> ReadSentences(const std::filesystem::path& path) {
  const auto jsonl = ReadFile(path, kMaxSentencesBytes);
  if (!jsonl) return Fail(jsonl.error());
  std::vector<std::string> sentences;
  JsonlPostReader reader;
  LineSource lines = LineSource::Over(*jsonl, kMaxLineBytes);
  for (;;) {
    const auto line = lines.Next();
    if (!line || !*line) break;
    for (const Field& field : reader.Read((*line)->text, {"sentences", 1, 0}).fields) {
      sentences.emplace_back(field.text);
    }
  }
  if (sentences.empty())
    return Fail(ErrorCode::kSyntax, "There are no sentences.", {path.string()});
  return sentences;
}

std::vector<std::pair<std::string, std::string>> ReadAbout(const std::filesystem::path& path) {
  std::vector<std::pair<std::string, std::string>> about;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const size_t colon = line.find(": ");
    if (colon != std::string::npos)
      about.emplace_back(line.substr(0, colon), line.substr(colon + 2));
  }
  return about;
}

class Count final : public VerdictSink {
 public:
  void Accept(const Post& post, Verdict verdict) override {
    static_cast<void>(post);
    findings += verdict.findings.size();
  }
  size_t findings = 0;
};

}  // namespace

Result<std::unique_ptr<Run>> Run::Start(const RunOptions& options) {
  std::unique_ptr<Run> run(new Run);
  run->options_ = options;
  auto sentences = ReadSentences(options.sentences);
  if (!sentences) return Fail(sentences.error());
  run->sentences_ = *std::move(sentences);
  auto scanner = run->ScannerOf({kPatterns});
  if (!scanner) return Fail(scanner.error());
  run->scanner_ = *std::move(scanner);
  run->ascii_ = run->MakeCorpus(Script::kAscii, options.megabytes * 1'000'000);
  run->results_.about = ReadAbout(options.about);
  run->results_.about.emplace_back("set", run->set().name() + " " + run->set().hash());
  run->results_.about.emplace_back("engine", run->set().matcher().name());
  run->results_.about.emplace_back(
      "texts", Megabytes(run->ascii_.text_bytes) + " in each corpus, median of " +
                   std::to_string(options.rounds) + " rounds, CPU time of one thread");
  return run;
}

Corpus Run::MakeCorpus(Script script, size_t text_bytes) const {
  return bench::MakeCorpus({script, text_bytes}, sentences_, set().patterns());
}

Result<std::unique_ptr<Scanner>> Run::ScannerOf(
    const std::vector<std::filesystem::path>& folders) const {
  auto set = PatternSet::Load(folders);
  if (!set) return Fail(set.error().front());
  auto policy = LoadPolicy("", (*set)->patterns());
  if (!policy) return Fail(policy.error().front());
  return std::make_unique<Scanner>(*set, *std::move(policy), ScanOptions{.as_of = kDay});
}

std::vector<Timing> Run::Time(const std::vector<Contender>& contenders, int rounds) {
  std::vector<Timing> timings = TimeInTurns(contenders, rounds);
  for (size_t i = 0; i < timings.size(); ++i) {
    if (!timings[i].is_steady) Doubt(contenders[i].name + ": not every round found the same");
  }
  return timings;
}

void Run::Doubt(const std::string& why) {
  is_sound_ = false;
  std::fprintf(stderr, "speed_bench: %s\n", why.c_str());
}

void Run::Add(Row row) {
  Say("");
  std::printf("%-52s %12s   %-16s aim %-8s %s\n", row.figure.c_str(), ValueOf(row).c_str(),
              LimitOf(row).c_str(), InThreeDigits(row.aim).c_str(),
              row.ShareOfLimit() >= 1 ? "" : "NOT KEPT");
  std::fflush(stdout);
  results_.rows.push_back(std::move(row));
}

void Run::Add(Speed speed) { results_.speeds.push_back(std::move(speed)); }
void Run::Note(std::string note) { results_.notes.push_back(std::move(note)); }

void Run::Say(const std::string& what) const {
  if (isatty(STDERR_FILENO) == 0) return;
  std::fprintf(stderr, "\r\033[K%s", what.c_str());
  std::fflush(stderr);
}

TextScan::TextScan(const Scanner& scanner, const std::vector<std::string>& texts)
    : scanner_(scanner), worker_(scanner), posts_(PostsOf(texts)) {}

size_t TextScan::CountFindings() {
  Count count;
  scanner_.Scan(posts_, worker_, count);
  return count.findings;
}

std::vector<Post> PostsOf(const std::vector<std::string>& texts) {
  std::vector<Post> posts;
  posts.reserve(texts.size());
  for (const std::string& text : texts) {
    posts.emplace_back().fields.push_back({FieldKind::kText, 0, text, nullptr});
  }
  return posts;
}

size_t BytesOf(const std::vector<std::string>& texts) {
  size_t bytes = 0;
  for (const std::string& text : texts) bytes += text.size();
  return bytes;
}

std::vector<std::string> FirstBytes(const std::vector<std::string>& texts, size_t bytes) {
  std::vector<std::string> first;
  for (size_t i = 0, taken = 0; i < texts.size() && taken < bytes; ++i) {
    first.push_back(texts[i]);
    taken += texts[i].size();
  }
  return first;
}

std::string Megabytes(size_t bytes) {
  return InThreeDigits(static_cast<double>(bytes) / 1e6) + " MB";
}

}  // namespace gatepost::bench
