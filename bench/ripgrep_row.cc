#include <fstream>

#include "bench/frozen_regexes.h"
#include "bench/process.h"
#include "bench/rows.h"

namespace gatepost::bench {
namespace {

constexpr size_t kTextBytes = 10'000'000;
constexpr int kFound = 0;
constexpr int kNothingFound = 1;

// As ripgrep reads it: bytes, case already spelled out.
std::string InRustSyntax(const Regex& regex) { return "(?-u:" + ToRe2(regex) + ")"; }

bool RipgrepTakes(const std::string& regex) {
  const auto run = RunProcess({"rg", "-c", "-e", regex, "/dev/null"});
  return run && (run->exit_status == kFound || run->exit_status == kNothingFound);
}

bool IsInstalled() {
  const auto run = RunProcess({"rg", "--version"});
  return run && run->exit_status == 0;
}

// Each text on a line of its own.
size_t WriteLines(const std::vector<std::string>& texts, const std::filesystem::path& path) {
  std::ofstream file(path, std::ios::binary);
  size_t bytes = 0;
  for (std::string text : texts) {
    for (char& c : text) c = c == '\n' ? ' ' : c;
    file << text << '\n';
    bytes += text.size() + 1;
  }
  return bytes;
}

}  // namespace

Status MeasureRipgrep(Run& run) {
  if (!IsInstalled()) {
    run.Note("ripgrep (rg) is not installed and was not measured.");
    return {};
  }
  const auto frozen = ReadFrozenRegexes("bench/reference-patterns.tsv");
  if (!frozen) return Fail(frozen.error());
  run.Say("ripgrep");
  const std::filesystem::path regexes = run.options().out / "regexes.txt";
  const std::filesystem::path lines = run.options().out / "texts.txt";
  size_t taken = 0;
  {
    std::ofstream file(regexes);
    for (const FrozenRegex& each : *frozen) {
      const std::string regex = InRustSyntax(each.regex);
      if (!RipgrepTakes(regex)) continue;
      file << regex << '\n';
      ++taken;
    }
  }
  const size_t bytes = WriteLines(FirstBytes(run.ascii().texts, kTextBytes), lines);
  std::vector<double> seconds;
  for (int round = 0; round < run.options().rounds; ++round) {
    const auto done = RunProcess({"rg", "-c", "-j1", "-f", regexes.string(), lines.string()});
    if (!done) return Fail(done.error());
    if (done->exit_status != kFound) {
      run.Note("ripgrep does not take the frozen regexes together.");
      return {};
    }
    seconds.push_back(done->user_seconds);
  }
  run.Add(Speed{"rg -c -j1, " + std::to_string(taken) + " frozen regexes, lines that match",
                static_cast<double>(bytes) / Median(seconds) / 1e6});
  std::filesystem::remove(lines);
  return {};
}

}  // namespace gatepost::bench
