#include "pattern/pattern_format.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "catch.h"
#include "pattern/key_order.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

namespace fs = std::filesystem;

std::string Formatted(std::string_view toml, const ListFolder& lists = kTestLists) {
  Result<std::string> formatted = FormatPattern(toml, "badge.toml", lists);
  if (!formatted) FAIL(formatted.error().ToString());
  return *std::move(formatted);
}

// The text that stands below the key's or table's line.
std::string From(const std::string& text, std::string_view begin) {
  const size_t at = text.find(begin);
  REQUIRE(at != std::string::npos);
  return text.substr(at);
}

// Where a line's comment begins; its size if it has none. Strings end on their line.
size_t CommentOf(std::string_view line) {
  for (size_t at = 0; at < line.size(); ++at) {
    if (line[at] == '#') return at;
    if (line.substr(at, 3) == "'''") {
      at = line.find("'''", at + 3) + 2;
    } else if (line[at] == '\'') {
      at = line.find('\'', at + 1);
    } else if (line[at] == '"') {
      for (++at; line[at] != '"'; ++at) {
        if (line[at] == '\\') ++at;
      }
    }
  }
  return line.size();
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  for (size_t begin = 0; begin < text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<std::string> CommentsOf(const std::string& text) {
  std::vector<std::string> comments;
  for (const std::string& line : LinesOf(text)) {
    std::string comment = line.substr(CommentOf(line));
    comment.erase(comment.find_last_not_of(" \t\r") + 1);
    if (!comment.empty()) comments.push_back(std::move(comment));
  }
  std::sort(comments.begin(), comments.end());
  return comments;
}

// Ways in which people leave a file.
std::string WithWindowsLineEnds(const std::string& text) {
  std::string changed;
  for (const std::string& line : LinesOf(text)) changed += line + "\r\n";
  return changed;
}

std::string WithoutColumns(const std::string& text) {
  std::string changed;
  for (const std::string& line : LinesOf(text)) {
    const size_t end = line.find_first_of(" =");
    const bool is_entry = end != std::string::npos && end > 0 && line[0] != '#' && line[0] != '[' &&
                          line.substr(line.find_first_not_of(' ', end), 1) == "=";
    const size_t value = line.find('=') + 1;
    changed += is_entry ? line.substr(0, end) + "=" + line.substr(value) : line;
    changed += '\n';
  }
  return changed;
}

std::string WithSpareSpace(const std::string& text) {
  std::string changed = "\n\n";
  for (const std::string& line : LinesOf(text)) {
    changed += line.empty() ? " \n\n\t\n" : "  " + line + " \t\n";
  }
  return changed;
}

// The tables in the opposite order, those of one name in theirs: all [[no_match]] first.
std::string WithTablesTurned(const std::string& text) {
  TomlLayout layout = ReadLayout(text);
  std::stable_sort(layout.blocks.begin() + 1, layout.blocks.end(),
                   [](const LayoutBlock& a, const LayoutBlock& b) { return a.name > b.name; });
  return WriteLayout(std::move(layout));
}

std::string WithKeysTurned(const std::string& text) {
  TomlLayout layout = ReadLayout(text);
  for (LayoutBlock& block : layout.blocks) {
    std::reverse(block.entries.begin(), block.entries.end());
  }
  return WriteLayout(std::move(layout));
}

void CheckMangled(const std::string& toml, const std::string& mangled, bool is_restored,
                  const ListFolder& lists) {
  const std::string formatted = Formatted(mangled, lists);
  CHECK(Formatted(formatted, lists) == formatted);
  CHECK(CommentsOf(formatted) == CommentsOf(toml));
  if (is_restored) CHECK(formatted == Formatted(toml, lists));
}

}  // namespace

TEST_CASE("a pattern file is laid out in the order that the documentation shows",
          "[pattern][pattern_format]") {
  CHECK(Formatted(kBadgeToml) == R"(id         = "test.badge"
name       = "badge number"
category   = "staff"
severity   = "medium"
advice     = "Leave the badge number out."
references = ["https://example.com/badges"]

[cy]
name   = "rhif bathodyn"
advice = "Gadewch rif y bathodyn allan."

[[variant]]
regex = 'B[0-9]{4}'
base  = 40

[[match]]
text = "badge B1234 found"
span = "B1234"

[[no_match]]
text = "B12"
why  = "too short"
)");
}

TEST_CASE("keys are put in order with their comments", "[pattern][pattern_format]") {
  const std::string toml = BadgeWith(
      "", "[context]\n# pulls\nrequired = true\n# near it\nnear = [\"badge\"]  # a word\n");
  CHECK(From(Formatted(toml), "[context]").starts_with(R"([context]
# near it
near     = ["badge"]  # a word
# pulls
required = true
)"));
}

TEST_CASE("a blank line above a key goes when another key comes to stand there",
          "[pattern][pattern_format]") {
  const std::string toml = BadgeWith("\n# kept\nvalidate = [\"luhn\"]\n\nmask = \"all\"\n");
  const std::string formatted = Formatted(toml);
  CHECK(formatted.find("severity   = \"medium\"\nmask       = \"all\"\nadvice ") !=
        std::string::npos);
  CHECK(formatted.find("badges\"]\n\n# kept\nvalidate = [\"luhn\"]\n") != std::string::npos);
}

TEST_CASE("tables inside tables are put in order too", "[pattern][pattern_format]") {
  const std::string toml =
      BadgeWith("validate = { check = \"r\", modulus = 10, weights = [1, 2, 3, 4] }\n",
                "[companion]\npoints = 5\nwithin.words = 3\npatterns = [\"test.other\"]\n");
  const std::string formatted = Formatted(toml);
  CHECK(formatted.find("= { weights = [1, 2, 3, 4], modulus = 10, check = \"r\" }\n") !=
        std::string::npos);
  CHECK(From(formatted, "[companion]")
            .starts_with("[companion]\npatterns     = [\"test.other\"]\nwithin.words = 3\n"));
}

TEST_CASE("a table below a table of a list stays with its own", "[pattern][pattern_format]") {
  const std::string toml =
      BadgeWith("",
                "[[variant]]\nregex = 'C[0-9]{4}'\nbase = 1\n[variant.validate]\nmodulus = 10\n"
                "check = 'r'\nweights = [1, 2, 3, 4]\n[[variant]]\nregex = 'D[0-9]{4}'\n"
                "base = 1\n");
  const std::string formatted = Formatted(toml);
  CHECK(From(formatted, "regex = 'C").find("[variant.validate]\nweights = [1") == 31);
}

TEST_CASE("regexes stand between single quotes, other strings between double ones",
          "[pattern][pattern_format]") {
  const auto regex_of = [](const std::string& regex) {
    const std::string toml = Replaced(kBadgeToml, "'B[0-9]{4}'", regex);
    const std::string line = From(Formatted(toml), "regex = ");
    return line.substr(8, line.find('\n') - 8);
  };
  CHECK(regex_of("'B\\d{4}'") == "'B\\d{4}'");
  CHECK(regex_of("\"B\\\\d{4}\"") == "'''B\\d{4}'''");
  CHECK(regex_of("\"\"\"B[\\\"0-9]{4}\"\"\"") == "'''B[\"0-9]{4}'''");
  CHECK(regex_of("\"'?B\\\\d{4}\"") == "\"'?B\\\\d{4}\"");
  CHECK(regex_of("'''B[0-9]{4}'?'''") == "'''B[0-9]{4}'?'''");
  CHECK(regex_of("'''B[0-9]{4}''''") == "'''B[0-9]{4}''''");

  const auto why_of = [](const std::string& why) {
    const std::string toml = Replaced(kBadgeToml, "\"too short\"", why);
    const std::string line = From(Formatted(toml), "why  = ");
    return line.substr(7, line.find('\n') - 7);
  };
  CHECK(why_of("'too short'") == "\"too short\"");
  CHECK(why_of("'a \"b\" \\ c'") == R"("a \"b\" \\ c")");
  CHECK(why_of("'''it's'''") == "\"it's\"");
  CHECK(why_of("\"\"\"it's\"\"\"") == "\"it's\"");
  CHECK(why_of(R"("caf\u00e9")") == R"("caf\u00e9")");
}

TEST_CASE("a string over several lines stays as it is", "[pattern][pattern_format]") {
  const std::string text = "\"\"\"badge\nB1234   \nfound\"\"\"";
  const std::string toml = Replaced(kBadgeToml, "\"badge B1234 found\"", text);
  CHECK(From(Formatted(toml), "[[match]]").starts_with("[[match]]\ntext = " + text + "\nspan = "));
}

TEST_CASE("a file that is no pattern is refused with its place", "[pattern][pattern_format]") {
  const auto refused = [](std::string_view toml) {
    const Result<std::string> formatted = FormatPattern(toml, "badge.toml", kTestLists);
    REQUIRE_FALSE(formatted);
    return formatted.error().ToString();
  };
  CHECK(refused("a = \n").starts_with("badge.toml:1:"));
  CHECK(refused(BadgeWith("advise = 'a'\n")) ==
        "badge.toml:8:1: unknown key `advise`. Did you mean `advice`?");
}

TEST_CASE("every bundled file says the same in one layout, however it was left",
          "[pattern][pattern_format]") {
  const fs::path patterns = GATEPOST_SOURCE_DIR "/patterns";
  size_t files = 0;
  for (const char* set : {"uk", "world", "secrets"}) {
    const Result<PatternSources> sources = ReadPatternSources(patterns / set);
    REQUIRE(sources);
    const ListFolder lists = ListsOf(patterns / set);
    for (const auto& [path, toml] : sources->files) {
      CAPTURE(path);
      ++files;
      CheckMangled(toml, toml, true, lists);
      CheckMangled(toml, WithWindowsLineEnds(toml), true, lists);
      CheckMangled(toml, WithoutColumns(toml), true, lists);
      CheckMangled(toml, WithSpareSpace(toml), true, lists);
      CheckMangled(toml, WithTablesTurned(toml), true, lists);
      CheckMangled(toml, WithKeysTurned(toml), false, lists);
    }
  }
  CHECK(files > 100);
}

}  // namespace gatepost
