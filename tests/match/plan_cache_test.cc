#include "match/plan_cache.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "folder_path.h"
#include "match/engine.h"
#include "sample_patterns.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::vector<Pattern> Patterns(const std::string& regex = R"(\d{3} \d{3})") {
  return {SamplePattern("t.a", "[[variant]]\nregex = '''" + regex + "'''\nbase = 1\n"),
          SamplePattern("t.b", "[[variant]]\nregex = '''[a-z]{1,9} road'''\nbase = 1\n")};
}

MatchList MatchesOf(const Matcher& matcher) {
  SkeletonBatch batch;
  batch.AddPlain(PostIndex(0), FieldIndex(0), "mill road 123 456, 12 high road");
  const auto scratch = matcher.NewScratch();
  MatchList matches;
  REQUIRE(matcher.FindMatches(batch, *scratch, matches).has_value());
  return matches;
}

TEST_CASE("a plan that was kept finds what one made anew finds", "[match][plan_cache]") {
  const FolderPath path("plan_cache");
  const auto patterns = Patterns();
  const auto made = MakeMatcher(patterns, {});
  REQUIRE(made.has_value());
  REQUIRE(MatchesOf(**made).size() == 3);
  for (int run = 0; run < 2; ++run) {
    const auto kept = MakeMatcher(patterns, {.cache_folder = path.path()});
    REQUIRE(kept.has_value());
    CHECK(MatchesOf(**kept) == MatchesOf(**made));
  }
  CHECK(LoadPlan(*PrivateFolder::Open(path.path()), PlanKey(patterns)).has_value());
}

TEST_CASE("no changed byte of a plan goes unnoticed", "[match][plan_cache]") {
  const FolderPath path("plan_bytes");
  const auto patterns = Patterns();
  const std::string key = PlanKey(patterns);
  const PrivateFolder folder = *PrivateFolder::Open(path.path());
  REQUIRE(StorePlan(folder, key, SearchPlan(MakePlanParts(patterns))).has_value());
  const fs::path file = fs::directory_iterator(path.path())->path();
  const auto size = fs::file_size(file);
  for (uint64_t at = 0; at < size; at += 1 + size / 97) {
    std::fstream bytes(file, std::ios::in | std::ios::out | std::ios::binary);
    bytes.seekg(static_cast<std::streamoff>(at));
    const char was = static_cast<char>(bytes.get());
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(static_cast<char>(was ^ 4)).flush();
    CAPTURE(at);
    REQUIRE_FALSE(LoadPlan(folder, key).has_value());
    bytes.seekp(static_cast<std::streamoff>(at));
    bytes.put(was).flush();
  }
  CHECK(LoadPlan(folder, key).has_value());
  fs::resize_file(file, size - 1);
  CHECK_FALSE(LoadPlan(folder, key).has_value());
}

TEST_CASE("the key of a plan names all that it is made of", "[match][plan_cache]") {
  CHECK(PlanKey(Patterns()) == PlanKey(Patterns()));
  CHECK(PlanKey(Patterns()) != PlanKey(Patterns(R"(\d{3})")));
  auto other_edges = Patterns();
  other_edges[0].edges = Edges::kNumber;
  CHECK(PlanKey(Patterns()) != PlanKey(other_edges));
  CHECK(PlanKey(Patterns()).size() == 64);
}

TEST_CASE("what is damaged is mended, and a folder that is none is done without",
          "[match][plan_cache]") {
  const FolderPath path("plan_mended");
  const auto patterns = Patterns();
  REQUIRE(MakeMatcher(patterns, {.cache_folder = path.path()}).has_value());
  std::ofstream(fs::directory_iterator(path.path())->path(), std::ios::app) << "x";
  CHECK(MatchesOf(**MakeMatcher(patterns, {.cache_folder = path.path()})).size() == 3);
  CHECK(LoadPlan(*PrivateFolder::Open(path.path()), PlanKey(patterns)).has_value());
  fs::remove_all(path.path());
  std::ofstream(path.path()) << "not a folder";
  CHECK(MatchesOf(**MakeMatcher(patterns, {.cache_folder = path.path()})).size() == 3);
}

}  // namespace
}  // namespace gatepost
