#include "base/file_stamp.h"

#include <filesystem>

#include "base/temporary_folder.h"
#include "catch.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

TEST_CASE("a file's stamp changes with its size, its mode and the file it is",
          "[base][file_stamp]") {
  const TemporaryFolder root;
  root.Write("a", "one");
  const fs::path file = root.path() / "a";
  const std::string first = StampOfFile(file)->text;
  CHECK(StampOfFile(file)->text == first);
  root.Write("a", "another");
  const std::string second = StampOfFile(file)->text;
  CHECK(second != first);
  fs::permissions(file, fs::perms::owner_read);
  CHECK(StampOfFile(file)->text != second);
  root.Write("b", "another");
  CHECK(StampOfFile(root.path() / "b")->text != StampOfFile(file)->text);
}

TEST_CASE("a file that is not there has no stamp", "[base][file_stamp]") {
  const TemporaryFolder root;
  const auto stamp = StampOfFile(root.path() / "absent");
  REQUIRE_FALSE(stamp.has_value());
  CHECK(stamp.error().code == ErrorCode::kUnreadable);
}

}  // namespace
}  // namespace gatepost
