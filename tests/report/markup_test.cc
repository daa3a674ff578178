#include "report/markup.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("What means something to HTML is escaped", "[report][markup]") {
  CHECK(Markup("<a href=\"x\" id='y'>&amp;") ==
        "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;");
  CHECK(Markup("plain – ü") == "plain – ü");
  CHECK(Markup("").empty());
}

TEST_CASE("What XML has no place for and what turns text is replaced", "[report][markup]") {
  CHECK(Markup(std::string("a\0b", 3)) == "a·b");
  CHECK(Markup("a\x1b[31m") == "a·[31m");
  CHECK(Markup("a\xE2\x80\xAE"
               "b") == "a·b");
  CHECK(Markup("a\xEF\xBF\xBE\xEF\xBF\xBF") == "a··");
  CHECK(Markup("a\xff") == "a\xEF\xBF\xBD");
  CHECK(Markup("a\nb") == "a↵b");
}

TEST_CASE("Lines stay lines where they are asked for", "[report][markup]") {
  CHECK(MarkupLines("a\r\n<b>\n") == "a\n&lt;b&gt;\n");
  CHECK(MarkupLines("one").find('\n') == std::string::npos);
  CHECK(MarkupLines("").empty());
}
