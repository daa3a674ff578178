#include "report/sentences.h"

#include <filesystem>
#include <regex>
#include <set>
#include <string>

#include "base/file.h"
#include "catch.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

// The codes that the sources give to problems.
std::set<std::string> CodesInSources() {
  const std::regex code(
      R"re((AddUnread|AddNote|ProblemAt|kUnread|kNote)\b[^;]*?"([a-z0-9_]+)"(?=,| :))re");
  const std::regex second(R"re(\? "([a-z0-9_]+)" : "([a-z0-9_]+)")re");
  std::set<std::string> codes;
  for (const char* folder : {"post", "text", "scan", "cli"}) {
    for (const auto& entry :
         fs::directory_iterator(GATEPOST_SOURCE_DIR "/src/" + std::string(folder))) {
      if (entry.path().extension() != ".cc") continue;
      const Result<std::string> source = ReadFile(entry.path(), 1 << 20);
      REQUIRE(source);
      for (std::sregex_iterator at(source->begin(), source->end(), code), end; at != end; ++at) {
        codes.insert((*at)[2]);
        const std::string whole = (*at)[0].str() + (*at).suffix().str().substr(0, 40);
        std::smatch two;
        if (std::regex_search(whole, two, second)) codes.insert(two[2]);
      }
    }
  }
  return codes;
}

TEST_CASE("every problem has a sentence in Welsh", "[report][sentences]") {
  const std::set<std::string> codes = CodesInSources();
  CHECK(codes.size() >= 18);
  for (const std::string& code : codes) {
    CAPTURE(code);
    const Problem problem{ProblemKind::kUnread, code, "something is wrong.", {}};
    CHECK(MessageIn(Language::kWelsh, problem) != "something is wrong.");
    CHECK(MessageIn(Language::kEnglish, problem) == "something is wrong.");
  }
}

TEST_CASE("a problem that is not known keeps its own message", "[report][sentences]") {
  const Problem problem{ProblemKind::kNote, "new_problem", "something is wrong.", {}};
  CHECK(MessageIn(Language::kWelsh, problem) == "something is wrong.");
}

TEST_CASE("Welsh keeps a message that says more than its code", "[report][sentences]") {
  const Problem problem{ProblemKind::kUnread, "bad_json", "a bracket is not closed.", {}};
  CHECK(MessageIn(Language::kWelsh, problem) ==
        "Nid yw'r llinell yn JSON dilys. (a bracket is not closed.)");
}

TEST_CASE("counts need no plural in Welsh", "[report][sentences]") {
  CHECK(CountedIn(Language::kEnglish, 1, kFindings) == "1 finding");
  CHECK(CountedIn(Language::kEnglish, 2, kFindings) == "2 findings");
  CHECK(CountedIn(Language::kWelsh, 2, kFindings) == "canfyddiadau: 2");
}

TEST_CASE("what a sentence leaves open is filled in once", "[report][sentences]") {
  CHECK(Filled("near {}", "\"{}\"") == "near \"{}\"");
  CHECK(Filled("value", "x") == "value");
}

}  // namespace
}  // namespace gatepost
