#include "base/key_file.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/sample_keys.h"
#include "base/temporary_folder.h"
#include "catch.h"

using namespace gatepost;
namespace fs = std::filesystem;

namespace {

constexpr uint64_t kMaxBytes = 1 << 20;

unsigned ModeOf(const fs::path& path) {
  return static_cast<unsigned>(fs::status(path).permissions());
}

void SetMode(const fs::path& path, unsigned mode) {
  fs::permissions(path, static_cast<fs::perms>(mode));
}

std::string MadeIn(const fs::path& path) {
  const auto keyring = CreateKeyFile(path, kKeyDay);
  INFO((keyring ? "" : keyring.error().ToString()));
  REQUIRE(keyring);
  return keyring->current().id();
}

std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

}  // namespace

TEST_CASE("A key file is made for its owner alone and is loaded again", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a.key";
  const mode_t mask = ::umask(0);
  const std::string id = MadeIn(path);
  ::umask(mask);
  CHECK(ModeOf(path) == 0600);
  CHECK(NamesIn(folder.path()) == std::vector<std::string>{"a.key"});
  const auto keyring = LoadKeyFile(path);
  REQUIRE(keyring);
  CHECK(keyring->current().id() == id);
  CHECK(keyring->current().made() == kKeyDay);
  CHECK(keyring->retired().empty());
}

TEST_CASE("A file that is there is never overwritten", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.Write("a.key", "something else");
  const auto keyring = CreateKeyFile(path, kKeyDay);
  REQUIRE_FALSE(keyring);
  CHECK(keyring.error().code == ErrorCode::kUsage);
  CHECK(keyring.error().ToString() ==
        path.string() +
            ": exists already and is not overwritten. Give another name, or renew the key that is "
            "in it with 'gatepost key rotate'.");
  CHECK(ReadFile(path, kMaxBytes).value() == "something else");
  CHECK(NamesIn(folder.path()) == std::vector<std::string>{"a.key"});
}

TEST_CASE("A link that leads nowhere is not followed to make a key", "[base][key_file]") {
  const TemporaryFolder folder;
  fs::create_symlink(folder.path() / "elsewhere", folder.path() / "a.key");
  CHECK_FALSE(CreateKeyFile(folder.path() / "a.key", kKeyDay));
  CHECK_FALSE(fs::exists(folder.path() / "elsewhere"));
}

TEST_CASE("A rotation keeps the key before and the file's rights", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a.key";
  const std::string first = MadeIn(path);
  const auto rotated = RotateKeyFile(path, kKeyDay + std::chrono::days(1));
  REQUIRE(rotated);
  CHECK(ModeOf(path) == 0600);
  CHECK(NamesIn(folder.path()) == std::vector<std::string>{"a.key"});
  const auto keyring = LoadKeyFile(path);
  REQUIRE(keyring);
  CHECK(keyring->current().id() == rotated->current().id());
  CHECK(keyring->current().id() != first);
  REQUIRE(keyring->retired().size() == 1);
  CHECK(keyring->retired()[0].id() == first);
  CHECK(keyring->retired()[0].retired() == kKeyDay + std::chrono::days(1));
}

TEST_CASE("A rotation by way of a link leaves the link and renews its file", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a.key";
  const fs::path link = folder.path() / "link";
  const std::string first = MadeIn(path);
  fs::create_symlink("a.key", link);
  REQUIRE(RotateKeyFile(link, kKeyDay));
  CHECK(fs::is_symlink(link));
  CHECK(LoadKeyFile(path)->retired()[0].id() == first);
}

TEST_CASE("While one writes a key file, another does not", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a.key";
  const std::string id = MadeIn(path);
  const fs::path next = folder.Write("a.key.new", "half a fi");
  const auto rotated = RotateKeyFile(path, kKeyDay);
  REQUIRE_FALSE(rotated);
  CHECK(
      rotated.error().ToString() ==
      next.string() +
          ": exists: another 'gatepost key' is writing it, or was cut off. Remove it if none is at "
          "work.");
  CHECK(fs::exists(next));
  CHECK(LoadKeyFile(path)->current().id() == id);
}

TEST_CASE("A rotation that fails leaves everything as it was", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.Write("a.key", "no key");
  SetMode(path, 0600);
  CHECK_FALSE(RotateKeyFile(path, kKeyDay));
  CHECK(ReadFile(path, kMaxBytes).value() == "no key");
  CHECK(NamesIn(folder.path()) == std::vector<std::string>{"a.key"});
}

TEST_CASE("Only a mode that gives the owner alone a right is accepted", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "a.key";
  MadeIn(path);
  for (const unsigned mode : {0600U, 0400U, 0700U}) {
    CAPTURE(mode);
    SetMode(path, mode);
    CHECK(LoadKeyFile(path));
  }
  for (const unsigned mode : {0640U, 0620U, 0610U, 0604U, 0602U, 0601U, 0660U, 0644U, 0777U}) {
    CAPTURE(mode);
    SetMode(path, mode);
    const auto keyring = LoadKeyFile(path);
    REQUIRE_FALSE(keyring);
    CHECK(keyring.error().code == ErrorCode::kUnreadable);
  }
  SetMode(path, 0640);
  CHECK(
      LoadKeyFile(path).error().ToString() ==
      path.string() +
          ": gives others than its owner a right to the key (mode 640). Run 'chmod 600' on it; if "
          "others may have read it, rotate the key.");
  CHECK_FALSE(RotateKeyFile(path, kKeyDay));
}

TEST_CASE("A key is not loaded from a file of another user", "[base][key_file]") {
  const TemporaryFolder folder;
  // Root may give a file away; anybody else has files of root's about.
  fs::path path = "/etc/passwd";
  if (::geteuid() == 0) {
    path = folder.path() / "a.key";
    MadeIn(path);
    REQUIRE(::chown(path.c_str(), 65534, 65534) == 0);
  }
  const auto keyring = LoadKeyFile(path);
  REQUIRE_FALSE(keyring);
  CHECK(keyring.error().ToString() ==
        path.string() +
            ": is a key file of another user. Give it to the user that runs gatepost (chown), or "
            "run gatepost as its owner.");
}

TEST_CASE("A key is loaded from a regular file alone", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path pipe = folder.path() / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  for (const fs::path& path : {pipe, folder.path(), fs::path("/dev/null")}) {
    CAPTURE(path);
    const auto keyring = LoadKeyFile(path);
    REQUIRE_FALSE(keyring);
    CHECK(keyring.error().ToString() ==
          path.string() +
              ": is not a regular file, and a key is kept in nothing else. Name the file that "
              "'gatepost key init' made.");
  }
}

TEST_CASE("A file that is not there, too long or damaged is refused", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path missing = folder.path() / "missing";
  const std::string not_there = missing.string() + ": cannot be opened: No such file or directory.";
  CHECK(LoadKeyFile(missing).error().ToString() == not_there);
  CHECK(RotateKeyFile(missing, kKeyDay).error().ToString() == not_there);

  const std::string head = "gatepost-key 1\n";
  const fs::path full = folder.Write("full", head + std::string(Keyring::kMaxTextBytes - 15, '#'));
  SetMode(full, 0600);
  CHECK(LoadKeyFile(full).error().code == ErrorCode::kSyntax);
  const fs::path longer =
      folder.Write("long", head + std::string(Keyring::kMaxTextBytes - 14, '#'));
  SetMode(longer, 0600);
  CHECK(LoadKeyFile(longer).error().ToString() ==
        longer.string() + ": is too long for a key file.");
}

TEST_CASE("A key cannot be made in a folder that is not there", "[base][key_file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "nowhere" / "a.key";
  const auto keyring = CreateKeyFile(path, kKeyDay);
  REQUIRE_FALSE(keyring);
  CHECK(keyring.error().ToString() ==
        path.string() + ".new: cannot be written: No such file or directory.");
}
