#include "bench/process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <thread>

#include "bench/measure.h"

namespace gatepost::bench {
namespace {

constexpr std::chrono::milliseconds kWatchEvery{2};

// 0 once the process has ended.
size_t AnonymousBytesOf(pid_t process) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string word;
  size_t kilobytes = 0;
  while (status >> word) {
    if (word == "RssAnon:" && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

Result<pid_t> Spawn(const std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (const std::string& argument : command) {
    arguments.push_back(const_cast<char*>(argument.c_str()));  // posix_spawn does not write to them
  }
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
    posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0);
  }
  pid_t process = 0;
  const int error =
      posix_spawnp(&process, arguments.front(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (error != 0) {
    return Fail(ErrorCode::kUnreadable, "The program cannot be run.", {command.front()});
  }
  return process;
}

double SecondsOf(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

}  // namespace

Result<ProcessRun> RunProcess(const std::vector<std::string>& command, Watch watch) {
  const double start = WallSeconds();
  const auto process = Spawn(command);
  if (!process) return Fail(process.error());
  ProcessRun run;
  int status = 0;
  rusage usage{};
  if (watch == Watch::kMemory) {
    while (wait4(*process, &status, WNOHANG, &usage) == 0) {
      run.peak_anonymous_bytes = std::max(run.peak_anonymous_bytes, AnonymousBytesOf(*process));
      std::this_thread::sleep_for(kWatchEvery);
    }
  } else {
    wait4(*process, &status, 0, &usage);
  }
  run.wall_seconds = WallSeconds() - start;
  run.user_seconds = SecondsOf(usage.ru_utime);
  run.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return run;
}

}  // namespace gatepost::bench
