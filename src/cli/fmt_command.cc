#include <algorithm>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "cli/commands.h"
#include "cli/loading.h"
#include "cli/message.h"
#include "cli/output.h"
#include "pattern/pattern_format.h"
#include "pattern/toml_limits.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

struct FmtOptions {
  std::vector<std::string> files;
  std::vector<std::string> folders;
  bool is_check = false;
};

// Formats file after file, or names those whose layout is another. What is wrong with a file is
// told at once; the others are seen to.
class FmtRun {
 public:
  explicit FmtRun(bool is_check) : is_check_(is_check) {}

  void AddFolder(const fs::path& folder) {
    const Result<PatternSources> sources = ReadPatternSources(folder);
    if (!sources) return Refuse(sources.error());
    for (const Error& error : sources->errors) Refuse(error);
    for (const auto& [path, content] : sources->files) AddContent(path, content);
  }

  void AddFile(const fs::path& path) {
    const Result<std::string> content = ReadTomlFile(path);
    if (!content) return Refuse(content.error());
    AddContent(path, *content);
  }

  ExitCode Finish() {
    if (const Status status = WriteWhole("-", std::move(different_)); !status) {
      Refuse(status.error());
    }
    if (has_refused_) return ExitCode::kCannotRun;
    return has_found_ ? ExitCode::kFound : ExitCode::kClean;
  }

 private:
  void Refuse(const Error& error) {
    PrintError(error);
    has_refused_ = true;
  }

  void AddContent(const fs::path& path, const std::string& content) {
    Result<std::string> formatted =
        FormatPattern(content, path.string(), ListsOf(path.parent_path()));
    if (!formatted) return Refuse(formatted.error());
    if (*formatted == content) return;
    if (!is_check_) return Replace(path, *std::move(formatted));
    different_ += path.string() + '\n';
    has_found_ = true;
  }

  // The file that a symbolic link points to, not the link.
  void Replace(const fs::path& path, std::string formatted) {
    std::error_code error;
    const fs::path target = fs::canonical(path, error);
    if (const Status status =
            WriteWhole(error ? path.string() : target.string(), std::move(formatted));
        !status) {
      return Refuse(status.error());
    }
    PrintNote(path.string() + ": formatted.");
  }

  bool is_check_;
  std::string different_;  // names of files, a line each
  bool has_found_ = false;
  bool has_refused_ = false;
};

fs::path DefaultFolder() { return BundledPatterns() / "uk"; }

// As a file of the first folder that is named, whose lists it may use.
ExitCode FormatStandardInput(const FmtOptions& options) {
  constexpr const char* kName = "standard input";
  const fs::path folder =
      options.folders.empty() ? DefaultFolder() : PatternFolderAt(options.folders.front());
  const Result<std::string> content = ReadStandardInput(kMaxPatternFileBytes);
  if (!content) return PrintError(content.error()), ExitCode::kCannotRun;
  Result<std::string> formatted = FormatPattern(*content, kName, ListsOf(folder));
  if (!formatted) return PrintError(formatted.error()), ExitCode::kCannotRun;
  const bool is_different = *formatted != *content;
  std::string written = *std::move(formatted);
  if (options.is_check) written = is_different ? std::string(kName) + '\n' : "";
  if (const Status status = WriteWhole("-", std::move(written)); !status) {
    return PrintError(status.error()), ExitCode::kCannotRun;
  }
  return options.is_check && is_different ? ExitCode::kFound : ExitCode::kClean;
}

ExitCode FormatPatterns(const FmtOptions& options) {
  if (std::find(options.files.begin(), options.files.end(), "-") != options.files.end()) {
    if (options.files.size() == 1) return FormatStandardInput(options);
    PrintError({ErrorCode::kUsage, "standard input is formatted by itself: give - alone.", {}});
    return ExitCode::kCannotRun;
  }
  FmtRun run(options.is_check);
  for (const std::string& folder : options.folders) run.AddFolder(PatternFolderAt(folder));
  for (const std::string& file : options.files) {
    const fs::path path = PatternFolderAt(file);
    std::error_code error;
    fs::is_directory(path, error) ? run.AddFolder(path) : run.AddFile(path);
  }
  if (options.folders.empty() && options.files.empty()) run.AddFolder(DefaultFolder());
  return run.Finish();
}

}  // namespace

void AddFmtCommand(CLI::App& patterns, ExitCode& exit_code) {
  CLI::App* command = patterns.add_subcommand(
      "fmt", "Settle the layout of pattern files: order, columns, quotes, line breaks");
  auto options = std::make_shared<FmtOptions>();
  command
      ->add_option("files", options->files,
                   "Pattern files, or folders of them; - is standard input, written to standard "
                   "output")
      ->type_name("FILE");
  AddPatternsOption(*command, options->folders);
  command->add_flag("--check", options->is_check,
                    "Change nothing; print the names of the files whose layout is another");
  command->footer(
      "Examples:\n"
      "  gatepost patterns fmt my-patterns\n"
      "  gatepost patterns fmt --check --patterns uk --patterns my-patterns\n"
      "  gatepost patterns fmt - < badge.toml | diff badge.toml -\n"
      "\n"
      "Exit status: 0 every file has the layout; 1 one has not (--check); 2 a file cannot be "
      "used.\n"
      "What a file says is never changed, and no comment is lost.\n");
  command->callback([options, &exit_code] { exit_code = FormatPatterns(*options); });
}

}  // namespace gatepost
