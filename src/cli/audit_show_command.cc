#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "audit/post_walk.h"
#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/message.h"
#include "cli/reading_setup.h"
#include "post/input_hash.h"
#include "report/marked_post.h"

namespace gatepost {
namespace {

// As typed.
struct ShowOptions {
  std::string store;
  std::string ref;
  std::string input;
  ReadingSetup reading;
  std::string output;
  ColourChoice colour = ColourChoice::kAuto;
};

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost audit show council.db 3f2a91c04b7d --input archive.zip\n"
    "\n"
    "The post is read again from the very file that was audited; what was found stands between ⟦\n"
    "and ⟧, as it is. REF is what reports call the post.\n"
    "\n"
    "Exit status: 0 shown; 2 could not be.\n";

// What the store has of a post.
struct KeptPost {
  AuditPost post;
  AuditInput input;
  std::vector<AuditFinding> findings;
};

Result<KeptPost> FindPost(const ShowOptions& options) {
  const auto store = SqliteStore::Open(options.store, SqliteStore::Access::kRead);
  if (!store) return Fail(store.error());
  std::optional<KeptPost> kept;
  const Status status = (*store)->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    if (found.post.ref != options.ref) return {};
    if (!kept) kept = KeptPost{found.post, found.input, {}};
    kept->findings.push_back(found.finding);
    return {};
  });
  if (!status) return Fail(status.error());
  if (kept) return std::move(*kept);
  return Fail(ErrorCode::kUsage,
              "no post with findings has the ref \"" + options.ref +
                  "\". A ref is 12 hexadecimal digits, as the reports of this store give them.",
              {options.store, 0, 0});
}

Status CheckInput(const std::string& path, const AuditInput& input) {
  const Result<std::string> hash = HashInput(path);
  if (!hash) return Fail(hash.error());
  if (*hash == input.hash) return {};
  return Fail(ErrorCode::kUsage,
              "is not the file that was audited, or has changed since. Name the same bytes as " +
                  input.name + " had then.",
              {path, 0, 0});
}

// Appends the post to `out`. Reading ends with it: what is behind it is not looked at.
Status ShowFrom(const ShowOptions& options, const KeptPost& kept, const TextLayout& layout,
                std::string& out) {
  const Result<PostWalkOptions> walk = WalkOptionsOf(options.reading);
  if (!walk) return Fail(walk.error());
  bool is_shown = false;
  const Error enough{ErrorCode::kInternal, "the post was found.", {}};
  const auto walked = WalkPosts({options.input}, *walk, [&](const WalkedPost& each) -> Status {
    if (each.record != kept.post.record || each.path != kept.post.path) return {};
    AppendMarkedPost(each.post, kept.post, options.input, kept.findings, layout, out);
    is_shown = true;
    return Fail(enough);
  });
  if (is_shown) return {};
  if (!walked) return Fail(walked.error());
  return Fail(ErrorCode::kUnreadable,
              "the post could not be read again. If the audit was given --map, give it here, too.",
              {options.input, 0, 0});
}

ExitCode Show(const ShowOptions& options) {
  const Result<KeptPost> kept = FindPost(options);
  if (!kept) return PrintError(kept.error()), ExitCode::kCannotRun;
  if (const Status status = CheckInput(options.input, kept->input); !status) {
    return ExitAfter(status);
  }
  // Values are for the eyes of whoever asked.
  Result<Output> output = Output::Open(options.output, Output::Readers::kOwner);
  if (!output) return PrintError(output.error()), ExitCode::kCannotRun;
  std::string out;
  Status status = ShowFrom(options, *kept, LayoutOf(options.colour, *output), out);
  if (status) status = output->Write(out);
  return ExitAfter(status ? output->Close() : status);
}

}  // namespace

void AddAuditShowCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("show", "Show a post with what was found in it");
  auto options = std::make_shared<ShowOptions>();
  options->reading.includes_private = true;  // it was read by the audit
  AddStoreArgument(*command, options->store);
  command->add_option("ref", options->ref, "What reports call the post")
      ->type_name("REF")
      ->required();
  command->add_option("--input", options->input, "The export that it stands in")
      ->type_name("FILE")
      ->required();
  AddMapOption(*command, options->reading);
  AddOutputOptions(*command, options->output, options->colour);
  command->footer(kFooter);
  command->callback([options, &exit_code] { exit_code = Show(*options); });
}

}  // namespace gatepost
