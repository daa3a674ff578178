#include "service/languagetool_request.h"

#include "catch.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

LanguageToolRequest Read(std::string_view form) {
  Result<LanguageToolRequest> request = ReadLanguageToolRequest(form);
  if (!request) FAIL(request.error().ToString());
  return std::move(*request);
}

std::string TextOf(std::string_view form) { return Read(form).text.text(); }

}  // namespace

TEST_CASE("an encoded text is decoded", "[service][languagetool_request]") {
  const LanguageToolRequest request =
      Read("text=Dave%20%F0%9F%99%82%2C+ring%20%2B44&language=en-GB&mode=allButTextLevelOnly");
  CHECK(request.text.text() == "Dave \xF0\x9F\x99\x82, ring +44");
  CHECK(request.text.source() == request.text.text());
  CHECK(request.language == "en-GB");
  CHECK(request.wants_matches);
}

TEST_CASE("a text that its client did not encode is taken as it stands",
          "[service][languagetool_request]") {
  // As LibreOffice 7.4 sends it, with and without its user's name and key.
  CHECK(TextOf("text=Fish & chips 100% off +1 ring 07700 900123&language=en-GB") ==
        "Fish & chips 100% off +1 ring 07700 900123");
  CHECK(TextOf("text=Caf\xC3\xA9+07700&language=en-GB&username=me&apiKey=secret") ==
        "Caf\xC3\xA9+07700");
  CHECK(TextOf("text=100%off&language=en-GB") == "100%off");
  CHECK(TextOf("text=50%2 & 20%&language=en-GB") == "50%2 & 20%");
  // What looks like a field is part of the text, up to the last.
  CHECK(TextOf("text=a b&language=de&language=en-GB") == "a b&language=de");
  CHECK(Read("text=a b&language=de&language=cy-GB").language == "cy-GB");
  // As curl sends what it is given.
  CHECK(TextOf("language=en-GB&text=Fish & chips") == "Fish & chips");
  CHECK(Read("language=cy&text=Fish & chips").language == "cy");
  CHECK(TextOf("text=no language & no end") == "no language & no end");
}

TEST_CASE("a word with an ampersand in it is not cut there", "[service][languagetool_request]") {
  CHECK(TextOf("text=bed&breakfast@example.org&language=en-GB") == "bed&breakfast@example.org");
  CHECK(TextOf("text=word&mode=textLevelOnly&language=en-GB") == "word");
  CHECK_FALSE(Read("text=word&mode=textLevelOnly&language=en-GB").wants_matches);
  CHECK(TextOf("text=bed%26breakfast&own=1&language=en-GB") == "bed&breakfast");
}

TEST_CASE("the fields around a text that is not encoded are found",
          "[service][languagetool_request]") {
  const SplitForm form =
      SplitForm::Of("mode=all&text=a b&apiKey=false&language=en-GB&apiKey=secret");
  CHECK(form.text == "a b&apiKey=false");
  CHECK(form.Value("apiKey") == "secret");
  CHECK(form.Value("mode") == "all");
  CHECK(form.Value("text") == std::nullopt);
}

TEST_CASE("data is a text, or text with markup", "[service][languagetool_request]") {
  CHECK(TextOf("data=%7B%22text%22%3A%22a%26b%22%7D&language=en-GB") == "a&b");
  const LanguageToolRequest request =
      Read(R"(data={"annotation":[{"text":"a"},{"markup":"<p>","interpretAs":"\n"}]}&language=en)");
  CHECK(request.text.text() == "a\n");
  CHECK(request.text.source() == "a<p>");
}

TEST_CASE("a form without one text is refused, with what to send instead",
          "[service][languagetool_request]") {
  const char* form =
      GENERATE("", "language=en-GB", "text=a&text=b", "text=a&data=%7B%7D", "data={}",
               "data={\"text\":1}", "data={\"text\":\"a\",\"annotation\":[]}",
               "data={\"text\":\"a\"", "data={\"text\":\"A & B\"}");
  CAPTURE(form);
  const auto request = ReadLanguageToolRequest(form);
  REQUIRE_FALSE(request.has_value());
  CHECK(request.error().code == ErrorCode::kSyntax);
  CHECK_THAT(request.error().message, ContainsSubstring("data"));
}

TEST_CASE("an empty text is a text", "[service][languagetool_request]") {
  CHECK(TextOf("text=&language=en-GB").empty());
}

TEST_CASE("whoever writes Welsh is spoken to in Welsh", "[service][languagetool_request]") {
  CHECK(Read("text=a&language=cy").voice == Language::kWelsh);
  CHECK(Read("text=a&language=CY-GB").voice == Language::kWelsh);
  CHECK(Read("text=a&language=cym").voice == Language::kEnglish);
  CHECK(Read("text=a&language=pl-PL").voice == Language::kEnglish);
  CHECK(Read("text=a&language=auto&motherTongue=cy-GB").voice == Language::kWelsh);
  CHECK(Read("text=a&language=auto").language == "en-GB");
  CHECK(Read("text=a").language == "en-GB");
}

TEST_CASE("a language is a code and nothing else", "[service][languagetool_request]") {
  CHECK_FALSE(ReadLanguageToolRequest("text=a&language=%3Cb%3E").has_value());
  CHECK_FALSE(ReadLanguageToolRequest("text=a&language=").has_value());
  CHECK_FALSE(ReadLanguageToolRequest("text=a&language=" + std::string(36, 'a')).has_value());
}
