#include "pattern/toml_layout.h"

#include <string>

#include "catch.h"
#include "pattern/toml_cursor.h"

namespace gatepost {
namespace {

// Read and written again.
std::string Laid(std::string_view toml) { return WriteLayout(ReadLayout(toml)); }

// As Laid, which must be its own layout.
std::string Settled(std::string_view toml) {
  const std::string laid = Laid(toml);
  CHECK(Laid(laid) == laid);
  return laid;
}

}  // namespace

TEST_CASE("a comment belongs to what it stands beside or above", "[pattern][toml_layout]") {
  const TomlLayout layout = ReadLayout(
      "# of the file\n\n# of a\na = 1  # beside a\n# below a\n\n# apart\n\n[t]  # beside t\n# of "
      "b\n"
      "b = 2\n\n# at the end\n");
  CHECK(layout.head == std::vector<std::string>{"# of the file"});
  REQUIRE(layout.blocks.size() == 2);
  const LayoutEntry& a = layout.blocks[0].entries.at(0);
  CHECK(a.comments.above == std::vector<std::string>{"# of a"});
  CHECK(a.comments.beside == "# beside a");
  CHECK(a.comments.below == std::vector<std::string>{"# below a"});
  const LayoutBlock& t = layout.blocks[1];
  CHECK(t.comments.above == std::vector<std::string>{"# apart", ""});
  CHECK(t.comments.beside == "# beside t");
  CHECK(t.entries.at(0).comments.above == std::vector<std::string>{"# of b"});
  CHECK(layout.tail == std::vector<std::string>{"# at the end"});
}

TEST_CASE("a comment right below a header and apart from its keys stays there",
          "[pattern][toml_layout]") {
  CHECK(Settled("[t]\n# of t\n\na = 1\n") == "[t]\n# of t\n\na = 1\n");
}

TEST_CASE("a comment right below the last key stays with it", "[pattern][toml_layout]") {
  const TomlLayout layout = ReadLayout("a = 1\n# b = 2\n");
  CHECK(layout.blocks[0].entries.at(0).comments.below == std::vector<std::string>{"# b = 2"});
  CHECK(layout.tail.empty());
}

TEST_CASE("a text of comments alone is kept", "[pattern][toml_layout]") {
  CHECK(Settled("\n\n# a\n\n\n#b  \n\n") == "# a\n\n#b\n");
  CHECK(Settled("").empty());
}

TEST_CASE("the equals signs of neighbours stand in one column", "[pattern][toml_layout]") {
  CHECK(Settled("a=1\nlonger   =   2\n\nb = 3\n") == "a      = 1\nlonger = 2\n\nb = 3\n");
  CHECK(Settled("[t]\na=1\n# on the way\nlonger=2\n") ==
        "[t]\na      = 1\n# on the way\nlonger = 2\n");
}

TEST_CASE("below a header a value over several lines ends the column", "[pattern][toml_layout]") {
  CHECK(Settled("[t]\na = 1\nbc = [\n1]\nlonger = 2\n") ==
        "[t]\na  = 1\nbc = [\n  1,\n]\nlonger = 2\n");
  CHECK(Settled("a = 1\nbc = [\n1]\nlonger = 2\n") ==
        "a      = 1\nbc     = [\n  1,\n]\nlonger = 2\n");
  CHECK(Settled("[t]\na = '''\nx'''\nlonger = 2\n") == "[t]\na = '''\nx'''\nlonger = 2\n");
}

TEST_CASE("one blank line parts tables, and at most one parts keys", "[pattern][toml_layout]") {
  CHECK(Settled("a = 1\n\n\n\nb = 2\n[t]\n\n\nc = 3\n[[u]]\n# v\n[[v]]\n\n\n") ==
        "a = 1\n\nb = 2\n\n[t]\nc = 3\n\n[[u]]\n\n# v\n[[v]]\n");
}

TEST_CASE("spaces, line ends and a byte order mark are settled", "[pattern][toml_layout]") {
  CHECK(Settled("\xEF\xBB\xBF  a = 1 \t\r\n\t[ t . u ]\r\nb={x=1,y=[ 1,2 ]}# c \r\n  d = [ ]") ==
        "a = 1\n\n[t.u]\nb = { x = 1, y = [1, 2] }  # c\nd = []\n");
  CHECK(Settled("'a' . \"b\" = {}\n\"c d\" = 1\n") == "a.b   = {}\n\"c d\" = 1\n");
}

TEST_CASE("the lines of an array stay as their author broke them", "[pattern][toml_layout]") {
  CHECK(Settled("a = [1, 2,\n3,\n\n\n4, 5]\n") == "a = [\n  1, 2,\n  3,\n\n  4, 5,\n]\n");
  CHECK(Settled("a = [\n\n]\n") == "a = []\n");
  CHECK(Settled("a = [[1,\n2],\n[3]]\n") == "a = [\n  [1, 2],\n  [3],\n]\n");
}

TEST_CASE("comments inside an array keep their places", "[pattern][toml_layout]") {
  CHECK(Settled("a = [ # first\n1, 2 # two\n, 3, # three\n# last\n] # done\n") ==
        "a = [\n  # first\n  1, 2,  # two\n  3,  # three\n  # last\n]  # done\n");
  CHECK(Settled("a = [\n# alone\n]\n") == "a = [\n  # alone\n]\n");
}

TEST_CASE("a value with comments deeper inside is kept as it is written",
          "[pattern][toml_layout]") {
  const std::string kept = "[ [1, # one\n   2],\n [3]]";
  CHECK(Settled("longer=0\na =  " + kept + " # c\n") == "longer = 0\na      = " + kept + "  # c\n");
  const std::string table = "{ x = [ # one\n 1 ] }";
  CHECK(Settled("a =" + table + "\n") == "a = " + table + "\n");
  CHECK(Settled("a = [[1, # one\r\n  2] \t\n]\n") == "a = [[1, # one\n  2]\n]\n");
  CHECK(Settled("a = [[''' \n''' # one\n]]\n") == "a = [[''' \n''' # one\n]]\n");
}

TEST_CASE("an array that is too long for its line is broken", "[pattern][toml_layout]") {
  const std::string item = "\"" + std::string(52, 'x') + "\"";
  const std::string two = item + ", " + item;
  REQUIRE(("a = [" + two + "]").size() == kMaxLayoutColumns - 4);
  CHECK(Settled("abcde = [" + two + "]\n") == "abcde = [" + two + "]\n");
  CHECK(Settled("abcdef = [" + two + "]\n") == "abcdef = [\n  " + two + ",\n]\n");
  CHECK(Settled("a = [" + two + ", 1, 22222, 3]\n") ==
        "a = [\n  " + two + ", 1,\n  22222, 3,\n]\n");
}

TEST_CASE("columns are counted in characters", "[pattern][toml_layout]") {
  std::string item;
  for (int i = 0; i < 110; ++i) item += "ŵ";
  CHECK(Settled("abc = [\"" + item + "\"]\n") == "abc = [\"" + item + "\"]\n");
}

TEST_CASE("what is too much for a line of an array begins the next, but passes no comment",
          "[pattern][toml_layout]") {
  const std::string item = "\"" + std::string(52, 'x') + "\"";
  const std::string two = item + ", " + item;
  CHECK(Settled("a = [\n" + two + ", 123456, 7,\n7,\n]\n") ==
        "a = [\n  " + two + ",\n  123456, 7, 7,\n]\n");
  CHECK(Settled("a = [\n" + two + ", 123456, 7,\n# c\n7,\n]\n") ==
        "a = [\n  " + two + ",\n  123456, 7,\n  # c\n  7,\n]\n");
  CHECK(Settled("a = [\n" + two + ", 123456, 7, # c\n7,\n]\n") ==
        "a = [\n  " + two + ",\n  123456, 7,  # c\n  7,\n]\n");
}

TEST_CASE("signs inside strings are neither comments nor brackets", "[pattern][toml_layout]") {
  const std::string toml = R"(a = ["#", ']', "\"#]", '''#'x''''', """]"#""""])"
                           "\n";
  CHECK(Settled(toml) == toml);
}

TEST_CASE("a string that is not closed ends with its line or the text", "[pattern][toml_cursor]") {
  CHECK(EndOfTomlString("'a' b", 0) == 3);
  CHECK(EndOfTomlString("'a\nb", 0) == 3);
  CHECK(EndOfTomlString("\"a\\\" b\" c", 0) == 7);
  CHECK(EndOfTomlString("'''a''''' b", 0) == 9);
  CHECK(EndOfTomlString("\"\"\"a", 0) == 4);
  CHECK(EndOfTomlString("\"a\\", 0) == 3);
}

}  // namespace gatepost
