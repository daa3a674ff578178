#include "bench/frozen_regexes.h"
#include "bench/hyperscan_reference.h"
#include "bench/re2_reference.h"
#include "bench/rows.h"

namespace gatepost::bench {
namespace {

// A second or two of work for each library, of which both do a few MB/s.
constexpr size_t kHyperscanBytes = 4'000'000;
constexpr size_t kRe2Bytes = 3'000'000;

const char* const kFrozen = "bench/reference-patterns.tsv";

// Adds the row of a reference over fewer texts, and the speed of the reference.
Timing AddRow(Run& run, const Contender& reference, const std::string& basis, Row row) {
  TextScan scan(run.scanner(), run.ascii().texts);
  run.Say(reference.name);
  const auto timings = run.Time(
      {{"text in memory", run.ascii().text_bytes, [&] { return scan.CountFindings(); }}, reference},
      run.options().rounds);
  row.value = timings[0].bytes_per_second / timings[1].bytes_per_second;
  row.basis = Megabytes(run.ascii().text_bytes) + " of ASCII; " + basis + " over the first " +
              Megabytes(reference.bytes) + ": a ratio of speeds";
  run.Add(std::move(row));
  run.Add(Speed{reference.name, timings[1].bytes_per_second / 1e6});
  return timings[1];
}

void AgainstHyperscan(Run& run, const std::vector<FrozenRegex>& frozen) {
  run.Say("compiling with Hyperscan");
  const HyperscanReference reference(frozen);
  std::string refused;
  for (const std::string& name : reference.refused()) {
    refused += (refused.empty() ? "" : "; ") + name;
  }
  run.Note("Of the " + std::to_string(frozen.size()) + " frozen regexes Hyperscan refuses " +
           std::to_string(reference.refused().size()) + ", which it is spared: " + refused + ".");
  if (!reference.works()) return run.Note("Hyperscan does not compile the frozen regexes.");
  const std::vector<std::string> blocks = InBlocks(FirstBytes(run.ascii().texts, kHyperscanBytes));
  const size_t count = frozen.size() - reference.refused().size();
  AddRow(run,
         {"Hyperscan, frozen regexes in one database", BytesOf(blocks),
          [&] { return reference.CountEnds(blocks); }},
         std::to_string(count) + " regexes in one database",
         {"text in memory, against Hyperscan", "", 0, 25, 40});
}

void AgainstRe2(Run& run, const std::vector<FrozenRegex>& frozen) {
  run.Say("compiling with RE2");
  const Re2Reference reference(frozen);
  const std::vector<std::string> texts = FirstBytes(run.ascii().texts, kRe2Bytes);
  const Timing timing = AddRow(
      run,
      {"RE2::Set and RE2, frozen regexes, texts seen before", BytesOf(texts),
       [&] { return reference.CountMatches(texts).value_or(0); }},
      std::to_string(frozen.size()) + " regexes in RE2::Set and RE2, texts it has seen before,",
      {"text in memory, against RE2", "", 0, 8, 15});
  if (timing.found == 0) run.Doubt("RE2::Set ran out of memory, or found nothing");
  run.Add(Speed{"the same, texts seen for the first time",
                static_cast<double>(BytesOf(texts)) / timing.first_seconds / 1e6});
}

}  // namespace

Status MeasureLibraries(Run& run) {
  const auto frozen = ReadFrozenRegexes(kFrozen);
  if (!frozen) return Fail(frozen.error());
  AgainstHyperscan(run, *frozen);
  AgainstRe2(run, *frozen);
  return {};
}

}  // namespace gatepost::bench
