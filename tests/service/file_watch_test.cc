#include "service/file_watch.h"

#include <poll.h>

#include <fstream>

#include "catch.h"
#include "folder_path.h"

using namespace gatepost;
using namespace gatepost::service;
namespace fs = std::filesystem;

namespace {

void Write(const fs::path& path, const std::string& text) { std::ofstream(path) << text; }

bool IsTold(FileWatch& watch) {
  pollfd wanted{watch.descriptor(), POLLIN, 0};
  return ::poll(&wanted, 1, 0) == 1 && watch.TakeEvents();
}

// A file and a folder with a file in it, watched.
struct Watched {
  Watched()
      : folder("file_watch"), file(folder.path() / "policy.toml"), set(folder.path() / "set") {
    fs::create_directories(set);
    Write(file, "old");
    Write(set / "one.toml", "old");
    REQUIRE(watch.Watch({file, set}).empty());
    REQUIRE_FALSE(IsTold(watch));
  }
  [[nodiscard]] std::string stamp() const { return StampOf({file, set}); }

  FolderPath folder;
  fs::path file;
  fs::path set;
  FileWatch watch = *FileWatch::Open();
};

}  // namespace

TEST_CASE("changes are told and change the stamp, however they are made", "[service][file_watch]") {
  Watched watched;
  const std::string before = watched.stamp();
  SECTION("in place") { Write(watched.file, "newer"); }
  SECTION("by a rename, as editors do") {
    Write(watched.folder.path() / "next", "newer");
    fs::rename(watched.folder.path() / "next", watched.file);
  }
  SECTION("by a link that leads elsewhere") {
    Write(watched.folder.path() / "other", "newer");
    fs::remove(watched.file);
    fs::create_symlink("other", watched.file);
  }
  SECTION("of a file in the folder") { Write(watched.set / "one.toml", "newer"); }
  SECTION("by a new file in the folder") { Write(watched.set / "two.toml", "new"); }
  SECTION("by a file that goes") { fs::remove(watched.file); }
  CHECK(IsTold(watched.watch));
  CHECK(watched.stamp() != before);
}

TEST_CASE("reading changes nothing", "[service][file_watch]") {
  Watched watched;
  const std::string before = watched.stamp();
  std::string text;
  std::ifstream(watched.file) >> text;
  CHECK(text == "old");
  CHECK_FALSE(IsTold(watched.watch));
  CHECK(watched.stamp() == before);
}

TEST_CASE("a folder that took another's place is watched in its stead", "[service][file_watch]") {
  Watched watched;
  fs::remove_all(watched.set);
  fs::create_directories(watched.set);
  CHECK(IsTold(watched.watch));
  REQUIRE(watched.watch.Watch({watched.file, watched.set}).empty());
  watched.watch.TakeEvents();
  Write(watched.set / "three.toml", "new");
  CHECK(IsTold(watched.watch));
}

TEST_CASE("what is watched no longer is told no longer, and what cannot be is said",
          "[service][file_watch]") {
  Watched watched;
  FolderPath other("file_watch_other");
  fs::create_directories(other.path());
  REQUIRE(watched.watch.Watch({other.path() / "file"}).empty());
  watched.watch.TakeEvents();
  Write(watched.set / "one.toml", "newer");
  CHECK_FALSE(IsTold(watched.watch));
  const std::vector<Error> errors = watched.watch.Watch({other.path() / "absent" / "file"});
  REQUIRE(errors.size() == 1);
  CHECK_THAT(errors[0].ToString(), ContainsSubstring("absent: cannot be watched for changes"));
}
