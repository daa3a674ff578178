#include <CLI/CLI.hpp>

#include "cli/commands.h"

namespace gatepost {

void AddPatternsOption(CLI::App& command, std::vector<std::string>& folders) {
  command
      .add_option(
          "--patterns", folders,
          "Folder of pattern files, or a bundled set: uk, world, secrets; may be given again [uk]")
      ->type_name("DIR")
      ->expected(1)
      ->allow_extra_args(false)
      ->take_all();
}

}  // namespace gatepost
