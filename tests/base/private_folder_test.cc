#include "base/private_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"
#include "folder_path.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

unsigned ModeOf(const fs::path& path) {
  struct stat status {};
  REQUIRE(::lstat(path.c_str(), &status) == 0);
  return status.st_mode & 0777U;
}

TEST_CASE("a private folder is made with those above it, for this user alone",
          "[base][private_folder]") {
  const FolderPath top("private_folder");
  const fs::path path = top.path() / "above" / "gatepost";
  const auto folder = PrivateFolder::Open(path);
  REQUIRE(folder.has_value());
  CHECK(ModeOf(path) == 0700);
  REQUIRE(folder->Write("a", "content").has_value());
  CHECK(ModeOf(path / "a") == 0600);
  CHECK(PrivateFolder::Open(path)->Read("a", 100)->view() == "content");
}

TEST_CASE("a folder that others may open is refused, as are a link and a file",
          "[base][private_folder]") {
  const FolderPath top("private_folder");
  REQUIRE(PrivateFolder::Open(top.path()).has_value());
  for (const unsigned mode : {0755U, 0710U, 0701U, 0770U, 0702U}) {
    CAPTURE(mode);
    ::chmod(top.path().c_str(), mode);
    CHECK_FALSE(PrivateFolder::Open(top.path()).has_value());
  }
  ::chmod(top.path().c_str(), 0700);
  fs::create_directory_symlink(top.path(), top.path() / "link");
  CHECK_FALSE(PrivateFolder::Open(top.path() / "link").has_value());
  std::ofstream(top.path() / "file") << "x";
  CHECK_FALSE(PrivateFolder::Open(top.path() / "file").has_value());
}

TEST_CASE("a folder or file of another user is refused", "[base][private_folder]") {
  if (::geteuid() != 0) return;  // only root can give files away
  const FolderPath top("private_folder");
  const auto folder = PrivateFolder::Open(top.path());
  REQUIRE(folder.has_value());
  REQUIRE(folder->Write("a", "content").has_value());
  constexpr uid_t kOther = 65534;
  REQUIRE(::chown((top.path() / "a").c_str(), kOther, static_cast<gid_t>(-1)) == 0);
  CHECK_FALSE(folder->Read("a", 100).has_value());
  REQUIRE(::chown(top.path().c_str(), kOther, static_cast<gid_t>(-1)) == 0);
  CHECK_FALSE(PrivateFolder::Open(top.path()).has_value());
}

TEST_CASE("what is no plain file of this user alone is not read", "[base][private_folder]") {
  const FolderPath top("private_folder");
  const auto folder = PrivateFolder::Open(top.path());
  REQUIRE(folder.has_value());
  REQUIRE(folder->Write("a", "content").has_value());
  CHECK_FALSE(folder->Read("absent", 100).has_value());
  fs::create_symlink(top.path() / "a", top.path() / "link");
  CHECK_FALSE(folder->Read("link", 100).has_value());
  fs::create_directory(top.path() / "folder");
  CHECK_FALSE(folder->Read("folder", 100).has_value());
  REQUIRE(::mkfifo((top.path() / "pipe").c_str(), 0600) == 0);
  CHECK_FALSE(folder->Read("pipe", 100).has_value());
  ::chmod((top.path() / "a").c_str(), 0644);
  CHECK_FALSE(folder->Read("a", 100).has_value());
}

TEST_CASE("a file over the limit is not read", "[base][private_folder]") {
  const FolderPath top("private_folder");
  const auto folder = PrivateFolder::Open(top.path());
  REQUIRE(folder.has_value());
  REQUIRE(folder->Write("a", "12345").has_value());
  CHECK(folder->Read("a", 5)->view() == "12345");
  REQUIRE_FALSE(folder->Read("a", 4).has_value());
  CHECK(folder->Read("a", 4).error().code == ErrorCode::kTooLarge);
}

TEST_CASE("writing replaces a file, or a link in its place, and leaves nothing beside it",
          "[base][private_folder]") {
  const FolderPath top("private_folder");
  const auto folder = PrivateFolder::Open(top.path());
  REQUIRE(folder.has_value());
  REQUIRE(folder->Write("a", "old").has_value());
  REQUIRE(folder->Write("a", "").has_value());
  CHECK(folder->Read("a", 100).value().empty());
  std::ofstream(top.path() / "target") << "kept";
  fs::create_symlink(top.path() / "target", top.path() / "b");
  REQUIRE(folder->Write("b", "new").has_value());
  CHECK(folder->Read("b", 100)->view() == "new");
  CHECK(fs::file_size(top.path() / "target") == 4);
  CHECK(std::distance(fs::directory_iterator(top.path()), fs::directory_iterator()) == 3);
}

TEST_CASE("only the newest files with a suffix are kept", "[base][private_folder]") {
  const FolderPath top("private_folder");
  const auto folder = PrivateFolder::Open(top.path());
  REQUIRE(folder.has_value());
  const auto now = fs::file_time_type::clock::now();
  for (const int age : {3, 1, 2, 0}) {
    const std::string name = std::to_string(age) + ".x";
    REQUIRE(folder->Write(name, "").has_value());
    fs::last_write_time(top.path() / name, now - std::chrono::hours(age));
  }
  REQUIRE(folder->Write("old.y", "").has_value());
  fs::last_write_time(top.path() / "old.y", now - std::chrono::hours(9));
  REQUIRE(folder->KeepNewest(".x", 2).has_value());
  CHECK(fs::exists(top.path() / "0.x"));
  CHECK(fs::exists(top.path() / "1.x"));
  CHECK_FALSE(fs::exists(top.path() / "2.x"));
  CHECK_FALSE(fs::exists(top.path() / "3.x"));
  CHECK(fs::exists(top.path() / "old.y"));
}

TEST_CASE("bytes that were read stay as they were, copied or mapped", "[base][private_folder]") {
  const FolderPath top("private_folder");
  for (const Reading reading : {Reading::kCopied, Reading::kMapped}) {
    const auto folder = PrivateFolder::Open(top.path(), reading);
    REQUIRE(folder.has_value());
    const std::string content(10'000, 'a');
    REQUIRE(folder->Write("file", content).has_value());
    REQUIRE(folder->Write("empty", "").has_value());
    const auto bytes = folder->Read("file", 100'000);
    REQUIRE(bytes.has_value());
    REQUIRE(folder->Write("file", "another").has_value());
    CHECK(bytes->view() == content);
    fs::remove(top.path() / "file");
    CHECK(bytes->view() == content);
    CHECK(folder->Read("empty", 100)->empty());
  }
}

}  // namespace
}  // namespace gatepost
