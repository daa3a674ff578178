#include <algorithm>
#include <fstream>

#include "base/file.h"
#include "bench/process.h"
#include "bench/rows.h"

namespace gatepost::bench {
namespace {

constexpr int kStarts = 40;
constexpr uint64_t kMaxReportBytes = uint64_t{8} << 30;
constexpr double kMegabyte = 1024 * 1024;

using Command = std::vector<std::string>;

Command Check(const Run& run, const std::vector<std::string>& arguments) {
  Command command = {run.options().gatepost.string(),
                     "check",
                     "--patterns",
                     "patterns/uk",
                     "--as-of",
                     "2024-06-01"};
  command.insert(command.end(), arguments.begin(), arguments.end());
  return command;
}

Command CheckJsonlFile(const Run& run, const std::string& jobs, const std::string& output) {
  return Check(run, {"--jsonl", (run.options().out / "posts.jsonl").string(), "-f", "jsonl", "-o",
                     output, "-j", jobs});
}

// The statuses of a check that looked at everything, or at all but a post that was repaired.
Result<ProcessRun> RunCheck(const Command& command, Watch watch = Watch::kTime) {
  auto done = RunProcess(command, watch);
  if (done && (done->exit_status < 0 || done->exit_status == 2)) {
    return Fail(ErrorCode::kInternal, "The program does not run.", {command.front()});
  }
  return done;
}

struct WallTimes {
  double first = 0;
  double second = 0;
};

// Medians of the runs of two commands that take turns.
Result<WallTimes> TimeInTurns(const Command& first, const Command& second, int runs) {
  std::vector<double> first_seconds;
  std::vector<double> second_seconds;
  for (int i = 0; i < runs; ++i) {
    const auto one = RunCheck(first);
    const auto two = RunCheck(second);
    if (!one) return Fail(one.error());
    if (!two) return Fail(two.error());
    first_seconds.push_back(one->wall_seconds);
    second_seconds.push_back(two->wall_seconds);
  }
  return WallTimes{Median(first_seconds), Median(second_seconds)};
}

// One thread and two write the same, byte for byte.
Status CompareReports(Run& run) {
  std::vector<std::string> reports;
  for (const char* jobs : {"1", "2"}) {
    const std::filesystem::path path = run.options().out / "verdicts.jsonl";
    const auto done = RunCheck(CheckJsonlFile(run, jobs, path.string()));
    if (!done) return Fail(done.error());
    auto report = ReadFile(path, kMaxReportBytes);
    if (!report) return Fail(report.error());
    reports.push_back(*std::move(report));
    std::filesystem::remove(path);
  }
  if (reports[0] != reports[1]) run.Doubt("two threads write another report than one");
  return {};
}

Status MeasureThreads(Run& run, const std::string& size) {
  const auto times = TimeInTurns(CheckJsonlFile(run, "1", "/dev/null"),
                                 CheckJsonlFile(run, "2", "/dev/null"), run.options().rounds);
  if (!times) return Fail(times.error());
  run.Add(Row{"two threads, against one (wall time)", "the program on " + size,
              times->first / times->second, 1.85, 1.97});
  return {};
}

Status MeasureAnonymousMemory(Run& run, const std::string& size) {
  const auto done = RunCheck(CheckJsonlFile(run, "2", "/dev/null"), Watch::kMemory);
  if (!done) return Fail(done.error());
  run.Add(Row{"anonymous memory, two threads",
              "peak while the program reads " + size + ", looked at every 2 ms",
              static_cast<double>(done->peak_anonymous_bytes) / kMegabyte, 128, 48,
              Better::kSmaller, "MiB"});
  return {};
}

Status MeasureStart(Run& run) {
  const std::filesystem::path draft = run.options().out / "draft.txt";
  std::ofstream(draft) << "The council meets on Tuesday. Ring 07700 900123 to take part.\n";
  const Command check = Check(run, {draft.string()});
  const Command nothing = {"/bin/true"};
  if (const auto warm = TimeInTurns(check, nothing, 1); !warm) return Fail(warm.error());
  const auto times = TimeInTurns(check, nothing, kStarts);
  if (!times) return Fail(times.error());
  run.Add(Row{
      "check of one post, against /bin/true (wall time)",
      "a process each, " + std::to_string(kStarts) + " runs; what is kept between runs is there",
      times->first / times->second, 6, 3, Better::kSmaller});
  run.Add(Speed{"check of one post, a process", times->first * 1e3, "ms"});
  run.Add(Speed{"/bin/true", times->second * 1e3, "ms"});
  return {};
}

}  // namespace

Status MeasureProgram(Run& run) {
  run.Say("the program");
  std::string size;
  {
    const std::string jsonl = ToJsonl(run.MakeCorpus(Script::kMixed, run.ascii().text_bytes));
    std::ofstream(run.options().out / "posts.jsonl", std::ios::binary) << jsonl;
    size = Megabytes(jsonl.size()) + " of JSONL";
  }
  Status status = CompareReports(run);
  if (status) status = MeasureThreads(run, size);
  if (status) status = MeasureStart(run);
  if (status) status = MeasureAnonymousMemory(run, size);
  std::filesystem::remove(run.options().out / "posts.jsonl");
  return status;
}

}  // namespace gatepost::bench
