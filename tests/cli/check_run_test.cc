// Runs on several threads, against one.

#include "cli/check_run.h"

#include <array>
#include <memory>
#include <random>
#include <string>

#include "base/file.h"
#include "base/temporary_folder.h"
#include "catch.h"
#include "pattern/load_policy.h"

namespace gatepost {
namespace {

// Posts of a few interleaved conversations, some with personal data, some that cannot be read.
std::string ManyPosts(size_t count) {
  constexpr std::array<const char*, 9> kTexts = {
      R"("text":"Bins are collected on Tuesday.")",
      R"("text":"Ring me on 07700 900123 or 07700 900456")",
      R"("text":"NHS number 999 000 0018")",
      R"("text":"we are at AA1 1AA")",
      R"("text":"or write to pat@example.com")",
      R"("text":"she was diagnosed in May")",
      R"("txt":1)",
      R"("text":"a\u0000b","media":2)",
      R"("text":"half \ud83d of a pair"{)"};
  std::mt19937_64 random(11);
  std::string lines;
  for (size_t i = 0; i < count; ++i) {
    lines += "{\"id\":\"" + std::to_string(i) + "\",";
    if (random() % 3 > 0) lines += "\"thread\":\"t" + std::to_string(random() % 7) + "\",";
    lines += kTexts[random() % kTexts.size()];
    lines += "}\n";
    if (random() % 50 == 0) lines += "\n";
  }
  return lines;
}

struct Ran {
  std::string report;
  ExitCode exit_code = ExitCode::kClean;
};

using MakeReport = std::unique_ptr<ReportWriter> (*)(ReportOptions);

Ran RunOn(const Scanner& scanner, const TemporaryFolder& folder, MakeReport make_report,
          size_t threads) {
  const std::string path = folder.path() / "report";
  auto output = Output::Open(path);
  REQUIRE(output);
  const auto report = make_report({});
  CheckRun run(scanner, *report, *output, {.threads = threads});
  REQUIRE(run.inputs().ReadJsonl(folder.path() / "posts.jsonl"));
  REQUIRE(run.inputs().ReadDraft("draft", "Ring me on 07700 900123"));
  REQUIRE(run.inputs().ReadJsonl(folder.path() / "missing.jsonl"));
  REQUIRE(run.inputs().ReadDraftFile(folder.path() / "missing.txt"));
  REQUIRE(run.inputs().ReadJsonl(folder.path() / "posts.jsonl"));
  REQUIRE(run.Finish());
  REQUIRE(output->Close());
  auto written = ReadFile(path, uint64_t{1} << 30);
  REQUIRE(written);
  return {std::move(*written), run.exit_code()};
}

TEST_CASE("a run gives the same report on any number of threads", "[cli][check_run]") {
  const auto set = PatternSet::Load({GATEPOST_SOURCE_DIR "/patterns/uk"});
  REQUIRE(set);
  auto policy = LoadPolicy("", (*set)->patterns());
  REQUIRE(policy);
  const Scanner scanner(*set, std::move(*policy), {});
  const TemporaryFolder folder;
  folder.Write("posts.jsonl", ManyPosts(2000));
  const MakeReport make_report = GENERATE(MakeTextReport, MakeJsonReport, MakeJsonlReport);
  const Ran alone = RunOn(scanner, folder, make_report, 1);
  CHECK(alone.exit_code == ExitCode::kFound);
  CHECK((alone.report.find("\"earlier\"") != std::string::npos ||
         alone.report.find("        with     ") != std::string::npos));
  for (const size_t threads : {2U, 3U, 8U}) {
    CAPTURE(threads);
    const Ran together = RunOn(scanner, folder, make_report, threads);
    CHECK(together.exit_code == alone.exit_code);
    CHECK((together.report == alone.report));
  }
}

}  // namespace
}  // namespace gatepost
