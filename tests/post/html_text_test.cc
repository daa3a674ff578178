#include "post/html_text.h"

#include <chrono>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

using List = std::vector<std::string>;

std::string TextOf(std::string_view html) { return ReadHtml(html).text; }

List LinksOf(std::string_view html) {
  List targets;
  for (const HtmlLink& link : ReadHtml(html).links) targets.push_back(link.target);
  return targets;
}

// Each byte of the text leads back to bytes of the HTML, in order, that say so.
void CheckSource(std::string_view html) {
  CAPTURE(html);
  const HtmlText read = ReadHtml(html);
  Span last;
  for (uint32_t at = 0; at < read.text.size(); ++at) {
    const Span span = read.source.ToOriginal({at, at + 1});
    REQUIRE(span.begin < span.end);
    REQUIRE(span.end <= html.size());
    REQUIRE(span.begin >= last.begin);
    REQUIRE(span.end >= last.end);
    last = span;
    const std::string_view original = Cut(html, span);
    const char c = read.text[at];
    const bool is_copied = original == std::string_view(&c, 1);
    const bool is_reference = original.starts_with('&');
    const bool is_break = original.starts_with('<') && (c == '\n' || c == '\t');
    const bool is_space = original.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
    CHECK((is_copied || is_reference || is_break || (is_space && c == ' ')));
  }
  std::vector<OffsetEdit> edits(read.source.edits().begin(), read.source.edits().end());
  for (size_t i = 1; i < edits.size(); ++i) {
    CHECK(edits[i - 1].derived.end <= edits[i].derived.begin);
    CHECK(edits[i - 1].original.end <= edits[i].original.begin);
  }
}

}  // namespace

TEST_CASE("Tags vanish, and what they part joins", "[post][html_text]") {
  CHECK(TextOf("07700<b> 900</b>123") == "07700 900123");
  CHECK(TextOf("<span class=\"invisible\">https://www.</span><span class=\"ellipsis\">example.org/a"
               "</span><span class=\"invisible\">bc</span>") == "https://www.example.org/abc");
  CHECK(TextOf("<A HREF='x'\n>a</A\t>b<br/>c") == "ab\nc");
  CHECK(TextOf("a<wbr>b<custom-tag x=\">\" y='\">'>c</custom-tag>d") == "abcd");
  CHECK(TextOf("").empty());
}

TEST_CASE("Breaks and blocks part lines, cells are parted by tabs", "[post][html_text]") {
  CHECK(TextOf("<p>Ref 07700<br>900123</p>") == "Ref 07700\n900123");
  CHECK(TextOf("<p>a</p><p>b</p>\n<div><div>c</div></div>d") == "a\nb\nc\nd");
  CHECK(TextOf("a<br><br />b") == "a\n\nb");
  CHECK(TextOf("<ul><li>a</li><LI>b</ul>c<hr>d") == "a\nb\nc\nd");
  CHECK(TextOf("<table><tr><th>a</th><td>b</td></tr><tr><td>c<td>d</table>") == "a\tb\nc\td");
}

TEST_CASE("Whitespace is one space, none at a line's begin, and stays in <pre>",
          "[post][html_text]") {
  CHECK(TextOf(" \n<p>\n a \t\r\n b\fc </p>\n<p> d <b> e</b></p>") == "a b c \nd e");
  CHECK(TextOf("a&#32;&#10; b") == "a b");
  CHECK(TextOf("<pre>a  b\n c</pre> d  e") == "a  b\n c\nd e");
  CHECK(TextOf("</pre><pre><pre>a  b</pre>  c</pre>") == "a  b\n  c");
}

TEST_CASE("Character references are what they stand for", "[post][html_text]") {
  CHECK(TextOf("&amp;&lt;&gt;&quot;&apos;") == "&<>\"'");
  CHECK(TextOf("a&#64;b&#x40;c&#X40;d") == "a@b@c@d");
  CHECK(TextOf("a&nbsp;b") == "a\u00A0b");
  CHECK(TextOf("&period;&commat;&plus;&lowbar;&NotEqualTilde;") == ".@+_\u2242\u0338");
  CHECK(TextOf("&CounterClockwiseContourIntegral;&zwnj;&AElig;") == "\u2233\u200C\u00C6");
  CHECK(TextOf("&#128;&#x99;&#0;&#xD800;&#x110000;&#99999999999999999999;") ==
        "\u20AC\u2122\uFFFD\uFFFD\uFFFD\uFFFD");
}

TEST_CASE("Character references without a semicolon count where HTML says so",
          "[post][html_text]") {
  CHECK(TextOf("&ampx &copy &notit; &notin; &#65 &#x41") == "&x \u00A9 \u00ACit; \u2209 A A");
  CHECK(TextOf("&period &bogus; & &; &# &#; &#x &#x; &") ==
        "&period &bogus; & &; &# &#; &#x &#x; &");
  CHECK(LinksOf("<a href='?a=1&copy=2&amp;b&lt=3&reg'>x</a>") == List{"?a=1&copy=2&b&lt=3\u00AE"});
}

TEST_CASE("Where links lead is told, decoded, with their classes", "[post][html_text]") {
  const HtmlText read = ReadHtml(
      "<a href=\"mailto:edna&#64;example.org\">x</a><a class='u-url mention' href=https://example."
      "org/@jo>y</a><a href=''>z</a><a href=\"#top\">top</a><AREA HREF = 'b'>");
  REQUIRE(read.links.size() == 3);
  CHECK(read.links[0].target == "mailto:edna@example.org");
  CHECK(read.links[0].classes.empty());
  CHECK(read.links[1].target == "https://example.org/@jo");
  CHECK(read.links[1].classes == "u-url mention");
  CHECK(read.links[2].target == "b");
}

TEST_CASE("Alternative texts and comments are told", "[post][html_text]") {
  const HtmlText read = ReadHtml(
      "a<img src=x alt=\"Letter &amp; form\" title='Scan'><span aria-label=z title=\"\">b</span>"
      "<!-- call 01632 960001 --><!----><!-- --><!--> <!---> c<!--d--!>e<!doctype html><?php f ?>"
      "<![CDATA[g]]></ h>i");
  CHECK(read.text == "ab cei");
  CHECK(read.alt_texts == List{"Letter & form", "Scan", "z"});
  CHECK(read.comments == List{" call 01632 960001 ", "d", "php f ?", "[CDATA[g]]", " h"});
}

TEST_CASE("Scripts and style sheets are no text, unless they never end", "[post][html_text]") {
  CHECK(TextOf("a<script>var b = '<b>';</SCRIPT >c<style>p{}</style>d") == "acd");
  CHECK(TextOf("a<script src=x></script>b</scripts>c") == "abc");
  CHECK(TextOf("a<script>b</scripty>c<style>d") == "abcd");
}

TEST_CASE("A tag or comment that never ends hides nothing", "[post][html_text]") {
  CHECK(TextOf("a <b>b <a href=\"c") == "a b <a href=\"c");
  CHECK(TextOf("a <b title='x>b &amp; <i>c</i>") == "a <b title='x>b & <i>c</i>");
  CHECK(ReadHtml("a<!-- b").comments == List{" b"});
  CHECK(ReadHtml("a<!b").comments == List{"b"});
  for (const std::string end :
       {"<", "</", "<!", "<?", "<b", "<b ", "<b a", "<b a=", "<b a='", "</b"}) {
    CAPTURE(end);
    const HtmlText read = ReadHtml("07700 900123" + end);
    CHECK(read.text.starts_with("07700 900123"));
    CheckSource("07700 900123" + end);
  }
}

TEST_CASE("A '<' that begins no tag is text", "[post][html_text]") {
  CHECK(TextOf("a < b <3 <<<<< <-> <>") == "a < b <3 <<<<< <-> <>");
  CHECK(TextOf("<<b>a</b>") == "<a");
}

TEST_CASE("Each byte of the text leads back to the HTML it was made from", "[post][html_text]") {
  const std::string html =
      "<p>Tel 07700&nbsp;<b>900</b>123 </p>\n <p>a &amp; b<br/>\n&notit; x</p><pre>y  z</pre>";
  const HtmlText read = ReadHtml(html);
  const auto original = [&](std::string_view piece) {
    const size_t at = read.text.find(piece);
    REQUIRE(at != std::string::npos);
    const auto begin = static_cast<uint32_t>(at);
    const auto size = static_cast<uint32_t>(piece.size());
    return std::string(Cut(html, read.source.ToOriginal({begin, begin + size})));
  };
  CHECK(original("07700\u00A0900123") == "07700&nbsp;<b>900</b>123");
  CHECK(original("123") == "123");
  CHECK(original("\u00A0") == "&nbsp;");
  CHECK(original("a & b\n") == "a &amp; b<br/>");
  CHECK(original("y  z") == "y  z");
  CheckSource(html);
}

TEST_CASE("Random HTML leads back to where it came from", "[post][html_text]") {
  const List pieces = {"<p>",       "</p>",
                       "<br>",      "<b x='1>'>",
                       "</b>",      " ",
                       "\n",        "07700",
                       "a",         "é",
                       "&amp;",     "&nbsp",
                       "&#64;",     "&",
                       "<",         ">",
                       "<!--",      "-->",
                       "<pre>",     "</pre>",
                       "<td>",      "<script>",
                       "</script>", "\"",
                       "'",         "&NotEqualTilde;",
                       "&#32;"};
  std::mt19937_64 random(17);
  for (int round = 0; round < 3000; ++round) {
    std::string html;
    for (uint64_t left = random() % 20; left > 0; --left) html += pieces[random() % pieces.size()];
    CheckSource(html);
  }
}

TEST_CASE("HTML made to be slow is read in linear time", "[post][html_text]") {
  const std::string piece =
      GENERATE("<div>", "<", "<<<<<", "<a b=\"", "<a b='", "<a ", "<!--", "<!-", "</", "<script>",
               "<script></scriptx", "<style", "&", "&#", "&#0", "&notanentity", "<p>\n", "--",
               "<!--->", "<a href=x>", "<?", "</script");
  CAPTURE(piece);
  std::string html;
  while (html.size() < 1'000'000) html += piece;
  const auto begin = std::chrono::steady_clock::now();
  const HtmlText read = ReadHtml(html);
  const auto took = std::chrono::steady_clock::now() - begin;
  CHECK(took < std::chrono::seconds(2));
  CHECK(read.text.size() <= html.size());
}
