#include "text/second_look.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"
#include "random_text.h"
#include "text/fold.h"
#include "text/second_look_bytes.h"
#include "text/second_look_cues.h"
#include "text/second_look_filter.h"
#include "text/second_look_filter_simd.h"
#include "text/skeletoniser.h"
#include "text/spelled_digits.h"

namespace gatepost {
namespace {

// By each of the processor's ways to look.
void RequireLetThrough(const std::string& text) {
  CAPTURE(text);
  REQUIRE(MayHaveCues(text));
#if defined(__x86_64__)
  if (HasAvx2()) REQUIRE(MayHaveCuesByAvx2(text));
  if (HasAvx512()) REQUIRE(MayHaveCuesByAvx512(text));
#endif
}

// A field with its views.
class Views {
 public:
  explicit Views(std::string original) : original_(std::move(original)) {
    Post post;
    post.fields.push_back({FieldKind::kText, 0, original_, nullptr});
    std::vector<std::vector<Problem>> problems(1);
    FoldPosts({&post, 1}, batch_, problems);
  }

  [[nodiscard]] size_t size() const { return batch_.size(); }
  [[nodiscard]] Skeleton operator[](size_t i) const { return batch_[SkeletonIndex(i)]; }
  [[nodiscard]] Skeleton last() const { return (*this)[size() - 1]; }
  // Where `value` stands in the last view, cut out of the original; "" if it does not stand there.
  [[nodiscard]] std::string OriginalOf(std::string_view value) const {
    const Skeleton skeleton = last();
    const size_t begin = skeleton.text().find(value);
    if (begin == std::string_view::npos) return {};
    const Span span{static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + value.size())};
    return std::string(Cut(original_, skeleton.ToOriginal(span)));
  }

 private:
  std::string original_;
  SkeletonBatch batch_;
};

struct Row {
  const char* original;
  const char* value;    // in the last view
  const char* written;  // in the original
};

void CheckRow(const Row& row) {
  CAPTURE(row.original);
  const Views views(row.original);
  CAPTURE(views.last().text());
  CHECK(views.OriginalOf(row.value) == row.written);
}

TEST_CASE("the filter lets through every sign in brackets, wherever it stands",
          "[text][second_look]") {
  const std::vector<std::string> words = {"a", "at", "At", "dot", "DOT", "dash", "@", ".", "and"};
  int cues = 0;
  for (const char open : kOpeningSigns) {
    for (const std::string& word : words) {
      for (size_t spaces = 0; spaces < 16; ++spaces) {
        const std::string inside =
            std::string(spaces % 4, ' ') + word + std::string(spaces / 4, ' ') + ")";
        for (size_t offset = 0; offset < 70; ++offset) {
          const std::string text = std::string(offset, 'q') + open + inside + "qq";
          if (!CuesIn(text).sign_words) continue;
          ++cues;
          RequireLetThrough(text);
        }
      }
    }
  }
  CHECK(cues > 10'000);
}

#if defined(__x86_64__)
TEST_CASE("other words in brackets ask for no second look", "[text][second_look]") {
  if (!HasAvx2()) return;  // then every text may have cues
  for (const std::string text : {"see git(1).", "call f().", "the {Acorn} range", "(and then)",
                                 "the (ascii) table", "an <element> of it"}) {
    CAPTURE(text);
    CHECK_FALSE(MayHaveCues(text));
  }
}
#endif

}  // namespace

TEST_CASE("what programs encode is decoded, twice at most", "[text][second_look]") {
  CheckRow(GENERATE(
      Row{"tel &#48;7700 900123!", "07700 900123", "&#48;7700 900123"},
      Row{"&#0000000048;7700 900123", "07700 900123", "&#0000000048;7700 900123"},
      Row{"&#x30;&#x37;700", "07700", "&#x30;&#x37;700"}, Row{"&#48&#55;7", "077", "&#48&#55;7"},
      Row{"jo&commat;example&period;com", "jo@example.com", "jo&commat;example&period;com"},
      Row{"?t=07700%20900123&x", "07700 900123", "07700%20900123"},
      Row{"%EF%BC%90%EF%BC%97", "07", "%EF%BC%90%EF%BC%97"},
      Row{"\\u0030\\u{37}\\x37", "077", "\\u0030\\u{37}\\x37"},
      Row{"\\ud835\\udfce7", "07", "\\ud835\\udfce7"},
      Row{"=30=37=37=\n00", "07700", "=30=37=37=\n00"}, Row{"%2530%2537", "07", "%2530%2537"},
      Row{"&amp;#48;&amp;#55;", "07", "&amp;#48;&amp;#55;"},
      Row{"&#38;amp;#48;1 &#65;", "&#48;1", "&#38;amp;#48;1"}));
}

TEST_CASE("what only looks encoded is left as it is", "[text][second_look]") {
  const char* const original =
      GENERATE("AT&T & Sons", "50% of 100%", "x=30, y=31", "C:\\users", "&nosuch;", "&#;", "%4",
               "100%zz", "\\u12", "\\u{", "a && b", "=", "&", "%", "\\");
  CAPTURE(original);
  CHECK(Views(original).size() == 1);
}

TEST_CASE("numbers told in words become digits", "[text][second_look]") {
  CheckRow(GENERATE(
      Row{"it's oh seven seven double oh, nine hundred one two three.", "07700900123",
          "oh seven seven double oh, nine hundred one two three"},
      Row{"zero-seven-seven-zero-zero-nine", "077009", "zero-seven-seven-zero-zero-nine"},
      Row{"dim saith saith dim dim naw", "077009", "dim saith saith dim dim naw"},
      Row{"treble six double one two", "666112", "treble six double one two"},
      Row{"twenty three forty five sixty seven", "234567", "twenty three forty five sixty seven"},
      Row{"nine hundred and twelve three four five", "912345",
          "nine hundred and twelve three four five"},
      Row{"077 double oh 900 one two three", "07700900123", "077 double oh 900 one two three"},
      Row{"ZEROSEVENSEVENOHOHNINE", "077009", "ZEROSEVENSEVENOHOHNINE"},
      Row{"o seven seven o o nine", "077009", "o seven seven o o nine"},
      Row{"one two then three four then five six!", "123456",
          "one two then three four then five six"}));
}

TEST_CASE("words of a sentence stay words", "[text][second_look]") {
  const char* const original =
      GENERATE("one two three testing", "room one oh one", "half past six", "at seven o'clock",
               "nine to five", "I want to go too, for one", "a one in a million chance",
               "two for one, four for two", "dim ond un", "o saith i naw o'r gloch",
               "twenty twenty four", "sixty-six thousand");
  CAPTURE(original);
  CHECK(Views(original).size() == 1);
}

TEST_CASE("addresses whose signs are told become addresses", "[text][second_look]") {
  CheckRow(GENERATE(
      Row{"it is jo dot bloggs at example dot com, ok", "jo.bloggs@example.com",
          "jo dot bloggs at example dot com"},
      Row{"jo(at)example.com", "jo@example.com", "jo(at)example.com"},
      Row{"jo [at] example [dot] com", "jo@example.com", "jo [at] example [dot] com"},
      Row{"JO AT EXAMPLE DOT COM", "JO@EXAMPLE.COM", "JO AT EXAMPLE DOT COM"},
      Row{"jo_at_example_dot_com", "jo@example.com", "jo_at_example_dot_com"},
      Row{"jo (a) example.com", "jo@example.com", "jo (a) example.com"},
      Row{"jo.bloggs @ example . com", "jo.bloggs@example.com", "jo.bloggs @ example . com"},
      Row{"jo underscore b at example dot co dot uk", "jo_b@example.co.uk",
          "jo underscore b at example dot co dot uk"}));
}

TEST_CASE("places and pages are no addresses", "[text][second_look]") {
  const char* const original =
      GENERATE("find us at example dot com", "sign up at example.com", "look at the dot",
               "meet @ example.com at 7", "at some point in time", "Tickets at shop dot example",
               "come at 7. See you", "arrive-at-work.html");
  CAPTURE(original);
  for (size_t i = 0; i < Views(original).size(); ++i) {
    CHECK(Views(original)[i].text().find('@') == std::string(original).find('@'));
  }
}

TEST_CASE("letters typed for digits become digits", "[text][second_look]") {
  CheckRow(GENERATE(Row{"ring O77OO 9OO I23 now", "07700 900 123", "O77OO 9OO I23"},
                    Row{"BNlO2966C", "BN102966C", "BNlO2966C"},
                    Row{"BNS02966C", "BN502966C", "BNS02966C"},
                    Row{"IO-79-99", "10-79-99", "IO-79-99"},
                    Row{"5555 5555 5SSS 4444", "5555 5555 5555 4444", "5555 5555 5SSS 4444"},
                    Row{"GBO5 WEST OO67 64OO", "GB05 WEST 0067 6400", "GBO5 WEST OO67 64OO"}));
}

TEST_CASE("letters of references and words stay letters", "[text][second_look]") {
  const char* const original =
      GENERATE("the 1990s and 20s", "parcel RB753983054GB", "on the B4592 is 1 of", "753983054G",
               "so I do 12 is 13", "a 5g mast, 4G", "1st 2nd 10s");
  CAPTURE(original);
  CHECK(Views(original).size() == 1);
}

TEST_CASE("what stands between characters and groups is left out", "[text][second_look]") {
  CheckRow(GENERATE(Row{"no 0*7*7*0*0*9 ok", "077009", "0*7*7*0*0*9"},
                    Row{"0\n7\n7\n0\n0\n9", "077009", "0\n7\n7\n0\n0\n9"},
                    Row{"+ 4 4 7 7 0 0", "+447700", "+ 4 4 7 7 0 0"},
                    Row{"0😀7👍🏽7✨0😀0😀9", "077009", "0😀7👍🏽7✨0😀0😀9"},
                    Row{"j o @ e x . c o m", "jo@ex.com", "j o @ e x . c o m"},
                    Row{"j.o.@.e.x...c.o.m", "jo@ex.com", "j.o.@.e.x...c.o.m"},
                    Row{"077\n00900123", "07700900123", "077\n00900123"},
                    Row{"AB12\n3456C", "AB123456C", "AB12\n3456C"},
                    Row{"07700 | 900 | 123", "07700 900 123", "07700 | 900 | 123"},
                    Row{"07700 then 900123", "07700 900123", "07700 then 900123"},
                    Row{"BN | 10 | 29 | 66 | C", "BN 10 29 66 C", "BN | 10 | 29 | 66 | C"},
                    Row{"jo@\nexample.com", "jo@example.com", "jo@\nexample.com"}));
}

TEST_CASE("lists, sums and tables stay as they are", "[text][second_look]") {
  const char* const original =
      GENERATE("versions 1.0, 2.0, 2.5, 3.0", "12,500 and 1,234,567", "10:30, 11:45",
               "2019 and 2021", "07, 12, 23, 31", "4*3*2", "12 + 13 = 25", "a b c d e f g");
  CAPTURE(original);
  CHECK(Views(original).size() == 1);
}

TEST_CASE("a value hidden in several ways is found in the last view", "[text][second_look]") {
  const Views views("&#79;h seven seven double oh\n9OOI23");
  CHECK(views.OriginalOf("07700900123") == "&#79;h seven seven double oh\n9OOI23");
  const WaySet ways = WaysIn(views.last().changes(), {0, 20});
  CHECK(ways.Has(Way::kEntities));
  CHECK(ways.Has(Way::kSpelledDigits));
  CHECK_FALSE(ways.Has(Way::kPercent));
}

TEST_CASE("of any text, views are skeletons whose places lead into the original in their order",
          "[text][second_look]") {
  RandomText random(7);
  const std::vector<std::string> pieces = {
      "oh ",    "seven", " double ", "&#48;",   "%30",     "%25",   "\\u0030",
      "=30",    " at ",  " dot ",    "com",     "(at)",    "O7",    "lI",
      "0",      "7",     "\n",       "*",       " ",       "é",     "0\uFE0F\u20E3",
      "😀",     "\xFF",  "@",        ".",       "jo",      "then ", "BN",
      "\u0301", "+",     "&amp;",    "hundred", "twenty ", "-",     "...",
      "o ",     "٠"};
  for (int i = 0; i < 1500; ++i) {
    std::string original;
    for (size_t k = random.Below(30); k > 0; --k) original += pieces[random.Below(pieces.size())];
    const Views views(original);
    for (size_t v = 0; v < views.size(); ++v) {
      const Skeleton skeleton = views[v];
      Span last;
      for (uint32_t at = 0; at < skeleton.text().size(); ++at) {
        const Span back = skeleton.ToOriginal({at, at + 1});
        REQUIRE(skeleton.text()[at] > 0);
        REQUIRE(back.end <= original.size());
        REQUIRE(back.begin < back.end);
        REQUIRE(back.begin >= last.begin);
        REQUIRE(back.end >= last.end);
        last = back;
      }
      for (const Change& change : skeleton.changes()) {
        REQUIRE(change.place.begin < change.place.end);
        REQUIRE(change.place.end <= original.size());
      }
    }
  }
}

TEST_CASE("the filter lets through whatever has a cue", "[text][second_look]") {
  RandomText random(8);
  const std::vector<std::string> pieces = {"oh ",         "seven",
                                           " three",      "dau ",
                                           "&",           "%",
                                           "3",           "07",
                                           "x",           "A",
                                           "BN",          "\n",
                                           "*",           " ",
                                           ", ",          "...",
                                           "@",           "(",
                                           "at",          "dot",
                                           ") ",          "then ",
                                           "O",           "l",
                                           "-",           "a few words of prose ",
                                           ". ",          "#",
                                           "=",           "- ",
                                           "II",          "\\",
                                           "seventeen ",  "quadruple ",
                                           "nineoneone ", "o "};
  int cues = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    for (size_t k = random.Below(40); k > 0; --k) text += pieces[random.Below(pieces.size())];
    if (i % 2 == 0) text.insert(0, random.Below(70), 'q');
    if (i % 3 == 0) text += std::string(random.Below(100), 'q');
    if (!CuesIn(text).any()) continue;
    ++cues;
    RequireLetThrough(text);
  }
  CHECK(cues > 1000);
}

TEST_CASE("two number words ask for a second look where they may be part of a number",
          "[text][second_look]") {
  RandomText random(9);
  const std::vector<std::string> pieces = {"o",  "one",      "ten",     "twenty",    "hundred",
                                           "to", "and",      "double",  "07700",     "9",
                                           "K",  "thousand", "fifteen", "seventeen", "nineoneone",
                                           "oh", "un",       "saith",   "quadruple", "dim"};
  int numbers = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string text;
    const auto add = [&](size_t count) {
      for (; count > 0; --count) text += pieces[random.Below(pieces.size())] + " ";
    };
    add(random.Below(4));
    text += "nine five ";
    for (size_t noughts = random.Below(9); noughts > 0; --noughts) text += "o ";
    add(random.Below(4));
    if (WithDigitsForWords(text).changes.empty()) continue;
    ++numbers;
    CAPTURE(text);
    REQUIRE(CuesIn(text).digit_words);
  }
  CHECK(numbers > 1000);
  CHECK_FALSE(CuesIn("We are open from nine to five.").any());
}

TEST_CASE("nothing in ordinary prose asks for a second look", "[text][second_look]") {
  const char* const original = GENERATE(
      "The library is open until 7pm on Thursday and Friday.", "Call 07700 900123 or 01632 960123",
      "A two-hour walk for one and all, free.", "Mae'r llyfrgell ar agor tan saith o'r gloch.",
      "Bins: Monday 10 June, 7.30am - don't be late!");
  CAPTURE(original);
  CHECK_FALSE(MayHaveCues(Folded(original)));
}

}  // namespace gatepost
