#include "base/key_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>
#include <utility>

namespace gatepost {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnersAlone = S_IRUSR | S_IWUSR;
constexpr mode_t kOfOthers = S_IRWXG | S_IRWXO;

std::string Reason(int number) { return std::generic_category().message(number); }

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  [[nodiscard]] int get() const { return number_; }  // negative: could not be opened

 private:
  int number_;
};

std::string OctalMode(mode_t mode) {
  std::string digits;
  for (const int shift : {6, 3, 0}) digits += static_cast<char>('0' + ((mode >> shift) & 7));
  return digits;
}

// Of the file that is open, not of a name, which may be another file's by now.
Status CheckRights(int descriptor, const fs::path& path) {
  const SourcePlace where{path.string(), 0, 0};
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) {
    return Fail(ErrorCode::kUnreadable, "cannot be read: " + Reason(errno) + ".", where);
  }
  if (!S_ISREG(status.st_mode)) {
    return Fail(ErrorCode::kUnreadable,
                "is not a regular file, and a key is kept in nothing else. Name the file that "
                "'gatepost key init' made.",
                where);
  }
  if (status.st_uid != ::geteuid()) {
    return Fail(ErrorCode::kUnreadable,
                "is a key file of another user. Give it to the user that runs gatepost (chown), or "
                "run gatepost as its owner.",
                where);
  }
  if ((status.st_mode & kOfOthers) != 0) {
    return Fail(ErrorCode::kUnreadable,
                "gives others than its owner a right to the key (mode " +
                    OctalMode(status.st_mode) +
                    "). Run 'chmod 600' on it; if others may have read it, rotate the key.",
                where);
  }
  return {};
}

Result<SecretText> ReadSecret(int descriptor, const fs::path& path) {
  SecretText text(Keyring::kMaxTextBytes + 1);
  while (!text.room().empty()) {
    const ssize_t got = ::read(descriptor, text.room().data(), text.room().size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      return Fail(ErrorCode::kUnreadable, "cannot be read: " + Reason(errno) + ".",
                  {path.string()});
    }
    if (got == 0) return text;
    text.Grow(static_cast<size_t>(got));
  }
  return Fail(ErrorCode::kTooLarge, "is too long for a key file.", {path.string()});
}

// So that the name of a new file outlives a crash, as its content does.
void SyncFolder(const fs::path& file) {
  const fs::path folder = file.has_parent_path() ? file.parent_path() : ".";
  const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  // Some file systems cannot; then the name is as safe there as it can be.
  if (opened.get() >= 0) ::fsync(opened.get());
}

// The file beside the key file in which the next content is made. Its name is the lock: whoever has
// made it is the only one to write. Removed unless it took the key file's place.
class NextFile {
 public:
  static Result<NextFile> Make(const fs::path& target) {
    const fs::path path = target.string() + ".new";
    Descriptor opened(
        ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, kOwnersAlone));
    if (opened.get() < 0 && errno == EEXIST) {
      return Fail(ErrorCode::kUsage,
                  "exists: another 'gatepost key' is writing it, or was cut off. Remove it if none "
                  "is at work.",
                  {path.string()});
    }
    if (opened.get() < 0) {
      return Fail(ErrorCode::kUnreadable, "cannot be written: " + Reason(errno) + ".",
                  {path.string()});
    }
    return NextFile(target, path, std::move(opened));
  }
  ~NextFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  NextFile(NextFile&& other) noexcept
      : target_(std::move(other.target_)),
        path_(std::exchange(other.path_, {})),
        opened_(std::move(other.opened_)) {}
  NextFile& operator=(NextFile&&) = delete;

  Status Write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t count = ::write(opened_.get(), text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return CannotWrite();
      text.remove_prefix(static_cast<size_t>(count));
    }
    return ::fsync(opened_.get()) == 0 ? Status{} : CannotWrite();
  }

  // Gives the file its name if nothing has it.
  Status Publish() {
    if (::link(path_.c_str(), target_.c_str()) != 0) {
      if (errno != EEXIST) return CannotWrite();
      return Fail(ErrorCode::kUsage,
                  "exists already and is not overwritten. Give another name, or renew the key that "
                  "is in it with 'gatepost key rotate'.",
                  {target_.string()});
    }
    SyncFolder(target_);
    return {};
  }

  // Puts it in the key file's place.
  Status Replace() {
    if (::rename(path_.c_str(), target_.c_str()) != 0) return CannotWrite();
    path_.clear();
    SyncFolder(target_);
    return {};
  }

 private:
  NextFile(fs::path target, fs::path path, Descriptor opened)
      : target_(std::move(target)), path_(std::move(path)), opened_(std::move(opened)) {}

  [[nodiscard]] tl::unexpected<Error> CannotWrite() const {
    return Fail(ErrorCode::kUnreadable, "cannot be written: " + Reason(errno) + ".",
                {target_.string()});
  }

  fs::path target_;
  fs::path path_;  // empty: it took the key file's place
  Descriptor opened_;
};

Error At(Error error, const fs::path& path) {
  error.where.file = path.string();
  return error;
}

}  // namespace

Result<Keyring> LoadKeyFile(const fs::path& path) {
  // Without waiting: a pipe of that name might never be written to.
  const Descriptor opened(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC));
  if (opened.get() < 0) {
    return Fail(ErrorCode::kUnreadable, "cannot be opened: " + Reason(errno) + ".",
                {path.string()});
  }
  if (const Status status = CheckRights(opened.get(), path); !status) return Fail(status.error());
  const Result<SecretText> text = ReadSecret(opened.get(), path);
  if (!text) return Fail(text.error());
  return Keyring::Parse(text->view(), path.string());
}

Result<Keyring> CreateKeyFile(const fs::path& path, std::chrono::sys_days today) {
  Result<Key> key = Key::Generate(today);
  if (!key) return Fail(key.error());
  Keyring keyring(std::move(*key));
  Result<NextFile> file = NextFile::Make(path);
  if (!file) return Fail(file.error());
  if (const Status status = file->Write(keyring.ToText().view()); !status) {
    return Fail(status.error());
  }
  if (const Status status = file->Publish(); !status) return Fail(status.error());
  return keyring;
}

Result<Keyring> RotateKeyFile(const fs::path& path, std::chrono::sys_days today) {
  // What a link leads to is replaced, not the link.
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) {
    return Fail(ErrorCode::kUnreadable, "cannot be opened: " + error.message() + ".",
                {path.string()});
  }
  // Before it is read: two rotations of one file must not each retire the same key.
  Result<NextFile> file = NextFile::Make(target);
  if (!file) return Fail(file.error());
  Result<Keyring> keyring = LoadKeyFile(target);
  if (!keyring) return Fail(At(keyring.error(), path));
  Result<Key> key = Key::Generate(today);
  if (!key) return Fail(key.error());
  if (const Status status = keyring->Rotate(std::move(*key)); !status) {
    return Fail(At(status.error(), path));
  }
  if (const Status status = file->Write(keyring->ToText().view()); !status) {
    return Fail(status.error());
  }
  if (const Status status = file->Replace(); !status) return Fail(status.error());
  return keyring;
}

}  // namespace gatepost
