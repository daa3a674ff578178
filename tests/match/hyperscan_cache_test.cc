#include "match/hyperscan_cache.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "folder_path.h"
#include "match/engine.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::vector<Pattern> Patterns(const std::string& regex) {
  return {SamplePattern("t.a", "[[variant]]\nregex = '''" + regex + "'''\nbase = 1")};
}

TriggerDatabase TriggersOf(const std::vector<Pattern>& patterns) {
  TriggerTable table = MakeTriggerTable(patterns);
  auto database = HyperscanDatabase::Compile(table.expressions);
  REQUIRE(database.has_value());
  return {std::move(table), std::move(*database)};
}

// One file of kept triggers.
class Kept {
 public:
  Kept() : folder_path_("hyperscan_cache"), folder_(*PrivateFolder::Open(folder_path_.path())) {
    const std::vector<Pattern> patterns = Patterns("nhs no");
    key_ = TriggerKey(patterns);
    REQUIRE(StoreTriggers(folder_, key_, TriggersOf(patterns)).has_value());
    file_ = fs::directory_iterator(folder_path_.path())->path();
    content_ = folder_.Read(file_.filename(), 1 << 20)->view();
  }

  [[nodiscard]] bool IsLoaded() const { return LoadTriggers(folder_, key_).has_value(); }
  [[nodiscard]] bool IsLoadedWith(const std::string& content) const {
    REQUIRE(folder_.Write(file_.filename(), content).has_value());
    return IsLoaded();
  }
  [[nodiscard]] const std::string& content() const { return content_; }
  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const fs::path& file() const { return file_; }
  [[nodiscard]] const PrivateFolder& folder() const { return folder_; }

 private:
  FolderPath folder_path_;
  PrivateFolder folder_;
  std::string key_;
  fs::path file_;
  std::string content_;
};

TEST_CASE("triggers that were kept are the ones that are loaded", "[match][hyperscan_cache]") {
  const Kept kept;
  const auto loaded = LoadTriggers(kept.folder(), kept.key());
  REQUIRE(loaded.has_value());
  CHECK(loaded->table == MakeTriggerTable(Patterns("nhs no")));
  CHECK(loaded->database.Serialise().value() ==
        TriggersOf(Patterns("nhs no")).database.Serialise().value());
}

TEST_CASE("no changed byte of what is kept goes unnoticed", "[match][hyperscan_cache]") {
  const Kept kept;
  REQUIRE(kept.IsLoadedWith(kept.content()));
  // Writing is what takes time, so the bytes of the database, all under one digest, are sampled.
  const size_t header = 14 + 64 + 64 + 64;
  for (size_t at = 0; at < kept.content().size(); at += at < header ? 1 : 7) {
    CAPTURE(at);
    std::string changed = kept.content();
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    CHECK_FALSE(kept.IsLoadedWith(changed));
  }
  CHECK(kept.IsLoadedWith(kept.content()));
}

TEST_CASE("what is kept is not used when it is cut off or longer", "[match][hyperscan_cache]") {
  const Kept kept;
  for (size_t size = 0; size < kept.content().size(); size += size < 250 ? 1 : 13) {
    CAPTURE(size);
    CHECK_FALSE(kept.IsLoadedWith(kept.content().substr(0, size)));
  }
  CHECK_FALSE(kept.IsLoadedWith(kept.content() + '\0'));
  CHECK(kept.IsLoadedWith(kept.content()));
}

TEST_CASE("what is kept under another key is not used, even under this key's name",
          "[match][hyperscan_cache]") {
  const Kept kept;
  std::string other = kept.key();
  other.back() = other.back() == '0' ? '1' : '0';
  CHECK_FALSE(LoadTriggers(kept.folder(), other).has_value());
  other = kept.key();
  other.front() = other.front() == '0' ? '1' : '0';
  CHECK_FALSE(LoadTriggers(kept.folder(), other).has_value());
}

TEST_CASE("what others may read or write is not used", "[match][hyperscan_cache]") {
  const Kept kept;
  for (const unsigned mode : {0644U, 0620U, 0602U}) {
    CAPTURE(mode);
    ::chmod(kept.file().c_str(), mode);
    CHECK_FALSE(kept.IsLoaded());
  }
  ::chmod(kept.file().c_str(), 0600);
  CHECK(kept.IsLoaded());
}

TEST_CASE("every regex and its case is part of the key, in their order",
          "[match][hyperscan_cache]") {
  const auto a = Patterns("nhs no");
  const auto b = Patterns("ni no");
  const auto cased = std::vector<Pattern>{
      SamplePattern("t.a", "case = \"sensitive\"\n[[variant]]\nregex = '''nhs no'''\nbase = 1")};
  CHECK(TriggerKey(a) == TriggerKey(Patterns("nhs no")));
  CHECK(TriggerKey(a) != TriggerKey(b));
  CHECK(TriggerKey(a) != TriggerKey(cased));
  CHECK(TriggerKey({a[0], b[0]}) != TriggerKey({b[0], a[0]}));
  CHECK(TriggerKey(a).size() == 64);
}

TEST_CASE("a matcher keeps its triggers, mends what is damaged, and does without a folder",
          "[match][hyperscan_cache]") {
  if (!HyperscanDatabase::IsUsableHere()) return;
  const FolderPath path("matcher_cache");
  const std::vector<Pattern> patterns = Patterns("nhs no");
  const auto is_hyperscan = [&] {
    const auto matcher =
        MakeMatcher(patterns, {.engine = Engine::kHyperscan, .cache_folder = path.path()});
    return matcher.has_value() && (*matcher)->name() == "hyperscan";
  };
  REQUIRE(is_hyperscan());
  const fs::path file = fs::directory_iterator(path.path())->path();
  std::ofstream(file, std::ios::app) << "x";
  CHECK(is_hyperscan());
  CHECK(LoadTriggers(*PrivateFolder::Open(path.path()), TriggerKey(patterns)).has_value());
  fs::remove_all(path.path());
  std::ofstream(path.path()) << "not a folder";
  CHECK(is_hyperscan());
}

}  // namespace
}  // namespace gatepost
