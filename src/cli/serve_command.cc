#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/serve_run.h"
#include "cli/serve_setup.h"

namespace gatepost {
namespace {

constexpr const char* kFooter =
    "Examples:\n"
    "  gatepost serve\n"
    "  gatepost serve --policy council.toml --log all\n"
    "  gatepost serve token intranet --tokens tokens --rights check\n"
    "  gatepost serve --listen 192.0.2.10:8470 --tokens tokens --tls-certificate cert.pem "
    "--tls-key key.pem\n"
    "  gatepost serve --unix /run/gatepost/socket\n"
    "\n"
    "It listens at http://127.0.0.1:8470 unless told otherwise; the page there takes a draft, and "
    "the\n"
    "API is described at /docs. Beyond this machine it listens only with tokens and TLS.\n"
    "\n"
    "SIGHUP reloads patterns, policy, tokens and keys, as a change of their files does. SIGTERM "
    "and\n"
    "Ctrl-C answer what is under way and end it; the second one ends it at once. The log is JSON "
    "on\n"
    "standard error, one object a line, and never has texts, values or addresses of clients.\n"
    "\n"
    "Exit status: 0 ended by a signal; 2 could not run.\n";

}  // namespace

void AddServeCommand(CLI::App& app, ExitCode& exit_code) {
  AddServeName(app, exit_code);
  CLI::App* command = app.get_subcommand("serve");
  auto setup = std::make_shared<ServeSetup>();
  AddServeOptions(*command, *setup);
  AddTokenCommand(*command, exit_code);
  command->require_subcommand(0, 1);
  command->footer(kFooter);
  command->callback([command, setup, &exit_code] {
    if (command->get_subcommands().empty()) exit_code = RunService(*setup);
  });
}

}  // namespace gatepost
