#include "report/sentences.h"

#include <filesystem>
#include <set>
#include <string>
#include <string_view>

#include "base/file.h"
#include "catch.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

// The words in quotes from `at` on, up to the first that is no code: the problem's message.
void AddCodes(std::string_view source, size_t at, std::set<std::string>& codes) {
  constexpr std::string_view kCode = "abcdefghijklmnopqrstuvwxyz0123456789_";
  while (true) {
    const size_t begin = source.find('"', at) + 1;
    const size_t end = source.find('"', begin);
    const std::string_view word = source.substr(begin, end - begin);
    if (word.find_first_not_of(kCode) != std::string_view::npos) return;
    codes.emplace(word);
    at = end + 1;
  }
}

// The codes that the sources give to problems.
std::set<std::string> CodesInSources() {
  std::set<std::string> codes;
  for (const char* folder : {"post", "text", "scan", "cli"}) {
    const fs::path sources = fs::path(GATEPOST_SOURCE_DIR "/src") / folder;
    const auto files = ListFiles(sources, ".cc");
    REQUIRE(files);
    for (const fs::path& file : *files) {
      const Result<std::string> source = ReadFile(file, 1 << 20);
      REQUIRE(source);
      for (const char* call : {" AddUnread(", " AddNote(", "ProblemAt(field, ",
                               "ProblemKind::kUnread,", "ProblemKind::kNote,"}) {
        for (size_t at = source->find(call); at != std::string::npos;
             at = source->find(call, at + 1)) {
          const bool names_code =
              source->substr(at, 160).find('"') != std::string::npos &&
              source->substr(at, 60).find("std::string(code)") == std::string::npos;
          if (names_code) AddCodes(*source, at, codes);
        }
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
