// What the second look finds, and where, through the whole scanner.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "scan/scan_text.h"
#include "text/offsets.h"

namespace gatepost {
namespace {

Pattern Number() {
  return SamplePattern("t.number",
                       "edges = \"number\"\ncompact = \" -\"\ncanonical = \"digits\"\n"
                       "mask = \"keep-last-1\"\nreplacement = \"[number]\"\n"
                       "[[variant]]\nregex = '''0\\d{4} ?\\d{3} ?\\d{3}'''\nbase = 50\n"
                       "[context]\nnear = [\"number\"]\npoints = 20\nwithin = { words = 3 }");
}

// What of the texts the only finding says it covers.
std::vector<std::string> PlacesIn(const Post& post, const Verdict& verdict) {
  REQUIRE(verdict.findings.size() == 1);
  std::vector<std::string> places;
  for (const Place& place : verdict.findings.front().places) {
    places.emplace_back(Cut(post.fields[place.field.number()].text, place.span));
  }
  return places;
}

std::vector<std::string> WaysOf(const Finding& finding) {
  std::vector<std::string> ways;
  for (const Reason& reason : finding.reasons) {
    if (reason.kind == Reason::Kind::kObfuscated) ways.push_back(reason.detail);
  }
  return ways;
}

using Words = std::vector<std::string>;

TEST_CASE("what a second look finds says how it was hidden", "[scan][second_look]") {
  using Row = std::pair<const char*, Words>;
  const auto& [text, ways] = GENERATE(
      Row{"07700 900123", {}}, Row{"０７７００ ９００１２３", {}},
      Row{"oh seven seven double oh nine hundred one two three", {"spelled-out digits"}},
      Row{"O7700 9OO123", {"look-alike letters"}}, Row{"077%300 900123", {"percent-encoding"}},
      Row{"&#48;7700 9OO\n123", {"HTML entities", "look-alike letters", "broken over lines"}},
      Row{"0*7*7*0*0*9*0*0*1*2*3", {"characters apart"}},
      Row{"07700 | 900 | 123", {"odd separators"}});
  CAPTURE(text);
  SampleScanner scanner({Number()});
  const Verdict verdict = scanner.Scan(text);
  REQUIRE(verdict.findings.size() == 1);
  const Finding& finding = verdict.findings.front();
  CHECK(WaysOf(finding) == ways);
  int points = 0;
  for (const Reason& reason : finding.reasons) points += reason.points;
  CHECK(finding.score == points);
}

TEST_CASE("what the plain view finds is found once, whatever else is hidden beside it",
          "[scan][second_look]") {
  SampleScanner scanner({Number()});
  const Verdict verdict = scanner.Scan("07700 900123 &amp; one two three four five six %41");
  REQUIRE(verdict.findings.size() == 1);
  CHECK(WaysOf(verdict.findings.front()).empty());
}

TEST_CASE("a scanner may look once only", "[scan][second_look]") {
  SampleScanner scanner({Number()}, "", {.looks_twice = false});
  CHECK(scanner.Scan("O7700 9OO123").findings.empty());
}

TEST_CASE("a finding covers what a person would mark, in every unit", "[scan][second_look]") {
  const std::string keycaps =
      "0\uFE0F\u20E37\uFE0F\u20E37\uFE0F\u20E30\uFE0F\u20E30\uFE0F\u20E39\uFE0F\u20E30\uFE0F\u20E3"
      "0\uFE0F\u20E31\uFE0F\u20E32\uFE0F\u20E33\uFE0F\u20E3";
  const std::string struck = "0\u03367\u03367\u03360\u03360\u0336 900123";
  const std::string value = GENERATE_COPY(
      std::string("07700 900123"), keycaps, struck,
      std::string("oh seven seven double oh nine hundred one two three"),
      std::string("&#48;7700 900123"), std::string("0\u200B7700\u2060 900123"),
      std::string("0😀7👍🏽7✨0😀0😀9🇬🇧0😀0😀1👩\u200D👩2😀3"), std::string("٠٧٧٠٠ ٩٠٠١٢٣"),
      std::string("O77OO 9OO123"), std::string("07700\n900\n123"));
  const std::string before =
      GENERATE(std::string(""), std::string("call "), std::string("👩🏽\u200D⚕️ 🇬🇧 "),
               std::string("e\u0301 "), std::string("اتصل: "), std::string("שלום \u200F"),
               std::string("क्षि "), std::string("zażółć\u00A0"));
  const std::string after =
      GENERATE(std::string(""), std::string(" now"), std::string(" 🏴󠁧󠁢󠁷󠁬󠁳󠁿!"),
               std::string("\u200F היום"), std::string("، شكرا"));
  const std::string text = before + value + after;
  CAPTURE(text);
  SampleScanner scanner({Number()});
  const Post post = SampleScanner::PostOf(text);
  const Verdict verdict = scanner.Scan(post);
  CHECK(PlacesIn(post, verdict) == Words{value});

  const SpanUnits units = OffsetCounter(text).Units(verdict.findings.front().places.front().span);
  const SpanUnits of_before =
      OffsetCounter(before).Units({0, static_cast<uint32_t>(before.size())});
  const SpanUnits of_value = OffsetCounter(value).Units({0, static_cast<uint32_t>(value.size())});
  CHECK(units.codepoints.begin == of_before.codepoints.end);
  CHECK(units.codepoints.size() == of_value.codepoints.end);
  CHECK(units.utf16.begin == of_before.utf16.end);
  CHECK(units.utf16.size() == of_value.utf16.end);
  CHECK(GraphemeBegin(text, units.bytes.begin) == units.bytes.begin);
  CHECK(GraphemeEnd(text, units.bytes.end) == units.bytes.end);
}

TEST_CASE("a number broken over two fields is found in both", "[scan][second_look]") {
  SampleScanner scanner({Number()});
  Post post = SampleScanner::PostOf("call 07700");
  post.fields.push_back({FieldKind::kAltText, 0, "and 900123, ok?", nullptr});
  const Verdict verdict = scanner.Scan(post);
  CHECK(PlacesIn(post, verdict) == Words{"07700", "900123"});
  CHECK(WaysOf(verdict.findings.front()) == Words{"broken over fields"});
}

TEST_CASE("numbers that are whole, or far from the seam, do not go on over it",
          "[scan][second_look]") {
  const auto& [first, second] =
      GENERATE(std::pair{"call 07700 900123", "456 789"}, std::pair{"07700", "07700 900123"},
               std::pair{"07700 is half of the number", "900123"}, std::pair{"call 07700", "9"},
               std::pair{"07700", "as everybody here knows: 900123"});
  CAPTURE(first, second);
  SampleScanner scanner({Number()});
  Post post = SampleScanner::PostOf(first);
  post.fields.push_back({FieldKind::kAltText, 0, second, nullptr});
  for (const Finding& finding : scanner.Scan(post).findings) CHECK(finding.places.size() == 1);
}

Post PostIn(std::string_view text, std::string_view account, std::string_view id) {
  Post post = SampleScanner::PostOf(text);
  post.thread = "t";
  post.account = account;
  post.id = id;
  return post;
}

TEST_CASE("a number broken over two posts is found with the second, and names the first",
          "[scan][second_look]") {
  SampleScanner scanner({Number()});
  const std::vector<Post> posts = {PostIn("é\nmine: 077", "@a", "1"),
                                   PostIn("00900123!", "@a", "2")};
  const auto verdicts = scanner.Scan(posts);
  CHECK(verdicts[0].findings.empty());
  CHECK(PlacesIn(posts[1], verdicts[1]) == Words{"00900123"});
  const Finding& finding = verdicts[1].findings.front();
  CHECK(WaysOf(finding) == Words{"broken over posts"});
  REQUIRE(finding.earlier.size() == 1);
  const EarlierPlace& place = finding.earlier.front();
  CHECK(place.post_id == "1");
  CHECK(place.span == SpanUnits{{9, 12}, {8, 11}, {8, 11}});
  CHECK(place.begin == LineColumn{2, 7});
  CHECK(place.masked == finding.masked);
  REQUIRE(verdicts[1].suggestions.size() == 1);
  CHECK(verdicts[1].suggestions.front().text == "[number]!");
}

TEST_CASE("a number does not go on in the post of another account, or another thread",
          "[scan][second_look]") {
  SampleScanner scanner({Number()});
  std::vector<Post> posts = {PostIn("mine: 077", "@a", "1"), PostIn("00900123!", "@b", "2")};
  CHECK(scanner.Scan(posts)[1].findings.empty());
  posts[1].account = "@a";
  posts[1].thread = "u";
  CHECK(scanner.Scan(posts)[1].findings.empty());
}

}  // namespace
}  // namespace gatepost
