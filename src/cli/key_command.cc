#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <utility>

#include "base/day.h"
#include "base/key_file.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/output.h"

namespace gatepost {
namespace {

ExitCode Init(const std::string& file) {
  const Result<Keyring> keyring = CreateKeyFile(file, Today());
  if (!keyring) return PrintError(keyring.error()), ExitCode::kCannotRun;
  PrintNote("wrote " + file + " with the key " + keyring->current().id() +
            "; use it with 'gatepost check --key-file " + file +
            "'. It is secret: keep a copy where only its keepers can read it.");
  return ExitCode::kClean;
}

ExitCode Rotate(const std::string& file) {
  const Result<Keyring> keyring = RotateKeyFile(file, Today());
  if (!keyring) return PrintError(keyring.error()), ExitCode::kCannotRun;
  PrintNote(file + ": the key is " + keyring->current().id() + " now; " +
            keyring->retired().front().id() +
            " is retired and kept, to carry marks over ('gatepost check --retired-keys').");
  return ExitCode::kClean;
}

// A line a key, as in the file but for the key itself.
std::string LineOf(const Key& key) {
  std::string line = (key.retired() ? "retired " : "key ") + key.id();
  line += " made " + DayText(key.made());
  if (key.retired()) line += " retired " + DayText(*key.retired());
  return line + "\n";
}

ExitCode Show(const std::string& file) {
  const Result<Keyring> keyring = LoadKeyFile(file);
  if (!keyring) return PrintError(keyring.error()), ExitCode::kCannotRun;
  std::string lines = LineOf(keyring->current());
  for (const Key& key : keyring->retired()) lines += LineOf(key);
  if (const Status status = WriteWhole("-", std::move(lines)); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  return ExitCode::kClean;
}

}  // namespace

void AddKeyCommand(CLI::App& app, ExitCode& exit_code) {
  CLI::App* key = app.add_subcommand("key", "Make and renew the key for fingerprints");
  key->require_subcommand(1);
  auto file = std::make_shared<std::string>();
  const auto add = [&](const char* name, const char* help, ExitCode (*run)(const std::string&),
                       const char* footer) {
    CLI::App* command = key->add_subcommand(name, help);
    command->add_option("file", *file, "The key file")->type_name("FILE")->required();
    command->footer(footer);
    command->callback([file, run, &exit_code] { exit_code = run(*file); });
  };
  add("init", "Make a key file, readable by its owner alone", Init,
      "Examples:\n"
      "  gatepost key init council.key\n"
      "\n"
      "A file that is there already is left as it is.\n"
      "\n"
      "Exit status: 0 made; 2 could not be.\n");
  add("rotate", "Put a new key in its place and keep the old one as retired", Rotate,
      "Examples:\n"
      "  gatepost key rotate council.key\n"
      "\n"
      "Exit status: 0 renewed; 2 could not be, and the file is as it was.\n");
  add("show", "Print ids and days of the keys, never the keys", Show,
      "Examples:\n"
      "  gatepost key show council.key\n"
      "\n"
      "Exit status: 0 shown; 2 the file cannot be used.\n");
  key->footer(
      "Examples:\n"
      "  gatepost key init council.key\n"
      "  gatepost check --key-file council.key -f jsonl draft.txt\n"
      "  gatepost key rotate council.key\n"
      "\n"
      "Who has the key can find out what a fingerprint stands for by trying; see docs/keys.md.\n"
      "\n"
      "Exit status: 0 done; 2 could not be.\n");
}

}  // namespace gatepost
