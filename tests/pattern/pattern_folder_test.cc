#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "catch.h"
#include "pattern/list_reader.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

// A patterns/ folder of its own for one test: set/ with pattern files and lists/ beside it; gone
// with the test.
class PatternTree {
 public:
  PatternTree() {
    std::string name = (fs::temp_directory_path() / "gatepost-patterns-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    root_ = name;
    fs::create_directories(root_ / "set");
    fs::create_directories(root_ / "lists");
  }
  ~PatternTree() { fs::remove_all(root_); }
  PatternTree(const PatternTree&) = delete;
  PatternTree& operator=(const PatternTree&) = delete;

  void Write(const std::string& name, const std::string& content) const {
    std::ofstream(root_ / name, std::ios::binary) << content;
  }
  [[nodiscard]] fs::path set() const { return root_ / "set"; }

 private:
  fs::path root_;
};

std::string BadgeNamed(const std::string& id) { return Replaced(kBadgeToml, "test.badge", id); }

const std::string kListTables = R"(
[[value]]
label = "placeholder"
is = "kept"
)";

std::string HashOf(const PatternTree& tree) {
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE(folder);
  return folder->hash;
}

}  // namespace

TEST_CASE("a folder's patterns come in the order of their files' names",
          "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/zebra.toml", BadgeNamed("test.a"));
  tree.Write("set/ant.toml", BadgeNamed("test.z"));
  tree.Write("set/README.md", "no pattern");
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE(folder);
  CHECK(folder->name == "set");
  REQUIRE(folder->patterns.size() == 2);
  CHECK(folder->patterns[0].id == "test.z");
  CHECK(folder->patterns[1].id == "test.a");
  CHECK(folder->hash.size() == 64);
}

TEST_CASE("a folder has its name however its path is written", "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/badge.toml", std::string(kBadgeToml));
  for (const fs::path& path : {tree.set() / "", tree.set() / ".", tree.set() / ".." / "set"}) {
    CAPTURE(path);
    const auto folder = ReadPatternFolder(path);
    REQUIRE(folder);
    CHECK(folder->name == "set");
  }
}

TEST_CASE("a folder's hash changes with a file, a file's name and a list that is used",
          "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("lists/kept.txt", "B0000\n");
  tree.Write("lists/other.txt", "B0000\n");
  tree.Write("set/badge.toml", std::string(kBadgeToml) + kListTables);
  const std::string first = HashOf(tree);
  CHECK(HashOf(tree) == first);

  tree.Write("lists/other.txt", "B0001\n");
  CHECK(HashOf(tree) == first);

  tree.Write("lists/kept.txt", "B0000 # a comment\n");
  const std::string with_list = HashOf(tree);
  CHECK(with_list != first);

  tree.Write("set/badge.toml", std::string(kBadgeToml) + kListTables + "# a comment\n");
  const std::string with_file = HashOf(tree);
  CHECK(with_file != with_list);

  fs::rename(tree.set() / "badge.toml", tree.set() / "pass.toml");
  CHECK(HashOf(tree) != with_file);
}

TEST_CASE("all faulty files of a folder are reported at once", "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/a.toml", Replaced(kBadgeToml, "medium", "mild"));
  tree.Write("set/b.toml", std::string(kBadgeToml));
  tree.Write("set/c.toml", "id = ");
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE_FALSE(folder);
  REQUIRE(folder.error().size() == 2);
  CHECK(folder.error()[0].where.file == (tree.set() / "a.toml").string());
  CHECK(folder.error()[0].where.line == 5);
  CHECK(folder.error()[1].where.file == (tree.set() / "c.toml").string());
}

TEST_CASE("two patterns of one id are refused, with both places", "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/a.toml", std::string(kBadgeToml));
  tree.Write("set/b.toml", "# second\n" + std::string(kBadgeToml));
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE_FALSE(folder);
  REQUIRE(folder.error().size() == 1);
  CHECK(folder.error()[0].where == SourcePlace{(tree.set() / "b.toml").string(), 3, 6});
  CHECK(folder.error()[0].message == "`test.badge` is already the id of the pattern at " +
                                         (tree.set() / "a.toml").string() +
                                         ":2:6. Give one of them another.");
}

TEST_CASE("a folder without patterns, and no folder at all, are refused",
          "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/README.md", "no pattern");
  const auto empty = ReadPatternFolder(tree.set());
  REQUIRE_FALSE(empty);
  CHECK_THAT(empty.error().at(0).message, ContainsSubstring("holds no pattern file"));
  CHECK(empty.error().at(0).code == ErrorCode::kInvalidPattern);

  const auto none = ReadPatternFolder(tree.set() / "none");
  REQUIRE_FALSE(none);
  CHECK(none.error().at(0).code == ErrorCode::kUnreadable);
}

TEST_CASE("a pattern file over the size limit is told what to do", "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("set/big.toml", std::string(kMaxPatternFileBytes + 1, '#'));
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE_FALSE(folder);
  CHECK(folder.error().at(0).code == ErrorCode::kTooLarge);
  CHECK(folder.error().at(0).ToString() ==
        (tree.set() / "big.toml").string() +
            ":1:1: this file is over the limit of 1 MiB. Shorten it; a pattern's long lists may "
            "stand in files of their own.");
}

TEST_CASE("a list over the size limit is told what to do", "[pattern][pattern_folder]") {
  const PatternTree tree;
  tree.Write("lists/kept.txt", std::string(kMaxListBytes + 1, '#'));
  tree.Write("set/badge.toml", std::string(kBadgeToml) + kListTables);
  const auto folder = ReadPatternFolder(tree.set());
  REQUIRE_FALSE(folder);
  CHECK_THAT(folder.error().at(0).message,
             ContainsSubstring("kept.txt: is over the limit of 16 MiB. Make two lists of it, each "
                               "with a [[value]]."));
}

}  // namespace gatepost
