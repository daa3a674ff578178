#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>

#include <cerrno>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>

#include "base/file.h"
#include "base/system_error.h"
#include "cli/commands.h"
#include "cli/message.h"
#include "cli/output.h"
#include "http/file_descriptor.h"
#include "service/token_book.h"

namespace gatepost {
namespace {

constexpr uint64_t kMaxFileBytes = 1 << 20;

struct TokenSetup {
  std::string file;
  std::string name;
  std::string rights = "check";
  bool lists = false;
  bool revokes = false;
};

// Holds off others who change a file of that folder by this command.
class FolderLock {
 public:
  explicit FolderLock(const std::string& file)
      : folder_(::open(FolderOf(file).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    while (folder_.is_open() && ::flock(folder_.get(), LOCK_EX) != 0 && errno == EINTR) {
    }
  }

 private:
  static std::filesystem::path FolderOf(const std::string& file) {
    const std::filesystem::path folder = std::filesystem::path(file).parent_path();
    return folder.empty() ? "." : folder;
  }
  FileDescriptor folder_;
};

// The file's text, if it is one of tokens.
Result<std::string> Read(const std::string& file) {
  if (const auto book = service::TokenBook::Load(file); !book) return Fail(book.error());
  return ReadFile(file, kMaxFileBytes);
}

// Puts the text in the file's place; a file that was there keeps its owner, group and mode.
Status Write(const std::string& file, std::string text) {
  struct stat status {};
  const bool is_new = ::stat(file.c_str(), &status) != 0;
  Result<Output> output =
      Output::Open(file, is_new ? Output::Readers::kOwner : Output::Readers::kAll);
  if (!output) return Fail(output.error());
  if (!is_new && ::fchown(output->descriptor(), status.st_uid, status.st_gid) != 0) {
    return Fail(ErrorCode::kUnreadable,
                "cannot be given to its owner again: " + ReasonOf(errno) +
                    ". Run this as its owner or as root.",
                {file});
  }
  if (Status written = output->Write(text); !written) return written;
  return output->Close();
}

// One line of the file after the other, with its end; `name` is that of its token, if it has one.
template <class Take>
void ForEachLine(std::string_view text, Take take) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(end);
    constexpr std::string_view kWord = "token ";
    std::string_view name;
    if (line.starts_with(kWord)) {
      name = line.substr(kWord.size());
      name = name.substr(0, name.find(' '));
    }
    take(line, name);
  }
}

bool HasToken(std::string_view text, std::string_view name) {
  bool is_there = false;
  ForEachLine(text, [&](std::string_view, std::string_view its) { is_there |= its == name; });
  return is_there;
}

Status Add(const TokenSetup& setup) {
  const Result<std::string> token = service::MakeToken();
  if (!token) return Fail(token.error());
  const Result<std::string> line = service::TokenLine(setup.name, setup.rights, *token);
  if (!line) return Fail(line.error());
  const FolderLock lock(setup.file);
  std::string text(service::kTokenFileHeader);
  std::error_code unused;
  if (std::filesystem::exists(setup.file, unused)) {
    Result<std::string> old = Read(setup.file);
    if (!old) return Fail(old.error());
    text = std::move(*old);
  }
  if (HasToken(text, setup.name)) {
    return Fail(
        ErrorCode::kUsage,
        "has a token \"" + setup.name + "\" already: give another name, or --revoke that one.",
        {setup.file});
  }
  if (!text.ends_with('\n')) text += '\n';
  if (Status status = Write(setup.file, text + *line); !status) return status;
  PrintNote("the token \"" + setup.name + "\" is on standard output, this once: " + setup.file +
            " has only its digest.");
  return WriteWhole("-", *token + "\n");
}

Status Revoke(const TokenSetup& setup) {
  const FolderLock lock(setup.file);
  const Result<std::string> text = Read(setup.file);
  if (!text) return Fail(text.error());
  std::string kept;
  ForEachLine(*text, [&](std::string_view line, std::string_view name) {
    if (name != setup.name) kept += line;
  });
  if (kept == *text) {
    return Fail(ErrorCode::kUsage, "has no token \"" + setup.name + "\"; --list shows them all.",
                {setup.file});
  }
  if (Status status = Write(setup.file, std::move(kept)); !status) return status;
  PrintNote("the token \"" + setup.name + "\" is valid no more, once the service has reloaded.");
  return {};
}

// A line a token: name and rights.
Status List(const TokenSetup& setup) {
  const Result<std::string> text = Read(setup.file);
  if (!text) return Fail(text.error());
  std::string out;
  ForEachLine(*text, [&](std::string_view line, std::string_view name) {
    if (name.empty()) return;
    line.remove_prefix(static_cast<size_t>(name.data() - line.data()));
    out.append(line.substr(0, line.rfind(' '))).append("\n");
  });
  return WriteWhole("-", std::move(out));
}

Status RunToken(const TokenSetup& setup) {
  if (setup.lists) return List(setup);
  if (setup.name.empty()) {
    return Fail(ErrorCode::kUsage, "NAME is needed: what the new token is to be called.");
  }
  return setup.revokes ? Revoke(setup) : Add(setup);
}

}  // namespace

void AddTokenCommand(CLI::App& serve, ExitCode& exit_code) {
  CLI::App* command = serve.add_subcommand("token", "Make, list and revoke tokens of clients");
  auto setup = std::make_shared<TokenSetup>();
  command->add_option("name", setup->name, "What the token is called, in logs too")
      ->type_name("NAME");
  command->add_option("--tokens", setup->file, "The file of tokens, made if it is not there")
      ->type_name("FILE")
      ->required();
  command
      ->add_option("--rights", setup->rights,
                   "What it may: check, fingerprints, metrics, with commas between [check]")
      ->type_name("RIGHTS");
  CLI::Option* list = command->add_flag("--list", setup->lists, "Show names and rights of all");
  command->add_flag("--revoke", setup->revokes, "Take the token of that name away")->excludes(list);
  command->footer(
      "Examples:\n"
      "  gatepost serve token intranet --tokens tokens\n"
      "  gatepost serve token audit-team --tokens tokens --rights check,fingerprints\n"
      "  gatepost serve token intranet --tokens tokens --revoke\n"
      "\n"
      "A token is shown once, when it is made; the file has its digest.\n"
      "\n"
      "Exit status: 0 done; 2 could not be.\n");
  command->callback([setup, &exit_code] {
    const Status status = RunToken(*setup);
    if (!status) PrintError(status.error());
    exit_code = status ? ExitCode::kClean : ExitCode::kCannotRun;
  });
}

}  // namespace gatepost
