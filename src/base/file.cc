#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "base/folder_entries.h"
#include "base/system_error.h"

namespace gatepost {
namespace {

// The file's size if it has one, and a byte more, by whose absence its end is noticed; else a step.
size_t SizeToExpect(int descriptor) {
  constexpr size_t kStep = 64 * 1024;
  struct stat status {};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode) || status.st_size <= 0) {
    return kStep;
  }
  return static_cast<size_t>(status.st_size) + 1;
}

Result<std::string> ReadAll(int descriptor, uint64_t max_bytes, const std::string& name) {
  const size_t expected = SizeToExpect(descriptor);
  std::string content(static_cast<size_t>(std::min<uint64_t>(expected, max_bytes + 1)), '\0');
  size_t used = 0;
  for (;;) {
    if (content.size() == used) content.resize(used * 2);
    const ssize_t got = ::read(descriptor, content.data() + used, content.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Fail(Unreadable(errno, name));
    if (got == 0) break;
    used += static_cast<size_t>(got);
    if (used > max_bytes) {
      return Fail(ErrorCode::kTooLarge,
                  "is larger than the limit of " + std::to_string(max_bytes) + " bytes.", {name});
    }
  }
  content.resize(used);
  return content;
}

Error Unlistable(int error_number, const std::string& name) {
  Error error = Unreadable(error_number, name);
  if (error_number == ENOENT) error.message = "there is no such folder. Check the name.";
  if (error_number == ENOTDIR) error.message = "is no folder. Name the folder that it is in.";
  return error;
}

}  // namespace

Result<std::string> ReadFile(const std::filesystem::path& path, uint64_t max_bytes) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return Fail(Unreadable(errno, path.string()));
  Result<std::string> content = ReadAll(descriptor, max_bytes, path.string());
  ::close(descriptor);
  return content;
}

Result<std::string> ReadStandardInput(uint64_t max_bytes) {
  return ReadAll(STDIN_FILENO, max_bytes, "standard input");
}

Result<std::vector<std::string>> ListNames(const std::filesystem::path& folder,
                                           std::string_view suffix) {
  const FolderEntries entries(::opendir(folder.c_str()));
  if (!entries) return Fail(Unlistable(errno, folder.string()));
  std::vector<std::string> names;
  for (;;) {
    errno = 0;
    const dirent* entry = ::readdir(entries.get());  // NOLINT(concurrency-mt-unsafe): its own
    if (entry == nullptr) break;
    const std::string_view name = &entry->d_name[0];
    if (name.ends_with(suffix) && !name.starts_with('.')) names.emplace_back(name);
  }
  if (errno != 0) return Fail(Unlistable(errno, folder.string()));
  std::sort(names.begin(), names.end());
  return names;
}

Result<std::vector<std::filesystem::path>> ListFiles(const std::filesystem::path& folder,
                                                     std::string_view suffix) {
  const Result<std::vector<std::string>> names = ListNames(folder, suffix);
  if (!names) return Fail(names.error());
  std::vector<std::filesystem::path> files;
  for (const std::string& name : *names) files.push_back(folder / name);
  return files;
}

}  // namespace gatepost
