#include "cli/program.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "catch.h"
#include "cli/commands.h"

namespace gatepost {
namespace {

const auto kNames = AllCommands(AddAuditName, AddServeName);

std::vector<std::string> CommandsOf(CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(command->get_name());
  }
  return names;
}

TEST_CASE("a program with one command has it as the whole one has it", "[cli][program]") {
  ExitCode exit_code = ExitCode::kClean;
  const auto whole = MakeProgram(exit_code, kNames);
  REQUIRE(CommandsOf(*whole).size() == 7);
  for (const std::string& name : CommandsOf(*whole)) {
    CAPTURE(name);
    const auto one = MakeProgram(exit_code, kNames, name);
    CHECK(CommandsOf(*one) == std::vector<std::string>{name});
    CHECK(one->get_subcommand(name)->help() == whole->get_subcommand(name)->help());
  }
}

TEST_CASE("for what is no command there are all of them", "[cli][program]") {
  ExitCode exit_code = ExitCode::kClean;
  for (const char* name : {"", "--help", "chek"}) {
    CAPTURE(name);
    CHECK(CommandsOf(*MakeProgram(exit_code, kNames, name)).size() == 7);
  }
}

TEST_CASE("drafts are checked by gatepost itself, all else by others", "[cli][program]") {
  const auto program_for = [](std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "gatepost");
    return ProgramFor(arguments);
  };
  CHECK(program_for({"check"}) == "gatepost");
  CHECK(program_for({"check", "--policy", "council.toml", "draft.txt"}) == "gatepost");
  CHECK(program_for({"check", "draft.txt", "--jsonl"}) == "gatepost-full");
  CHECK(program_for({"check", "--jsonl=true", "draft.txt"}) == "gatepost-full");
  CHECK(program_for({"audit", "archive.zip"}) == "gatepost-audit");
  CHECK(program_for({"serve"}) == "gatepost-serve");
  CHECK(program_for({"redact"}) == "gatepost-full");
  CHECK(program_for({"--version"}) == "gatepost-full");
  CHECK(program_for({}) == "gatepost-full");
}

}  // namespace
}  // namespace gatepost
