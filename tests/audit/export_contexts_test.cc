#include "audit/export_contexts.h"

#include "audit/sample_format.h"
#include "catch.h"

using namespace gatepost;

namespace {

class Surveyed {
 public:
  Surveyed& Add(const std::string& input, const std::string& path, const std::string& text) {
    const auto bytes = SourceOver(text);
    contexts.Survey({input, path}, format, {path, text, true}, *bytes);
    return *this;
  }
  [[nodiscard]] std::string AccountOf(std::string_view input, std::string_view path) const {
    return contexts.Of({input, path}).account;
  }
  [[nodiscard]] std::string Missing() const {
    std::string all;
    contexts.ForEachMissing(
        [&](const std::string& folder, const std::string& name, uint64_t records) {
          all += folder + ": " + name + " " + std::to_string(records) + "\n";
        });
    return all;
  }

  SampleFormat format;
  ExportContexts contexts;
};

}  // namespace

TEST_CASE("What a file says is known in its folder and those below, and nowhere else",
          "[audit][export_contexts]") {
  Surveyed surveyed;
  surveyed.Add("a.zip", "x/data/account.js", "@AmbridgeBC")
      .Add("a.zip", "x/data/part/account.js", "@AmbridgeBins")
      .Add("a.zip", "x/data/other/empty.js", "")
      .Add("loose/account.js", "", "@Borchester");
  CHECK(surveyed.AccountOf("a.zip", "x/data/tweets.js") == "AmbridgeBC");
  CHECK(surveyed.AccountOf("a.zip", "x/data/deep/er/tweets.js") == "AmbridgeBC");
  CHECK(surveyed.AccountOf("a.zip", "x/data/part/tweets.js") == "AmbridgeBins");
  // A folder whose own files say nothing goes by those above.
  CHECK(surveyed.AccountOf("a.zip", "x/data/other/tweets.js") == "AmbridgeBC");
  CHECK(surveyed.AccountOf("a.zip", "x/tweets.js").empty());
  CHECK(surveyed.AccountOf("a.zip", "y/data/tweets.js").empty());
  CHECK(surveyed.AccountOf("b.zip", "x/data/tweets.js").empty());
  CHECK(surveyed.AccountOf("loose/tweets.js", "") == "Borchester");
  CHECK(surveyed.AccountOf("tweets.js", "").empty());
}

TEST_CASE("A file of the folder that the audit stands in knows its neighbours",
          "[audit][export_contexts]") {
  Surveyed surveyed;
  surveyed.Add("account.js", "", "@AmbridgeBC");
  CHECK(surveyed.AccountOf("tweets.js", "") == "AmbridgeBC");
}

TEST_CASE("Files that an export says it has, and has not, are told", "[audit][export_contexts]") {
  Surveyed surveyed;
  surveyed.Add("a.zip", "data/manifest.js", "data/tweets.js=7")
      .Add("a.zip", "data/more.js", "data/part1.js=3")
      .Add("a.zip", "data/none.js", "data/empty.js=0")
      .Add("a.zip", "data/tweets.js", "17|text");
  CHECK(surveyed.contexts.DeclaredOf({"a.zip", "data/tweets.js"}) == 7);
  CHECK_FALSE(surveyed.contexts.DeclaredOf({"a.zip", "data/unheard.js"}));
  CHECK_FALSE(surveyed.contexts.DeclaredOf({"b.zip", "data/tweets.js"}));
  CHECK(surveyed.Missing() == "a.zip/data: data/part1.js 3\n");
}

TEST_CASE("What cannot be read of a file takes nothing from the others",
          "[audit][export_contexts]") {
  Surveyed surveyed;
  surveyed.Add("a.zip", "account.js", "@AmbridgeBC")
      .Add("a.zip", "large.js", std::string(2 << 20, 'x'));
  CHECK(surveyed.AccountOf("a.zip", "tweets.js") == "AmbridgeBC");
  // Of no format that is known.
  const auto bytes = SourceOver(std::string_view("\x01\x02", 2));
  CHECK(surveyed.contexts.Survey({"a.zip", "odd.bin"}, *bytes));
}

TEST_CASE("The digest of a context changes with all that posts take from it",
          "[audit][export_contexts]") {
  const auto digest_of = [](const std::string& text) {
    Surveyed surveyed;
    surveyed.Add("a.zip", "account.js", text);
    return surveyed.contexts.DigestOf({"a.zip", "tweets.js"});
  };
  CHECK(digest_of("@AmbridgeBC") == digest_of("@AmbridgeBC"));
  CHECK(digest_of("@AmbridgeBC") != digest_of("@AmbridgeBins"));
  CHECK(digest_of("~https://example.com/1") != digest_of("~https://example.com/2"));
  CHECK(digest_of("").size() == 64);
}

TEST_CASE("Folders beyond the limit are counted if they say something",
          "[audit][export_contexts]") {
  Surveyed surveyed;
  for (size_t i = 0; i < ExportContexts::kMaxFolders; ++i) {
    surveyed.Add("a.zip", std::to_string(i) + "/a.js", "");
  }
  surveyed.Add("a.zip", "silent/a.js", "");
  CHECK(surveyed.contexts.folders_left_out() == 0);
  surveyed.Add("a.zip", "more/a.js", "@AmbridgeBC");
  CHECK(surveyed.contexts.folders_left_out() == 1);
  surveyed.Add("a.zip", "7/b.js", "@AmbridgeBC");
  CHECK(surveyed.AccountOf("a.zip", "7/c.js") == "AmbridgeBC");
}
