#include "set/pattern_cache.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "base/temporary_folder.h"
#include "catch.h"
#include "pattern/kept_bytes.h"
#include "set/pattern_set.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

constexpr const char* kUk = GATEPOST_SOURCE_DIR "/patterns/uk";

std::vector<Pattern> UkPatterns() {
  auto folder = ReadPatternFolder(kUk);
  if (!folder) FAIL(folder.error().front().ToString());
  return std::move(folder->patterns);
}

TEST_CASE("patterns are the same after a way through bytes, but for their proofs",
          "[set][pattern_cache]") {
  const std::vector<Pattern> patterns = UkPatterns();
  const std::string bytes = ToBytes(patterns);
  const auto read = PatternsFrom(SharedBytes(bytes));
  REQUIRE(read.has_value());
  REQUIRE(read->size() == patterns.size());
  CHECK(ToBytes(*read) == bytes);
  for (size_t i = 0; i < patterns.size(); ++i) {
    CAPTURE(patterns[i].id);
    CHECK((*read)[i].id == patterns[i].id);
    CHECK((*read)[i].where == patterns[i].where);
    CHECK((*read)[i].examples.empty());
    REQUIRE((*read)[i].variants.size() == patterns[i].variants.size());
    for (size_t v = 0; v < patterns[i].variants.size(); ++v) {
      const Regex& regex = (*read)[i].variants[v].regex;
      CHECK(regex.source() == patterns[i].variants[v].regex.source());
      CHECK(regex.min_width() == patterns[i].variants[v].regex.min_width());
      CHECK(ToRe2(regex) == ToRe2(patterns[i].variants[v].regex));
    }
  }
}

TEST_CASE("bytes that are cut off or go on are no patterns", "[set][pattern_cache]") {
  const std::string bytes = ToBytes(UkPatterns());
  for (size_t size = 0; size < bytes.size(); size += 1 + size / 50) {
    CAPTURE(size);
    CHECK_FALSE(PatternsFrom(SharedBytes(bytes.substr(0, size))).has_value());
  }
  CHECK_FALSE(PatternsFrom(SharedBytes(bytes + '\0')).has_value());
}

// A folder of its own with one pattern in it, a list beside it, and a cache.
class Tree {
 public:
  Tree() {
    std::filesystem::create_directories(root_.path() / "set");
    std::filesystem::create_directories(root_.path() / "lists");
    WriteList("zz9");
    WritePattern("zz\\d");
  }
  void WritePattern(const std::string& regex) const {
    root_.Write("set/a.toml",
                "id = \"t.a\"\nname = \"N\"\ncategory = \"contact\"\nseverity = \"low\"\n"
                "[[variant]]\nregex = '" +
                    regex +
                    "'\nbase = 50\n[[value]]\nlabel = \"listed\"\nis = \"few\"\n"
                    "[[match]]\ntext = \"zz1\"\nspan = \"zz1\"\n"
                    "[[no_match]]\ntext = \"b\"\nwhy = \"w\"\n");
  }
  void WriteList(const std::string& entry) const { root_.Write("lists/few.txt", entry + "\n"); }

  [[nodiscard]] LoadOptions Options(bool needs_proofs) const {
    return {.cache_folder = cache(),
            .needs_proofs = needs_proofs,
            .settling_time = std::chrono::seconds(0)};
  }
  [[nodiscard]] std::shared_ptr<const PatternSet> Load(bool needs_proofs = false) const {
    auto set = PatternSet::Load({folder()}, Options(needs_proofs));
    if (!set) FAIL(set.error().front().ToString());
    return *set;
  }
  [[nodiscard]] std::filesystem::path folder() const { return root_.path() / "set"; }
  [[nodiscard]] std::filesystem::path cache() const { return root_.path() / "cache"; }

  // The files of patterns that are kept.
  [[nodiscard]] std::vector<std::filesystem::path> Kept() const {
    const auto files = ListFiles(cache(), ".patterns");
    return files ? *files : std::vector<std::filesystem::path>{};
  }

 private:
  TemporaryFolder root_;
};

bool Finds(const PatternSet& set, std::string_view text) {
  SkeletonBatch batch;
  batch.AddPlain(PostIndex(0), FieldIndex(0), text);
  MatchList matches;
  const auto scratch = set.matcher().NewScratch();
  REQUIRE(set.matcher().FindMatches(batch, *scratch, matches));
  return matches.size() == 1;
}

TEST_CASE("a set from the cache is the one from the files", "[set][pattern_cache]") {
  const Tree tree;
  const auto first = tree.Load();
  REQUIRE(tree.Kept().size() == 1);
  const auto second = tree.Load();
  CHECK(second->patterns()[0].examples.empty());
  CHECK(second->name() == first->name());
  CHECK(second->hash() == first->hash());
  CHECK(ToBytes(second->patterns()) == ToBytes(first->patterns()));
  CHECK(Finds(*second, "a zz1"));
  CHECK_FALSE(Finds(*second, "a zz"));
  CHECK(tree.Load(true)->patterns()[0].examples.size() == 1);
}

TEST_CASE("a change of a file or of a list is seen", "[set][pattern_cache]") {
  const Tree tree;
  const std::string first = tree.Load()->hash();
  tree.WritePattern("[y]y\\d");  // no second file of that size within one tick of the clock
  CHECK(tree.Load()->hash() != first);
  CHECK(Finds(*tree.Load(), "a yy1"));
  CHECK_FALSE(Finds(*tree.Load(), "a zz1"));
  tree.WritePattern("zz\\d");
  tree.WriteList("zz8");
  CHECK(tree.Load()->hash() != first);
  CHECK(*tree.Load()->patterns()[0].values[0].is == std::vector<std::string>{"ZZ8"});
}

TEST_CASE("a set whose files have only just been written is not kept", "[set][pattern_cache]") {
  const Tree tree;
  LoadOptions options = tree.Options(false);
  options.settling_time = std::chrono::hours(1);
  REQUIRE(PatternSet::Load({tree.folder()}, options));
  CHECK(tree.Kept().empty());
  static_cast<void>(tree.Load());
  CHECK(tree.Kept().size() == 1);
}

TEST_CASE("what is kept is not used with any bit changed, and is made anew",
          "[set][pattern_cache]") {
  const Tree tree;
  const std::string hash = tree.Load()->hash();
  const auto whole = ReadFile(tree.Kept().at(0), 1 << 20);
  REQUIRE(whole);
  for (size_t at = 0; at < whole->size(); at += 7) {
    CAPTURE(at);
    std::string changed = *whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x10);
    std::ofstream(tree.Kept().at(0), std::ios::binary) << changed;
    const auto set = tree.Load();
    CHECK(set->patterns()[0].examples.size() == 1);  // read from the files
    CHECK(set->hash() == hash);
    CHECK(*ReadFile(tree.Kept().at(0), 1 << 20) == *whole);
  }
}

TEST_CASE("a file that cannot be read is an error although all the others are kept",
          "[set][pattern_cache]") {
  const Tree tree;
  static_cast<void>(tree.Load());
  std::filesystem::create_directory(tree.folder() / "b.toml");
  const auto set = PatternSet::Load({tree.folder()}, tree.Options(false));
  REQUIRE_FALSE(set);
  CHECK(set.error().size() == 1);
}

}  // namespace
}  // namespace gatepost
