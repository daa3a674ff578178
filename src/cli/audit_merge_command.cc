#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/audit_commands.h"
#include "cli/audit_setup.h"
#include "cli/message.h"
#include "cli/written_file.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// As typed.
struct MergeOptions {
  std::vector<std::string> stores;
  std::string output;
};

// Each must be one before any is merged: half of them would be no answer.
Status CheckStores(const std::vector<std::string>& stores) {
  for (const std::string& path : stores) {
    const auto store = SqliteStore::Open(path, SqliteStore::Access::kRead);
    if (!store) return Fail(store.error());
  }
  return {};
}

Status MergeAll(const MergeOptions& options) {
  if (Status status = CheckStores(options.stores); !status) return status;
  const auto all = SqliteStore::Open(options.output, SqliteStore::Access::kAudit);
  if (!all) return Fail(all.error());
  for (const std::string& path : options.stores) {
    const Result<std::vector<Problem>> notes = (*all)->Merge(path);
    if (!notes) return Fail(notes.error());
    for (const Problem& note : *notes) PrintNote(path + ": " + note.message);
  }
  return {};
}

ExitCode MergeStores(const MergeOptions& options) {
  if (const Status status = MergeAll(options); !status) return ExitAfter(status);
  PrintNote(options.output + ": has all of " + Counted(options.stores.size(), "store") +
            " now; posts that several have count once.");
  return ExitCode::kClean;
}

}  // namespace

void AddAuditMergeCommand(CLI::App& audit, ExitCode& exit_code) {
  CLI::App* command = audit.add_subcommand("merge", "Bring several stores together in one");
  auto options = std::make_shared<MergeOptions>();
  command->add_option("stores", options->stores, "The stores; they are left as they are")
      ->type_name("FILE")
      ->required();
  NamesWrittenFile(*command, command
                                 ->add_option("-o,--output", options->output,
                                              "The store that gets all, made if it is absent")
                                 ->required());
  command->footer(
      "Examples:\n"
      "  gatepost audit merge press.db parks.db -o council.db\n"
      "\n"
      "Posts that several have are counted once, if all were made with the same key. Of two marks\n"
      "on one value the later holds.\n"
      "\n"
      "Exit status: 0 merged; 2 could not be.\n");
  command->callback([options, &exit_code] { exit_code = MergeStores(*options); });
}

}  // namespace gatepost
