#include "cli/written_file.h"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <filesystem>
#include <set>
#include <system_error>

namespace gatepost {
namespace {

namespace fs = std::filesystem;

bool NamesFiles(const CLI::Option& option) {
  static const std::set<std::string> kTypes = {"CORPUS", "DIR", "FILE", "INPUT"};
  return kTypes.count(option.get_type_name()) != 0;
}

// Where the path leads, as far as it leads anywhere.
fs::path Resolved(const std::string& path) {
  std::error_code error;
  const fs::path resolved = fs::weakly_canonical(fs::absolute(path, error), error);
  return error ? fs::path(path) : resolved;
}

bool AreSame(const std::string& one, const std::string& other) {
  std::error_code not_both_there;
  return fs::equivalent(one, other, not_both_there) || Resolved(one) == Resolved(other);
}

bool LiesIn(const std::string& file, const std::string& folder) {
  std::error_code error;
  if (!fs::is_directory(folder, error) || !fs::exists(file, error)) return false;
  const fs::path inner = Resolved(file);
  const fs::path outer = Resolved(folder);
  return std::mismatch(outer.begin(), outer.end(), inner.begin(), inner.end()).first == outer.end();
}

// Neither standard output nor a device or pipe.
bool IsReplaced(const std::string& file) {
  std::error_code error;
  const fs::file_status status = fs::status(file, error);
  return file != "-" && (!fs::exists(status) || fs::is_regular_file(status));
}

// What would be lost; empty if nothing.
std::string Loss(const std::string& file, const std::string& input) {
  if (AreSame(file, input)) return file + " is read, too";
  if (LiesIn(file, input)) return file + " lies in " + input + ", which is read";
  return {};
}

}  // namespace

void NamesWrittenFile(CLI::App& command, CLI::Option* option, const WrittenFile& file) {
  const auto check = [&command, option, file](const std::string& written) -> std::string {
    if (!IsReplaced(written)) return {};
    std::vector<std::string> inputs = {file.not_either};
    for (const CLI::Option* other : command.get_options()) {
      const bool counts = other != option && NamesFiles(*other) &&
                          (file.may_be.empty() || !other->check_name(file.may_be));
      if (counts) inputs.insert(inputs.end(), other->results().begin(), other->results().end());
    }
    for (const std::string& input : inputs) {
      if (input.empty() || input == "-") continue;
      const std::string loss = Loss(written, input);
      if (!loss.empty()) return loss + ": name another file to write.";
    }
    return {};
  };
  option->type_name("FILE")->check(check, "");
}

}  // namespace gatepost
