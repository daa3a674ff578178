// The program `gatepost`: it checks drafts, and becomes another for all else. It is linked by
// itself, with readers of JSON and TOML that hand over to the program that has real ones: drafts
// are no JSON, and patterns and policies are read from TOML only until what they come to is kept.

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

#include "base/json_reader.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/program.h"
#include "cli/run_program.h"
#include "pattern/toml_document.h"

namespace gatepost {
namespace {

char** all_arguments = nullptr;  // main's, for what has to begin again as another program

int Run(int argc, char** argv) {
  all_arguments = argv;
  const std::span<const char* const> arguments(argv, static_cast<size_t>(argc));
  if (const std::string program = ProgramFor(arguments); program != "gatepost") {
    const bool is_whole = program == "gatepost-full";  // others have their command in their name
    PrintError(BecomeProgram(program, is_whole ? argv : argv + 1));
    return static_cast<int>(ExitCode::kCannotRun);
  }
  ExitCode exit_code = ExitCode::kClean;
  const NamedCommand check = {"check", AddCheckCommand};
  const auto app = MakeProgram(exit_code, {&check, 1});
  const int status = RunProgram(*app, exit_code, arguments);
  // From here: what the program holds goes with the process, which is quicker than to free it.
  std::exit(status);  // NOLINT(concurrency-mt-unsafe): no other thread is left
}

}  // namespace

// Nothing has been read or written when patterns and policies are loaded: all can begin again.
Result<TomlValue> ParseToml(std::string_view /*text*/, const std::string& /*file_name*/) {
  return Fail(BecomeProgram("gatepost-full", all_arguments));
}

std::string_view Describe(TomlValue::Kind /*kind*/) { return "a value"; }

bool SaysTheSame(const TomlValue& /*a*/, const TomlValue& /*b*/) { return false; }

struct JsonReader::State {};
JsonReader::JsonReader() = default;
JsonReader::~JsonReader() = default;
JsonReader::JsonReader(JsonReader&&) noexcept = default;
JsonReader& JsonReader::operator=(JsonReader&&) noexcept = default;

Result<JsonOutcome> JsonReader::Read(std::string_view /*document*/, JsonHandler& /*handler*/) {
  throw std::logic_error("the program that checks drafts was given JSON");
}

}  // namespace gatepost

int main(int argc, char** argv) { return gatepost::Run(argc, argv); }
