#include <algorithm>
#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/day.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// As typed.
struct VisibilityOptions {
  std::string store;
  std::vector<std::string> words;  // posts, and what is known of them
  std::string from;
  std::string source;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit visibility council.db 3f2a91c04b7d no --source \"deleted, ticket 12\"\n"
    "  gatepost audit visibility council.db https://x.com/AmbridgeBC/status/17 yes\n"
    "  gatepost audit visibility council.db --from gone.txt no --source \"link check of 31 "
    "March\"\n"
    "\n"
    "A post is named by its ref, as reports give it, or by its address.\n"
    "\n"
    "Exit status: 0 kept; 2 could not be; 3 kept, but some of the posts are not in the store.\n";

std::optional<Visibility> VisibilityNamed(const std::string& word) {
  for (const auto visibility : {Visibility::kPublic, Visibility::kGone, Visibility::kUnknown}) {
    if (word == NameOf(visibility)) return visibility;
  }
  return std::nullopt;
}

Result<std::vector<std::string>> PostsOf(const VisibilityOptions& options) {
  std::vector<std::string> posts(options.words.begin(), options.words.end() - 1);
  if (!options.from.empty()) {
    const Result<std::string> lines = ReadLinesOf(options.from);
    if (!lines) return Fail(lines.error());
    for (std::string& line : SplitLines(*lines)) posts.push_back(std::move(line));
  }
  if (posts.empty()) {
    return Fail(ErrorCode::kUsage,
                "name the posts before what is known of them, or in a file with --from.");
  }
  return posts;
}

ExitCode SetVisibility(const VisibilityOptions& options) {
  const auto visibility = VisibilityNamed(options.words.back());
  if (!visibility) {
    PrintError({ErrorCode::kUsage,
                "say at the end whether the public can see the posts: yes, no or unknown.",
                {}});
    return ExitCode::kCannotRun;
  }
  const auto posts = PostsOf(options);
  if (!posts) return PrintError(posts.error()), ExitCode::kCannotRun;
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kChange);
  if (!store) return PrintError(store.error()), ExitCode::kCannotRun;
  const std::string source =
      options.source.empty() ? "marked on " + DayText(Today()) : options.source;
  const auto counts = (*store)->SetVisibility(*posts, {*visibility, source});
  if (!counts) return PrintError(counts.error()), ExitCode::kCannotRun;
  uint64_t found = 0;
  for (size_t i = 0; i < posts->size(); ++i) {
    if ((*counts)[i] == 0) PrintNote("not in the store: " + (*posts)[i]);
    found += (*counts)[i];
  }
  PrintNote(options.store + ": " + Counted(found, "post") + " marked.");
  const bool has_missing = std::find(counts->begin(), counts->end(), 0U) != counts->end();
  return has_missing ? ExitCode::kIncomplete : ExitCode::kClean;
}

}  // namespace

void AddAuditVisibilityCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command =
      audit.add_subcommand("visibility", "Keep whether the public can still see posts");
  auto options = std::make_shared<VisibilityOptions>();
  AddStoreArgument(*command, options->store);
  command
      ->add_option("posts", options->words,
                   "Refs or addresses of posts; and behind them yes, no or unknown")
      ->type_name("POST")
      ->expected(1, -1)
      ->required();
  command->add_option("--from", options->from, "More of them, one a line; - is standard input")
      ->type_name("FILE");
  command->add_option("--source", options->source, "What says so [that it was marked, and the day]")
      ->type_name("TEXT");
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = SetVisibility(*options); });
}

}  // namespace gatepost
