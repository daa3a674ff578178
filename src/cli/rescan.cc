#include "cli/rescan.h"

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/message.h"
#include "report/rescan_report.h"

namespace gatepost {
namespace {

constexpr size_t kChunkBytes = 64 << 10;

void AddTerms(CLI::App& command, const std::string& name, const std::string& help,
              std::vector<std::string>& terms) {
  command.add_option(name, terms, help)
      ->type_name("TEXT")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

// Writes the answer as posts are read; what it comes to.
Result<RescanSummary> RescanInto(const RescanSetup& setup, RescanReport& report, Output& output) {
  const Result<TermSearch> search = TermSearch::Of(setup.terms);
  if (!search) return Fail(search.error());
  const Result<PostWalkOptions> options = WalkOptionsOf(setup.reading);
  if (!options) return Fail(options.error());
  RescanSummary summary;
  summary.labels = search->labels();
  std::string out;
  report.Begin(out);
  Result<PostWalkSummary> walk =
      WalkPosts(setup.inputs, *options, [&](const WalkedPost& walked) -> Status {
        const std::vector<size_t> found = search->In(walked.post);
        if (found.empty()) return {};
        ++summary.hits;
        std::vector<std::string> labels;
        for (const size_t term : found) labels.push_back(summary.labels[term]);
        report.AddHit(walked, labels, out);
        return out.size() < kChunkBytes ? Status() : output.Write(out);
      });
  if (!walk) return Fail(walk.error());
  summary.walk = std::move(*walk);
  report.End(summary, out);
  if (Status status = output.Write(out); !status) return Fail(status.error());
  if (Status status = output.Close(); !status) return Fail(status.error());
  return summary;
}

bool HasTerms(const SearchTerms& terms) {
  return !terms.names.empty() || !terms.handles.empty() || !terms.addresses.empty();
}

}  // namespace

void AddRescanOptions(CLI::App& command, RescanSetup& setup) {
  command
      .add_option("--rescan", setup.inputs,
                  "Read the posts of INPUT themselves, a file or folder; may be given again")
      ->type_name("INPUT")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
  AddTerms(command, "--name", "With --rescan: a name, \"Edna Fictional\"; may be given again",
           setup.terms.names);
  AddTerms(command, "--handle", "With --rescan: a handle; may be given again", setup.terms.handles);
  AddTerms(command, "--address",
           "With --rescan: an address in words, as \"12 Example Street\"; may be given again",
           setup.terms.addresses);
  AddMapOption(command, setup.reading);
  command.add_flag("--include-private", setup.reading.includes_private,
                   "With --rescan: private messages, too");
}

ExitCode Rescan(const RescanSetup& setup, const AnswerSetup& answer) {
  if (!HasTerms(setup.terms)) {
    PrintError({ErrorCode::kUsage,
                "say what to look for in the posts: --name, --handle or --address.",
                {}});
    return ExitCode::kCannotRun;
  }
  Result<Output> output = Output::Open(answer.output);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  const std::unique_ptr<RescanReport> report =
      answer.format == AnswerSetup::Format::kJson
          ? MakeRescanReportJson()
          : MakeRescanReportText(LayoutOf(answer.colour, *output));
  const Result<RescanSummary> summary = RescanInto(setup, *report, *output);
  if (!summary) return PrintError(summary.error()), ExitCode::kCannotRun;
  if (summary->hits > 0) return ExitCode::kFound;
  const bool is_complete = !summary->walk.has_unread && summary->walk.posts > 0;
  return is_complete ? ExitCode::kClean : ExitCode::kIncomplete;
}

}  // namespace gatepost
