#include "cli/commands.h"
#include "cli/program.h"

namespace gatepost {

std::array<NamedCommand, 7> AllCommands(AddCommand audit, AddCommand serve) {
  return {{
      {"check", AddCheckCommand},
      {"redact", AddRedactCommand},
      {"audit", audit},
      {"serve", serve},
      {"patterns", AddPatternsCommand},
      {"policy", AddPolicyCommand},
      {"key", AddKeyCommand},
  }};
}

}  // namespace gatepost
