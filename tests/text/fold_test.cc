#include "text/fold.h"

#include <string>
#include <vector>

#include "catch.h"
#include "text/skeleton.h"

namespace gatepost {
namespace {

struct Row {
  const char* original;
  const char* folded;
};

struct Folding {
  std::string text;
  std::vector<OffsetEdit> edits;
  FoldReport report;
};

Folding FoldingOf(std::string_view original) {
  Folding folding;
  folding.report = Fold(original, folding.text, folding.edits);
  return folding;
}

void CheckRows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.original);
    CHECK(Folded(row.original) == row.folded);
  }
}

}  // namespace

TEST_CASE("printable ASCII and newlines are copied and leave no edit", "[text][fold]") {
  std::string text;
  for (char c = ' '; c <= '~'; ++c) text += c;
  for (const std::string& original : {std::string(), text, text + "\n" + text, "\n\n" + text}) {
    const Folding folding = FoldingOf(original);
    CHECK(folding.text == original);
    CHECK(folding.edits.empty());
  }
}

TEST_CASE("a byte that needs folding is met at every place of a word", "[text][fold]") {
  for (size_t at = 0; at < 20; ++at) {
    std::string original(20, 'x');
    std::string folded = original;
    for (const auto& [byte, fold] : {std::pair{'\t', ' '}, {'\x7F', '\x1A'}, {'\x1F', '\x1A'}}) {
      original[at] = byte;
      folded[at] = fold;
      CAPTURE(at, static_cast<int>(byte));
      CHECK(Folded(original) == folded);
    }
  }
}

TEST_CASE("a tab is a space and other controls are symbols, byte for byte", "[text][fold]") {
  const Folding folding = FoldingOf("a\tb\x01\x0B\x0C\x0E\x0F\x10\x1A\x1B\x7F");
  CHECK(folding.text == "a b\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A");
  CHECK(folding.edits.empty());
  CHECK(Folded("a\xC2\x81") == "a\x1A");
}

TEST_CASE("line ends of every kind become one newline", "[text][fold]") {
  CheckRows({{"a\nb", "a\nb"},
             {"a\r\nb", "a\nb"},
             {"a\rb", "a\nb"},
             {"a\r\r\nb", "a\n\nb"},
             {"a\n\rb", "a\n\nb"},
             {"a\r", "a\n"},
             {"a\u0085b", "a\nb"},
             {"a\u2028b", "a\nb"},
             {"a\u2029b", "a\nb"}});
}

TEST_CASE("NUL becomes a symbol and is reported with its place", "[text][fold]") {
  const Folding folding = FoldingOf(std::string("é12\0\0", 6));
  CHECK(folding.text == "e12\x1A\x1A");
  CHECK(folding.report.has_nul);
  CHECK(folding.report.first_nul_byte == 4);
  CHECK_FALSE(folding.report.has_invalid_utf8);
  CHECK_FALSE(FoldingOf("clean").report.has_nul);
}

TEST_CASE("each maximal subpart of invalid UTF-8 is one symbol and is reported", "[text][fold]") {
  struct Case {
    const char* original;
    const char* folded;
    uint32_t first;
  };
  // Unicode 15, section 3.9, tables 3-8 to 3-11, and a cut end.
  const Case cases[] = {
      {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41",
       "\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A"
       "A",
       0},
      {"a\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
       "A",
       "a\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A"
       "A",
       1},
      {"\xF4\x91\x92\x93\xFF\x41\x80\xBF"
       "B",
       "\x1A\x1A\x1A\x1A\x1A"
       "A\x1A\x1A"
       "B",
       0},
      {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
       "A",
       "\x1A\x1A\x1A\x1A"
       "A",
       0},
      {"07700\xE2\x82", "07700\x1A", 5},
  };
  for (const Case& row : cases) {
    const Folding folding = FoldingOf(row.original);
    CAPTURE(row.folded);
    CHECK(folding.text == row.folded);
    CHECK(folding.report.has_invalid_utf8);
    CHECK(folding.report.first_invalid_byte == row.first);
  }
  CHECK_FALSE(FoldingOf("a valid U+FFFD is a symbol: \uFFFD").report.has_invalid_utf8);
}

TEST_CASE("Latin letters fold as a reader would spell them in ASCII", "[text][fold]") {
  CheckRows({{"é ł ß Æ œ ø Đ þ ı ŵ ŷ", "e l ss AE oe o D th i w y"},
             {"e\u0301 w\u0302", "e w"},
             {"Siân Ŵyn", "Sian Wyn"},
             {"\uFB01ne \uFB03", "fine ffi"},
             {"\uFF2A\uFF4F\uFF20\uFF45", "Jo@e"},
             {"ᴊᴏ ˢᵘᵖ ₐ", "JO sup a"},
             {"𝐉𝑜 𝓙𝔬 𝕁𝗈 𝙹", "Jo Jo Jo J"},
             {"Nº 1ª № ℅", "No 1a No c/o"}});
}

TEST_CASE("letters that look Latin become the Latin letter in the same case", "[text][fold]") {
  CheckRows({{"раураl", "paypal"},
             {"ЕХАМРLЕ.соm", "EXAMPLE.com"},
             {"Іі Јј Ѕѕ", "Ii Jj Ss"},
             {"ёЁ", "eE"},
             {"Ορτ ΑΒΕ", "Opt ABE"},
             {"ό Ά", "o A"},
             {"ᗷᒪOᑕK", "BLOCK"},
             {"ꓟꓮꓲꓡ", "MAIL"},
             {"𝛂", "a"}});
}

TEST_CASE("a look-alike is never a digit", "[text][fold]") {
  CheckRows({{"З з б", "_ _ _"}, {"Ꮞ Ꮾ", "_ _"}});
}

TEST_CASE("other letters are word characters, one byte each", "[text][fold]") {
  CheckRows({{"ждя", "___"},
             {"Ωδ", "__"},
             {"שלום", "____"},
             {"مرحبا", "_____"},
             {"한글", "__"},
             {"\u1112\u1161\u11AB", "_"},
             {"\uFDFA", "_"},
             {"नमस्ते", "____"}});
}

TEST_CASE("letters of scripts without spaces are symbols", "[text][fold]") {
  CheckRows({{"电话07700",
              "\x1A\x1A"
              "07700"},
             {"でんわ", "\x1A\x1A\x1A"},
             {"カーｶ々", "\x1A\x1A\x1A\x1A"},
             {"โทร", "\x1A\x1A\x1A"},
             {"\u0E81\u1780\u1000", "\x1A\x1A\x1A"},
             {"\U00020000\u3007", "\x1A\x1A"}});
}

TEST_CASE("what cannot be seen vanishes", "[text][fold]") {
  CheckRows({{"07\u200B7\u200D0\u20600\uFEFF", "07700"},
             {"07\u00AD700", "07700"},
             {"\u202E07700\u202C", "07700"},
             {"0\u03367\u03367", "077"},
             {"a\u180Eb\u3164c\uFE0Fd\U000E0041e\U000E0100f\uFFF9g", "abcdefg"},
             {"0\uFE0F\u20E37\u20E3", "07"}});
}

TEST_CASE("a digit is marked by its circle, height or bracket unless another stands beside it",
          "[text][fold]") {
  CheckRows({{"900123²", "900123\x1A"},
             {"m² and x₂", "m\x1A and x\x1A"},
             {"① one ② two", "\x1A one \x1A two"},
             {"⁰⁷⁷⁰⁰", "07700"},
             {"₀₇₇", "077"},
             {"⓪⑦⑦", "077"},
             {"⓿❼❼⓪➆➐", "077077"},
             {"⑴⑵⒈⒉🄂🄃", "121212"},
             {"²₂", "\x1A\x1A"},
             {"²①", "\x1A\x1A"},
             {"⁷\uFE0F\u200B⁷", "77"},
             {"⁷ ⁷", "\x1A \x1A"},
             {"⁷a⁷",
              "\x1A"
              "a\x1A"},
             {"⁷\xFF⁷", "\x1A\x1A\x1A"},
             {"⑩⑪⑳⒛", "\x1A\x1A\x1A\x1A"},
             {"🔟", "10"}});
}

TEST_CASE("letters in circles and squares are letters, a flag is a symbol", "[text][fold]") {
  CheckRows({{"Ⓙⓞ 🅙🅾 🄹🄾 🅹 ⒥⒪ 🄙", "Jo JO JO J jo J"},
             {"\U0001CCD6\U0001CCEF", "AZ"},
             {"🇬🇧", "\x1A"},
             {"🇯", "J"},
             {"🇯\u200B🇴", "JO"},
             {"🇬🇧🇯",
              "\x1A"
              "J"},
             {"🆔🆕ℹ™", "\x1A\x1A\x1A\x1A"}});
}

TEST_CASE("punctuation of every script becomes its ASCII sign", "[text][fold]") {
  CheckRows({{"‐‑‒–—―−⁃﹣－⸺〜➖", "-------------"},
             {"\u00A0\u2003\u2009\u202F\u3000\u2800\u1680", "       "},
             {"‘’‚‛′ʼ´＇ “”„‟″«»＂「」", "'''''''' \"\"\"\"\"\"\"\"\"\""},
             {"£€¥¢₹＄ ₨", "$$$$$$ $"},
             {"51°30′26″N ℃", "51o30'26\"N oC"},
             {"．。｡․·・", "......"},
             {"＠﹫／∕⁄：∶，、；", "@@///::,,;"},
             {"（）⁽⁾［］【】", "()()[][]"},
             {"‿＿﹍", "___"},
             {"… ‼", "... !!"},
             {"⁺⁴⁴ ＋", "+44 +"}});
}

TEST_CASE("symbols that announce a value keep their meaning", "[text][fold]") {
  CheckRows({{"☎☏✆📞📱📲📠℡", "\x0E\x0E\x0E\x0E\x0E\x0E\x0E\x0E"},
             {"✉📧📨📩📬💌", "\x0F\x0F\x0F\x0F\x0F\x0F"},
             {"⌂🏠🏡🏘", "\x10\x10\x10\x10"},
             {"☎\uFE0F07700 900123",
              "\x0E"
              "07700 900123"}});
}

TEST_CASE("other symbols are marks of their own", "[text][fold]") {
  CheckRows({{"•©®😀\u2192\uE000\uFFFC\U0010FFFF", "\x1A\x1A\x1A\x1A\x1A\x1A\x1A\x1A"},
             {"👨\u200D👩", "\x1A\x1A"},
             {"¨˘", "\x1A\x1A"}});
}

TEST_CASE("a compatibility form is written out unless it would lengthen a number", "[text][fold]") {
  CheckRows({{"5㎏ 3㏄ ㎧", "5kg 3cc m/s"},
             {"12½ ¾", "12 1/2  3/4"},
             {"5㎡", "5\x1A"},
             {"㍿ ㏠ ㈀", "\x1A \x1A \x1A"},
             {"Ⅳ ⅻ", "IV xii"}});
}

TEST_CASE("folding appends to text and edits and counts from where the text ended",
          "[text][fold]") {
  std::string text = "before";
  std::vector<OffsetEdit> edits = {{{1, 1}, {1, 5}}};
  Fold("\u0301ab—", text, edits);
  CHECK(text == "beforeab-");
  REQUIRE(edits.size() == 3);
  CHECK(edits[1].derived == Span{0, 0});
  CHECK(edits[1].original == Span{0, 2});
  CHECK(edits[2].derived == Span{2, 3});
  CHECK(edits[2].original == Span{4, 7});
}

TEST_CASE("text that grows when folded fits", "[text][fold]") {
  std::string original;
  std::string folded;
  for (int i = 0; i < 5000; ++i) {
    original += "\u00BD\u2152";
    folded += " 1/2 1/10";
  }
  CHECK(Folded(original) == folded);
}

TEST_CASE("every rule holds at every distance from the end of the text", "[text][fold]") {
  for (size_t before = 0; before < 20; ++before) {
    for (size_t after = 0; after < 20; ++after) {
      const std::string head(before, 'a');
      const std::string tail(after, 'z');
      CAPTURE(before, after);
      CHECK(Folded(head + "é" + tail) == head + "e" + tail);
      CHECK(Folded(head + "電" + tail) == head + "\x1A" + tail);
      CHECK(Folded(head + "😀" + tail) == head + "\x1A" + tail);
      CHECK(Folded(head + "²³" + tail) == head + "23" + tail);
      CHECK(Folded(head + "½" + tail) == head + " 1/2" + tail);
      CHECK(Folded(head + "\r\n" + tail) == head + "\n" + tail);
      CHECK(Folded(head + "\u200B" + tail) == head + tail);
    }
  }
}

}  // namespace gatepost
