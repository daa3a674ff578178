#include "base/file.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "base/temporary_folder.h"
#include "catch.h"

using namespace gatepost;
namespace fs = std::filesystem;

TEST_CASE("A file is read byte for byte", "[base][file]") {
  const TemporaryFolder folder;
  std::string content("a\0\r\n\xFF", 5);
  content += std::string(200'000, 'x');  // more than one read
  const auto read = ReadFile(folder.Write("content", content), 1 << 20);
  REQUIRE(read);
  CHECK(*read == content);
  CHECK(ReadFile(folder.Write("empty", ""), 10).value().empty());
}

TEST_CASE("A file of exactly the limit is read, one of a byte more is too large", "[base][file]") {
  const TemporaryFolder folder;
  const fs::path path = folder.Write("ten", "0123456789");
  CHECK(ReadFile(path, 10).value() == "0123456789");
  const auto read = ReadFile(path, 9);
  REQUIRE_FALSE(read);
  CHECK(read.error().code == ErrorCode::kTooLarge);
  CHECK(read.error().ToString() == path.string() + ": is larger than the limit of 9 bytes.");
}

TEST_CASE("A file that is not there and a folder are unreadable, and the error says what to do",
          "[base][file]") {
  const TemporaryFolder folder;
  const fs::path missing = folder.path() / "missing";
  const auto none = ReadFile(missing, 10);
  REQUIRE_FALSE(none);
  CHECK(none.error().code == ErrorCode::kUnreadable);
  CHECK(none.error().ToString() == missing.string() + ": there is no such file. Check the name.");

  const auto is_folder = ReadFile(folder.path(), 10);
  REQUIRE_FALSE(is_folder);
  CHECK(is_folder.error().code == ErrorCode::kUnreadable);
  CHECK(is_folder.error().ToString() ==
        folder.path().string() + ": is a folder. Name the files in it.");
}

TEST_CASE("Files are listed by name, with the suffix, without hidden ones", "[base][file]") {
  const TemporaryFolder folder;
  for (const char* name : {"b.toml", "a.toml", ".hidden.toml", "c.txt", "B.toml"}) {
    folder.Write(name, "");
  }
  const auto files = ListFiles(folder.path(), ".toml");
  REQUIRE(files);
  REQUIRE(files->size() == 3);
  CHECK((*files)[0].filename() == "B.toml");
  CHECK((*files)[1].filename() == "a.toml");
  CHECK((*files)[2].filename() == "b.toml");
}

TEST_CASE("What is no folder cannot be listed, and the error says what to do", "[base][file]") {
  const TemporaryFolder folder;
  const auto files = ListFiles(folder.Write("file", ""), ".toml");
  REQUIRE_FALSE(files);
  CHECK(files.error().code == ErrorCode::kUnreadable);
  CHECK(files.error().message == "is no folder. Name the folder that it is in.");

  const auto missing = ListFiles(folder.path() / "missing", ".toml");
  REQUIRE_FALSE(missing);
  CHECK(missing.error().code == ErrorCode::kUnreadable);
  CHECK(missing.error().message == "there is no such folder. Check the name.");
}

TEST_CASE("Names are listed as files are, without their folder", "[base][file]") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.txt", ".c.txt", "d.md"}) folder.Write(name, "");
  CHECK(ListNames(folder.path(), ".txt") == std::vector<std::string>{"a.txt", "b.txt"});
  CHECK_FALSE(ListNames(folder.path() / "a.txt", ".txt").has_value());
}
