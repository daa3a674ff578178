#include "cases/case_runner.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gatepost::cases {
namespace {

namespace fs = std::filesystem;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "gatepost-case-XXXXXX").string();
    if (mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const fs::path& path() const { return path_; }  // empty: could not be made

 private:
  fs::path path_;
};

void WriteText(const fs::path& path, const std::string& text) {
  fs::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << text;
}

std::string ReadText(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void CopyVariable(const char* name, std::vector<std::string>& environment) {
  const char* const value = std::getenv(name);
  if (value != nullptr) environment.push_back(std::string(name) + "=" + value);
}

std::vector<std::string> Environment(const fs::path& home, const RunOptions& options) {
  const char* const path = std::getenv("PATH");
  std::vector<std::string> environment = {
      "PATH=" + options.program_folder.string() + ":" + (path != nullptr ? path : "/usr/bin:/bin"),
      "SOURCE=" + options.source_folder.string(), "HOME=" + home.string(), "LC_ALL=C.UTF-8",
      "TZ=UTC"};
  // What is compiled once, all cases share.
  environment.push_back("XDG_CACHE_HOME=" + options.program_folder.string() + "/cache");
  CopyVariable("ASAN_OPTIONS", environment);
  CopyVariable("UBSAN_OPTIONS", environment);
  return environment;
}

std::vector<char*> Pointers(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (auto& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Where a process runs and what it is connected to.
struct Streams {
  fs::path folder;
  fs::path stdin_file;
  fs::path stdout_file;
  fs::path stderr_file;
};

class FileActions {
 public:
  explicit FileActions(const Streams& streams) {
    constexpr int kWrite = O_WRONLY | O_CREAT | O_TRUNC;
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, 0, streams.stdin_file.c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions_, 1, streams.stdout_file.c_str(), kWrite, 0600);
    posix_spawn_file_actions_addopen(&actions_, 2, streams.stderr_file.c_str(), kWrite, 0600);
    posix_spawn_file_actions_addchdir_np(&actions_, streams.folder.c_str());
  }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

Result<int> RunShell(const std::string& command, const Streams& streams,
                     std::vector<std::string> environment) {
  std::vector<std::string> arguments = {"sh", "-c", command};
  const FileActions actions(streams);
  pid_t process = 0;
  int status = 0;
  if (posix_spawn(&process, "/bin/sh", actions.get(), nullptr, Pointers(arguments).data(),
                  Pointers(environment).data()) != 0 ||
      waitpid(process, &status, 0) != process) {
    return Fail(ErrorCode::kUnreadable, "cannot run /bin/sh");
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Result<std::vector<Outcome>> RunCase(const CaseFile& file, const RunOptions& options) {
  const TemporaryFolder temporary;
  if (temporary.path().empty()) {
    return Fail(ErrorCode::kUnreadable, "cannot make a temporary folder");
  }
  const fs::path home = temporary.path() / "home";
  const Streams streams = {.folder = temporary.path() / "work",
                           .stdin_file = temporary.path() / "stdin",
                           .stdout_file = temporary.path() / "stdout",
                           .stderr_file = temporary.path() / "stderr"};
  fs::create_directory(home);
  fs::create_directory(streams.folder);
  for (const auto& input : file.files) WriteText(streams.folder / input.name, input.content);

  std::vector<Outcome> outcomes;
  for (const auto& step : file.steps) {
    WriteText(streams.stdin_file, step.stdin_text);
    const auto exit_code = RunShell(step.command, streams, Environment(home, options));
    if (!exit_code) return Fail(exit_code.error());
    outcomes.push_back({.stdout_text = ReadText(streams.stdout_file),
                        .stderr_text = ReadText(streams.stderr_file),
                        .exit_code = *exit_code});
  }
  return outcomes;
}

}  // namespace gatepost::cases
