#include "pattern/folder_stamp.h"

#include <chrono>
#include <filesystem>
#include <string>

#include "base/temporary_folder.h"
#include "catch.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::string TextOf(const fs::path& folder) {
  const Result<FolderStamp> stamp = StampOf(folder);
  REQUIRE(stamp.has_value());
  return stamp->text;
}

TEST_CASE("a stamp changes with every file and list of a folder", "[pattern][folder_stamp]") {
  const TemporaryFolder root;
  const fs::path set = root.path() / "set";
  fs::create_directories(set);
  fs::create_directories(root.path() / "lists");
  root.Write("set/a.toml", "one");
  root.Write("lists/b.txt", "two");
  const std::string first = TextOf(set);
  CHECK(TextOf(set) == first);

  root.Write("set/notes.md", "no pattern");
  CHECK(TextOf(set) == first);
  root.Write("set/a.toml", "another");
  const std::string second = TextOf(set);
  CHECK(second != first);
  root.Write("lists/b.txt", "another");
  const std::string third = TextOf(set);
  CHECK(third != second);
  root.Write("set/c.toml", "");
  const std::string fourth = TextOf(set);
  CHECK(fourth != third);
  fs::remove(set / "a.toml");
  CHECK(TextOf(set) != fourth);
}

TEST_CASE("a change cannot be hidden by setting a file's date back", "[pattern][folder_stamp]") {
  const TemporaryFolder root;
  root.Write("a.toml", "one");
  const fs::path file = root.path() / "a.toml";
  const auto date = fs::last_write_time(file);
  const std::string first = TextOf(root.path());
  // The system's clock goes in steps.
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  bool is_seen = false;
  while (!is_seen && std::chrono::steady_clock::now() < deadline) {
    root.Write("a.toml", "uno");
    fs::last_write_time(file, date);
    is_seen = TextOf(root.path()) != first;
  }
  CHECK(is_seen);
}

TEST_CASE("a stamp tells when the last change was", "[pattern][folder_stamp]") {
  const TemporaryFolder root;
  const auto before = std::chrono::system_clock::now() - std::chrono::seconds(1);
  root.Write("a.toml", "one");
  const auto stamp = StampOf(root.path());
  REQUIRE(stamp.has_value());
  CHECK(stamp->last_change > before);
  CHECK(stamp->last_change < before + std::chrono::hours(1));
}

TEST_CASE("a folder that is not there, or holds a link to nothing, has no stamp",
          "[pattern][folder_stamp]") {
  const TemporaryFolder root;
  CHECK_FALSE(StampOf(root.path() / "absent").has_value());
  fs::create_symlink(root.path() / "nothing", root.path() / "a.toml");
  CHECK_FALSE(StampOf(root.path()).has_value());
}

}  // namespace
}  // namespace gatepost
