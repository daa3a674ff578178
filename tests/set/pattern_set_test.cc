#include "set/pattern_set.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

// A folder of patterns that is gone at the end of the test.
class Folder {
 public:
  explicit Folder(const std::string& name)
      : path_(fs::temp_directory_path() / ("gatepost_set_test_" + name)) {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }

  void Write(const std::string& file, const std::string& id, const std::string& regex,
             const std::string& tables = "") {
    std::ofstream(path_ / file)
        << "id = \"" << id << "\"\nname = \"N\"\ncategory = \"contact\"\nseverity = \"low\"\n"
        << "advice = \"Remove it.\"\nreferences = [\"https://example.com\"]\n"
        << "[[variant]]\nregex = '''" << regex << "'''\nbase = 1\n"
        << "[[match]]\ntext = \"a1\"\nspan = \"a1\"\n[[no_match]]\ntext = \"b\"\nwhy = \"w\"\n"
        << tables;
  }
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

TEST_CASE("a set holds the patterns of its folders in their order, and names them",
          "[set][pattern_set]") {
  Folder one("one");
  Folder two("two");
  one.Write("b.toml", "t.b", "b1");
  one.Write("a.toml", "t.a", "a1");
  two.Write("c.toml", "t.c", "c1");
  const auto set = PatternSet::Load({one.path(), two.path()});
  REQUIRE(set.has_value());
  REQUIRE((*set)->patterns().size() == 3);
  CHECK((*set)->patterns()[0].id == "t.a");
  CHECK((*set)->patterns()[1].id == "t.b");
  CHECK((**set)[PatternIndex(2)].id == "t.c");
  CHECK((*set)->name() == "gatepost_set_test_one+gatepost_set_test_two");
  CHECK((*set)->hash().size() == 64);
}

TEST_CASE("a set's hash changes with any of its files and with nothing else",
          "[set][pattern_set]") {
  Folder folder("hash");
  folder.Write("a.toml", "t.a", "a1");
  const auto before = PatternSet::Load({folder.path()});
  const auto again = PatternSet::Load({folder.path()});
  folder.Write("a.toml", "t.a", "a2");
  const auto after = PatternSet::Load({folder.path()});
  REQUIRE((before.has_value() && again.has_value() && after.has_value()));
  CHECK((*before)->hash() == (*again)->hash());
  CHECK((*before)->hash() != (*after)->hash());
}

TEST_CASE("one id in two folders is an error that names both places", "[set][pattern_set]") {
  Folder one("first");
  Folder two("second");
  one.Write("a.toml", "t.same", "a1");
  two.Write("b.toml", "t.same", "b1");
  const auto set = PatternSet::Load({one.path(), two.path()});
  REQUIRE_FALSE(set.has_value());
  REQUIRE(set.error().size() == 1);
  CHECK_THAT(set.error()[0].message, ContainsSubstring("a.toml:1"));
  CHECK_THAT(set.error()[0].where.file, ContainsSubstring("b.toml"));
}

TEST_CASE("a companion that no pattern of the set is, is an error with its place",
          "[set][pattern_set]") {
  Folder one("companion");
  Folder two("companions");
  one.Write("a.toml", "t.a", "a1", "[companion]\npatterns = [\"t.b\"]\npoints = 1\n");
  two.Write("b.toml", "t.b", "b1");
  CHECK(PatternSet::Load({one.path(), two.path()}).has_value());
  const auto set = PatternSet::Load({one.path()});
  REQUIRE_FALSE(set.has_value());
  REQUIRE(set.error().size() == 1);
  CHECK_THAT(set.error()[0].message, ContainsSubstring("[companion] names t.b"));
  CHECK_THAT(set.error()[0].ToString(), ContainsSubstring("a.toml:17:12"));
}

TEST_CASE("every error of every folder is returned", "[set][pattern_set]") {
  Folder folder("broken");
  folder.Write("a.toml", "t.a", "a+");
  folder.Write("b.toml", "t.b", "(b)");
  const auto set = PatternSet::Load({folder.path(), folder.path() / "nowhere"});
  REQUIRE_FALSE(set.has_value());
  CHECK(set.error().size() == 3);
}

TEST_CASE("a set without patterns is refused", "[set][pattern_set]") {
  CHECK_FALSE(PatternSet::Compile("empty", "00", {}).has_value());
}

}  // namespace
}  // namespace gatepost
