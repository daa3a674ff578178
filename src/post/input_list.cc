#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "base/system_error.h"
#include "post/input_walk.h"

namespace gatepost {
namespace {

Problem Note(std::string code, std::string message, const std::string& path) {
  return {ProblemKind::kNote, std::move(code), std::move(message), {path}};
}

Problem UnreadableProblem(int error_number, const std::string& path) {
  Error error = Unreadable(error_number, path);
  return {ProblemKind::kUnread, "input_unreadable", std::move(error.message), {path}};
}

// Depth first; of each folder on the way, the names are held.
class Lister {
 public:
  explicit Lister(InputListVisitor& visitor) : visitor_(visitor) {}

  Status ListFolder(const std::string& folder) {
    std::error_code error;
    std::filesystem::directory_iterator entries(folder, error);
    std::vector<std::string> names;
    for (const std::filesystem::directory_iterator end; !error && entries != end;
         entries.increment(error)) {
      names.push_back(entries->path().filename().string());
    }
    std::sort(names.begin(), names.end());
    const std::string within = folder.ends_with('/') ? folder : folder + "/";
    for (const std::string& name : names) {
      std::string path = within;
      path += name;
      if (Status listed = ListEntry(path, name); !listed) return listed;
    }
    return error ? visitor_.OnProblem(UnreadableProblem(error.value(), folder)) : Status();
  }

 private:
  Status ListEntry(const std::string& path, const std::string& name) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) {
      return visitor_.OnProblem(UnreadableProblem(errno, path));
    }
    if (S_ISLNK(status.st_mode)) {
      return visitor_.OnProblem(Note(
          "input_link",
          "is a link, and was not followed. Name what it leads to, if it is to be read.", path));
    }
    if (S_ISDIR(status.st_mode)) {
      if (name != ".git") return ListFolder(path);
      return visitor_.OnProblem(
          Note("input_git",
               "is where git keeps what it knows, and was passed over. Name it to read it.", path));
    }
    if (!S_ISREG(status.st_mode)) {
      return visitor_.OnProblem(
          Note("input_special", "is a device, pipe or socket, and was passed over.", path));
    }
    if (::access(path.c_str(), R_OK) != 0) {
      return visitor_.OnProblem(UnreadableProblem(errno, path));
    }
    return visitor_.OnInput({path, static_cast<uint64_t>(status.st_size)});
  }

  InputListVisitor& visitor_;
};

}  // namespace

Status ListInputs(const std::string& path, InputListVisitor& visitor) {
  if (path == "-") return visitor.OnInput({path, 0});
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) {
    return visitor.OnProblem(UnreadableProblem(errno, path));
  }
  if (S_ISDIR(status.st_mode)) return Lister(visitor).ListFolder(path);
  const uint64_t bytes = S_ISREG(status.st_mode) ? static_cast<uint64_t>(status.st_size) : 0;
  return visitor.OnInput({path, bytes});
}

}  // namespace gatepost
