#include "bench/jsonl_paths.h"
#include "bench/memory_sum.h"
#include "bench/more_patterns.h"
#include "bench/rows.h"

namespace gatepost::bench {
namespace {

constexpr size_t kTimesAsMany = 3;  // made-up patterns for each of the set

double MegabytesPerSecond(const Timing& timing) { return timing.bytes_per_second / 1e6; }

}  // namespace

Status MeasureJsonl(Run& run) {
  run.Say("JSONL to verdicts");
  const Corpus corpus = run.MakeCorpus(Script::kMixed, run.ascii().text_bytes);
  std::string jsonl = ToJsonl(corpus);
  const ReadAndWrite reference(run.scanner(), jsonl);
  if (reference.Run() == 0) return Fail(ErrorCode::kInternal, "The JSONL cannot be read.");
  const auto timings = run.Time(
      {{"JSONL to verdicts", jsonl.size(), [&] { return CheckJsonl(run.scanner(), jsonl); }},
       {"JSONL read, verdicts written", jsonl.size(), [&] { return reference.Run(); }}},
      run.options().rounds);
  run.Add(Row{"JSONL to verdicts, against reading and writing",
              Megabytes(jsonl.size()) + " of JSONL, a quarter of the posts not ASCII",
              timings[1].seconds / timings[0].seconds, 0.6, 0.8});
  run.Add(Speed{"JSONL to verdict lines, a quarter not ASCII", MegabytesPerSecond(timings[0])});
  run.Add(Speed{"the same, reading and writing alone", MegabytesPerSecond(timings[1])});
  return {};
}

Status MeasureMemory(Run& run) {
  run.Say("text in memory");
  const MemorySum memory;
  TextScan scan(run.scanner(), run.ascii().texts);
  const auto timings =
      run.Time({{"text in memory", run.ascii().text_bytes, [&] { return scan.CountFindings(); }},
                {"summing memory", MemorySum::kBytes, [&] { return memory.Sum(); }}},
               run.options().rounds);
  run.Add(Row{"text in memory, against summing memory",
              Megabytes(run.ascii().text_bytes) + " of ASCII; a sum over 256 MiB",
              timings[0].bytes_per_second / timings[1].bytes_per_second, 0.08, 0.15});
  run.Add(Speed{"text in memory to findings, ASCII", MegabytesPerSecond(timings[0])});
  run.Add(Speed{"summing memory", timings[1].bytes_per_second / 1e9, "GB/s"});
  run.Note("Findings in the ASCII corpus: " + std::to_string(timings[0].found) + " in " +
           std::to_string(run.ascii().texts.size()) + " posts.");
  return {};
}

Status MeasureLetters(Run& run) {
  run.Say("other letters");
  const Corpus heavy = run.MakeCorpus(Script::kHeavy, run.ascii().text_bytes);
  TextScan ascii_scan(run.scanner(), run.ascii().texts);
  TextScan heavy_scan(run.scanner(), heavy.texts);
  const auto timings = run.Time(
      {{"nearly all not ASCII", heavy.text_bytes, [&] { return heavy_scan.CountFindings(); }},
       {"ASCII", run.ascii().text_bytes, [&] { return ascii_scan.CountFindings(); }}},
      run.options().rounds);
  run.Add(Row{"nearly all not ASCII, against ASCII",
              Megabytes(heavy.text_bytes) + " of each, original bytes",
              timings[0].bytes_per_second / timings[1].bytes_per_second, 0.45, 0.6});
  run.Add(
      Speed{"text in memory to findings, nearly all not ASCII", MegabytesPerSecond(timings[0])});
  return {};
}

Status MeasureMorePatterns(Run& run) {
  run.Say("more patterns");
  const std::filesystem::path folder = run.options().out / "more-patterns";
  const size_t count = kTimesAsMany * run.set().patterns().size();
  if (Status written = WriteMorePatterns(folder, count); !written) return written;
  const auto larger = run.ScannerOf({"patterns/uk", folder});
  if (!larger) return Fail(larger.error());
  TextScan few(run.scanner(), run.ascii().texts);
  TextScan many(**larger, run.ascii().texts);
  const auto timings =
      run.Time({{"the set and made-up patterns", run.ascii().text_bytes,
                 [&] { return many.CountFindings(); }},
                {"the set", run.ascii().text_bytes, [&] { return few.CountFindings(); }}},
               run.options().rounds);
  run.Add(Row{"four times as many patterns, against the set",
              std::to_string((*larger)->set().patterns().size()) + " patterns, " +
                  std::to_string(run.set().patterns().size()) + " of them the set's",
              timings[0].bytes_per_second / timings[1].bytes_per_second, 0.6, 0.8});
  run.Note("Findings with four times as many patterns: " + std::to_string(timings[0].found) +
           ", with the set alone: " + std::to_string(timings[1].found) + ".");
  return {};
}

}  // namespace gatepost::bench
