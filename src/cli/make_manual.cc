// Writes the manual pages and the completions into a folder, when Gatepost is built:
//   man/gatepost.1, man/gatepost-check.1 …, bash/gatepost, zsh/_gatepost, fish/gatepost.fish

#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/manual.h"
#include "cli/program.h"

namespace gatepost {
namespace {

void Write(const std::filesystem::path& file, const std::string& content) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file);
  out.exceptions(std::ios::failbit | std::ios::badbit);
  out << content;
  out.close();
}

void WritePages(const CommandManual& program, const std::filesystem::path& folder) {
  std::vector<std::string> names = {"gatepost"};
  for (const CommandManual& command : program.commands) names.push_back("gatepost-" + command.name);
  const auto write = [&](const CommandManual& command, const std::string& name) {
    std::vector<std::string> others = names;
    std::erase(others, name);
    Write(folder / (name + ".1"), ManPage(command, others));
  };
  write(program, "gatepost");
  for (const CommandManual& command : program.commands) write(command, "gatepost-" + command.name);
}

void WriteAll(const std::filesystem::path& folder) {
  ExitCode unused{};
  const CommandManual program =
      ManualOf(*MakeProgram(unused, AllCommands(AddAuditCommand, AddServeCommand)));
  WritePages(program, folder / "man");
  Write(folder / "bash/gatepost", BashCompletion(program));
  Write(folder / "zsh/_gatepost", ZshCompletion(program));
  Write(folder / "fish/gatepost.fish", FishCompletion(program));
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: make_manual FOLDER\n";
    return EXIT_FAILURE;
  }
  try {
    gatepost::WriteAll(argv[1]);
  } catch (const std::exception& error) {
    std::cerr << "make_manual: " << error.what() << '\n';
    return EXIT_FAILURE;
  }
  return EXIT_SUCCESS;
}
