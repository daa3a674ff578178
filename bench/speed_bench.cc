// How fast Gatepost is, every figure as a ratio to something measured in the same run.
// docs/performance.md says what the rows mean.
//
//   speed_bench --sentences FILE --gatepost PROGRAM --out FOLDER [--about FILE]
//               [--megabytes 100] [--rounds 5] [--quick] [--check]
//
// Run it in the root of the project: it reads patterns/uk and bench/reference-patterns.tsv. Exit
// status: 1 where what was scanned twice gave two results, or --check found a text too slow; 2 if
// it cannot run.

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <string_view>
#include <vector>

#include "bench/results.h"
#include "bench/rows.h"
#include "bench/run.h"

namespace gatepost::bench {
namespace {

// Below this share of the speed of ordinary text something is broken.
constexpr double kLastResort = 0.005;

// False if there is no such option.
bool SetOption(std::string_view name, const char* value, RunOptions& options) {
  if (name == "--sentences") {
    options.sentences = value;
  } else if (name == "--gatepost") {
    options.gatepost = value;
  } else if (name == "--out") {
    options.out = value;
  } else if (name == "--about") {
    options.about = value;
  } else if (name == "--megabytes") {
    options.megabytes = std::strtoul(value, nullptr, 10);
  } else if (name == "--rounds") {
    options.rounds = static_cast<int>(std::strtol(value, nullptr, 10));
  } else {
    return false;
  }
  return true;
}

std::optional<RunOptions> ReadArguments(const std::vector<std::string_view>& arguments) {
  RunOptions options;
  for (size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--quick" || arguments[i] == "--check") {
      (arguments[i] == "--quick" ? options.is_quick : options.only_checks) = true;
      continue;
    }
    if (i + 1 == arguments.size()) return std::nullopt;
    if (!SetOption(arguments[i], arguments[i + 1].data(), options)) return std::nullopt;
    ++i;
  }
  const bool is_whole = !options.sentences.empty() && !options.gatepost.empty() &&
                        !options.out.empty() && options.megabytes > 0 && options.rounds > 0;
  return is_whole ? std::optional(options) : std::nullopt;
}

Status MeasureAll(Run& run) {
  for (const auto measure :
       {MeasureJsonl, MeasureMemory, MeasureLibraries, MeasureLetters, MeasureAdversarial,
        MeasureMorePatterns, MeasureProgram, MeasureStages, MeasureRipgrep}) {
    if (Status status = measure(run); !status) return status;
  }
  return {};
}

void Write(const std::filesystem::path& path, const std::string& text) {
  if (!(std::ofstream(path, std::ios::binary) << text)) {
    std::fprintf(stderr, "speed_bench: %s cannot be written\n", path.c_str());
  }
}

void WriteResults(const Run& run) {
  const std::filesystem::path& out = run.options().out;
  Write(out / "results.md", ToMarkdown(run.results()));
  Write(out / "results.json", ToJson(run.results()));
  Write(out / "results.svg", ToSvg(run.results()));
}

int Check(const Run& run) {
  const double share = run.results().rows.front().value;
  std::printf("%s\n", run.results().rows.front().basis.c_str());
  if (share >= kLastResort) return 0;
  std::printf("Below %g of the speed of ordinary text.\n", kLastResort);
  return 1;
}

void PrintSpeeds(const Results& results) {
  std::puts("");
  for (const Speed& speed : results.speeds) {
    std::printf("%-88s %10s %s\n", speed.what.c_str(), InThreeDigits(speed.value).c_str(),
                speed.unit.c_str());
  }
}

int Fails(const Error& error) {
  std::fprintf(stderr, "speed_bench: %s\n", error.ToString().c_str());
  return 2;
}

int Main(const std::vector<std::string_view>& arguments) {
  const auto options = ReadArguments(arguments);
  if (!options) {
    std::fputs("usage: speed_bench --sentences FILE --gatepost PROGRAM --out FOLDER …\n", stderr);
    return 2;
  }
  std::filesystem::create_directories(options->out);
  // What the program keeps between runs is kept here, not where its user has it.
  setenv("XDG_CACHE_HOME", std::filesystem::absolute(options->out / "cache").c_str(), 1);
  const auto run = Run::Start(*options);
  if (!run) return Fails(run.error());
  const Status status = options->only_checks ? MeasureAdversarial(**run) : MeasureAll(**run);
  (*run)->Say("");
  if (!status) return Fails(status.error());
  if (!(*run)->is_sound()) return 1;
  if (options->only_checks) return Check(**run);
  PrintSpeeds((*run)->results());
  WriteResults(**run);
  return 0;
}

}  // namespace
}  // namespace gatepost::bench

int main(int argc, char** argv) { return gatepost::bench::Main({argv + 1, argv + argc}); }
