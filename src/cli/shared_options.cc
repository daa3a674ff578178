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

void AddPolicyOptions(CLI::App& command, std::string& policy, std::string& channel) {
  command.add_option("--policy", policy, "Policy file; without it the built-in policy")
      ->type_name("FILE");
  command.add_option("--channel", channel, "Channel whose rules hold, for posts that name none")
      ->type_name("NAME");
}

void AddDayOption(CLI::App& command, std::string& day) {
  command.add_option("--as-of", day, "The day on which official contacts must be valid [today]")
      ->type_name("DATE");
}

}  // namespace gatepost
