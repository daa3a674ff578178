#pragma once

// `gatepost audit find --rescan`: the posts themselves, read for a name, a handle or an address.

#include <string>
#include <vector>

#include "audit/term_search.h"
#include "cli/audit_setup.h"
#include "cli/exit_code.h"
#include "cli/reading_setup.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct RescanSetup {
  std::vector<std::string> inputs;
  SearchTerms terms;
  ReadingSetup reading;
};

// --rescan, --name, --handle, --address, --map and --include-private.
void AddRescanOptions(CLI::App& command, RescanSetup& setup);
[[nodiscard]] ExitCode Rescan(const RescanSetup& setup, const AnswerSetup& answer);

}  // namespace gatepost
