#include "base/private_folder.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "base/folder_entries.h"

namespace gatepost {
namespace {

constexpr mode_t kOthersBits = S_IRWXG | S_IRWXO;

// An open file, closed at the end of the scope.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

std::string Reason() { return std::generic_category().message(errno); }

// This user's alone.
bool IsPrivate(const struct stat& status) {
  return status.st_uid == ::geteuid() && (status.st_mode & kOthersBits) == 0;
}

void MakeFolders(const std::filesystem::path& path) {
  if (::mkdir(path.c_str(), S_IRWXU) == 0 || errno != ENOENT || !path.has_parent_path()) return;
  MakeFolders(path.parent_path());
  ::mkdir(path.c_str(), S_IRWXU);
}

// All of `content`; false with errno set if that fails.
bool WriteAll(int descriptor, std::string_view content) {
  while (!content.empty()) {
    const ssize_t written = ::write(descriptor, content.data(), content.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    content.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

// The first `size` bytes of a file; nullopt with errno set if there are fewer, or reading fails.
std::optional<SharedBytes> Copied(int descriptor, size_t size) {
  auto bytes = std::make_shared<std::string>(size, '\0');
  for (size_t used = 0; used < size;) {
    const ssize_t got = ::read(descriptor, bytes->data() + used, size - used);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    used += static_cast<size_t>(got);
  }
  const std::string_view view = *bytes;
  return SharedBytes(std::move(bytes), view);
}

// The same bytes, all there at once: asking the system for them page by page takes several times as
// long. nullopt where a file system maps none.
std::optional<SharedBytes> Mapped(int descriptor, size_t size) {
  void* const at = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  if (at == MAP_FAILED) return std::nullopt;
  std::shared_ptr<const void> owner(at, [size](void* mapped) { ::munmap(mapped, size); });
  return SharedBytes(std::move(owner), {static_cast<const char*>(at), size});
}

bool IsNewer(const struct timespec& a, const struct timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec > b.tv_sec : a.tv_nsec > b.tv_nsec;
}

}  // namespace

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)),
      path_(std::move(other.path_)),
      reading_(other.reading_) {}
PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  std::swap(path_, other.path_);
  std::swap(reading_, other.reading_);
  return *this;
}
PrivateFolder::~PrivateFolder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

tl::unexpected<Error> PrivateFolder::Failed(const std::string& name, const char* what) const {
  return Fail(ErrorCode::kUnreadable, std::string(what) + ": " + Reason() + ".",
              {(path_ / name).string(), 0, 0});
}

Result<PrivateFolder> PrivateFolder::Open(const std::filesystem::path& path, Reading reading) {
  MakeFolders(path);
  PrivateFolder folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC), path,
                       reading);
  if (folder.descriptor_ < 0) return folder.Failed("", "cannot be opened");
  struct stat status {};
  if (::fstat(folder.descriptor_, &status) != 0) return folder.Failed("", "cannot be looked at");
  if (IsPrivate(status)) return folder;
  return Fail(ErrorCode::kUnreadable,
              "is not used, because it is not yours alone: it has to belong to you, with mode 700.",
              {path.string(), 0, 0});
}

Result<SharedBytes> PrivateFolder::Read(const std::string& name, uint64_t max_bytes) const {
  // A pipe in the file's place must not hold us up.
  const Descriptor file(
      ::openat(descriptor_, name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
  if (!file.is_open()) return Failed(name, "cannot be opened");
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) return Failed(name, "cannot be looked at");
  if (!S_ISREG(status.st_mode) || !IsPrivate(status)) {
    return Fail(ErrorCode::kUnreadable,
                "is not used, because it is not a file of yours alone, with mode 600.",
                {(path_ / name).string(), 0, 0});
  }
  const auto size = static_cast<uint64_t>(status.st_size);
  if (size > max_bytes) {
    return Fail(ErrorCode::kTooLarge,
                "is larger than the limit of " + std::to_string(max_bytes) + " bytes.",
                {(path_ / name).string(), 0, 0});
  }
  std::optional<SharedBytes> content;
  if (reading_ == Reading::kMapped && size > 0) content = Mapped(file.number(), size);
  if (!content) content = Copied(file.number(), size);
  if (!content) return Failed(name, "cannot be read");
  return std::move(*content);
}

Status PrivateFolder::Write(const std::string& name, std::string_view content) const {
  const std::string new_name = name + ".new-" + std::to_string(::getpid());
  ::unlinkat(descriptor_, new_name.c_str(), 0);  // of a process that died with this number
  const Descriptor file(::openat(descriptor_, new_name.c_str(),
                                 O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                 S_IRUSR | S_IWUSR));
  if (!file.is_open()) return Failed(new_name, "cannot be made");
  if (WriteAll(file.number(), content) && ::fsync(file.number()) == 0 &&
      ::renameat(descriptor_, new_name.c_str(), descriptor_, name.c_str()) == 0) {
    return {};
  }
  auto failed = Failed(new_name, "cannot be written");
  ::unlinkat(descriptor_, new_name.c_str(), 0);
  return failed;
}

Status PrivateFolder::KeepNewest(std::string_view suffix, size_t count) const {
  const FolderEntries folder(
      ::fdopendir(::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)));
  if (!folder) return Failed("", "cannot be listed");
  std::vector<std::pair<struct timespec, std::string>> files;
  while (const dirent* entry = ::readdir(folder.get())) {
    const std::string name = entry->d_name;
    struct stat status {};
    if (!name.ends_with(suffix) ||
        ::fstatat(descriptor_, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) {
      continue;
    }
    files.emplace_back(status.st_mtim, name);
  }
  std::sort(files.begin(), files.end(),
            [](const auto& a, const auto& b) { return IsNewer(a.first, b.first); });
  for (size_t i = count; i < files.size(); ++i) {
    ::unlinkat(descriptor_, files[i].second.c_str(), 0);
  }
  return {};
}

}  // namespace gatepost
