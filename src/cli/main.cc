// The program `gatepost`.

#include <unistd.h>

#include <cerrno>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>

#include "base/system_error.h"
#include "cli/commands.h"
#include "cli/exit_code.h"
#include "cli/message.h"
#include "cli/program.h"
#include "cli/run_program.h"

namespace gatepost {
namespace {

// Goes on as the program of that name, which is installed beside this one.
int BecomeProgram(const std::string& name, char** arguments) {
  std::error_code error;
  const auto here = std::filesystem::read_symlink("/proc/self/exe", error);
  const std::string path = (here.parent_path() / name).string();
  ::execv(path.c_str(), arguments);
  PrintError({ErrorCode::kUnreadable,
              "cannot be run: " + ReasonOf(errno) + ". Install all of Gatepost again.",
              {path}});
  return static_cast<int>(ExitCode::kCannotRun);
}

int Run(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (const auto program = OwnProgramOf(command)) return BecomeProgram(*program, argv + 1);
  ExitCode exit_code = ExitCode::kClean;
  const auto app = MakeProgram(exit_code, {AddAuditName, AddServeName}, command);
  return RunProgram(*app, exit_code, {argv, static_cast<size_t>(argc)});
}

}  // namespace
}  // namespace gatepost

int main(int argc, char** argv) { return gatepost::Run(argc, argv); }
