#include <string>
#include <string_view>

#include "base/json_tree.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::string_view kForm = "application/x-www-form-urlencoded";

Pattern SampleName() {
  return SamplePattern("t.name",
                       "replacement = \"[name]\"\n"
                       "[cy]\nname = \"Enw\"\nadvice = \"Tynnwch ef.\"\nreplacement = \"[enw]\"\n"
                       "[[variant]]\nregex = '''Pat Sample'''\nbase = 20");
}

constexpr std::string_view kCombination =
    "[[combination]]\nname = \"a name with a number\"\naction = \"review\"\n"
    "advice = \"Leave out the name.\"\n"
    "all = [{ pattern = \"t.name\" }, { pattern = \"t.number\", min_score = 1 }]\n";

// What is answered to one check. The tree lives as long as the answer is looked at.
class Checked {
 public:
  Checked(SampleService& service, std::string_view form, std::string_view path = "/v2/check")
      : response(service.Post(path, form, {}, kForm)) {
    CAPTURE(response.body);
    CHECK(response.status == 200);
    REQUIRE(tree_.Read(response.body).has_value());
  }
  [[nodiscard]] JsonValue root() const { return tree_.root(); }
  [[nodiscard]] JsonValue match() const { return root()["matches"].first(); }
  // "offset length" of each match.
  [[nodiscard]] std::string places() const {
    std::string all;
    for (const JsonValue match : root()["matches"].elements()) {
      all.append(all.empty() ? "" : ", ").append(match["offset"].text());
      all.append(" ").append(match["length"].text());
    }
    return all;
  }

  const Response response;

 private:
  JsonTree tree_;
};

}  // namespace

TEST_CASE("a finding is underlined, with what to do about it", "[service][languagetool]") {
  SampleService service;
  const Checked checked(service, "text=Ring%20123%20456&language=en-GB");
  CHECK(checked.response.content_type == kJsonType);
  CHECK(checked.response.verdict == "block");
  const JsonValue match = checked.match();
  CHECK(checked.places() == "5 7");
  CHECK(match["message"].text() == "Remove it.");
  CHECK(match["shortMessage"].text() == "Sample");
  CHECK(match["replacements"].first()["value"].text() == "[number]");
  CHECK(match["rule"]["id"].text() == "GATEPOST_T_NUMBER");
  CHECK(match["rule"]["category"]["id"].text() == "TYPOS");
  CHECK(match["rule"]["issueType"].text() == "misspelling");
  CHECK(checked.root()["software"]["name"].text() == "Gatepost");
  CHECK(checked.root()["language"]["code"].text() == "en-GB");
  CHECK(checked.root()["language"]["detectedLanguage"]["name"].text() == "English (GB)");
  CHECK(checked.root()["warnings"]["incompleteResults"].text() == "false");
  CHECK(checked.root()["sentenceRanges"].first().first().next().text() == "12");
}

TEST_CASE("a reply does not repeat the value", "[service][languagetool]") {
  SampleService service;
  const Checked checked(service, "text=Ring%20123%20456&language=en-GB");
  CHECK_THAT(checked.response.body, !ContainsSubstring("123"));
  CHECK_THAT(checked.response.body, !ContainsSubstring("456"));
  CHECK(checked.match()["context"]["text"].text() == "*** ***");
  CHECK(checked.match()["context"]["length"].text() == "7");
}

TEST_CASE("places are in UTF-16 units, whatever stands before them", "[service][languagetool]") {
  SampleService service;
  // A smiling face has two, a flag four, an e with an accent one or, decomposed, two.
  CHECK(Checked(service, "text=\xF0\x9F\x99\x82 123 456&language=en-GB").places() == "3 7");
  CHECK(Checked(service, "text=%F0%9F%87%AC%F0%9F%87%A7123%20456&language=en-GB").places() ==
        "4 7");
  CHECK(Checked(service, "text=Caf\xC3\xA9 e\xCC\x81 & 100% +1: 123 456&language=en-GB").places() ==
        "19 7");
  // Keycaps come whole.
  CHECK(Checked(service,
                "text=a 12345"
                "6\xEF\xB8\x8F\xE2\x83\xA3 b&language=en-GB")
            .places() == "2 8");
}

TEST_CASE("places in text with markup are those of the text as sent", "[service][languagetool]") {
  SampleService service;
  const Checked checked(
      service,
      R"(data={"annotation":[{"markup":"<p>"},{"text":"🙂 123"},{"markup":"<b>"},{"text":" 456"},{"markup":"</b>"}]}&language=en-GB)");
  CHECK(checked.places() == "6 10");
  CHECK(checked.root()["sentenceRanges"].first().first().next().text() == "20");
}

TEST_CASE("a block is red and a review is not", "[service][languagetool]") {
  SampleService service({.policy = "[thresholds]\nreview = 40\nblock = 90\n"});
  const Checked checked(service, "text=123%20456&language=en-GB");
  CHECK(checked.response.verdict == "review");
  CHECK(checked.match()["rule"]["category"]["id"].text() == "STYLE");
  CHECK(checked.match()["rule"]["issueType"].text() == "style");
  SampleService reporting({.policy = "mode = \"report-only\"\n"});
  CHECK(Checked(reporting, "text=123%20456&language=en-GB")
            .match()["rule"]["category"]["id"]
            .text() == "STYLE");
}

TEST_CASE("what the policy lets pass is not underlined", "[service][languagetool]") {
  SampleService official({.policy =
                              "[[official_contact]]\npattern = \"t.number\"\nvalue = \"123456\"\n"
                              "reason = \"Switchboard\"\nowner = \"Communications\"\n"});
  CHECK(Checked(official, "text=123%20456&language=en-GB").places().empty());
  CHECK(Checked(official, "text=123%20457&language=en-GB").places() == "0 7");
  SampleService weak({.patterns = {SampleName()}});
  CHECK(Checked(weak, "text=Pat%20Sample&language=en-GB").places().empty());
}

TEST_CASE("what is personal only together says so at both places", "[service][languagetool]") {
  SampleService service(
      {.patterns = {SampleName(), SampleNumber()}, .policy = std::string(kCombination)});
  const Checked checked(service, "text=Pat%20Sample%20123%20456&language=en-GB");
  CHECK(checked.places() == "0 10, 11 7");
  CHECK(checked.match()["message"].text() == "Remove it. Leave out the name.");
  CHECK(checked.match()["rule"]["category"]["id"].text() == "STYLE");
  CHECK(checked.match().next()["message"].text() == "Remove it. Leave out the name.");
  CHECK(Checked(service, "text=Pat%20Sample%20123&language=en-GB").places().empty());
}

TEST_CASE("no client can switch off what is looked for", "[service][languagetool]") {
  SampleService service;
  CHECK(Checked(service,
                "text=123%20456&language=en-GB&disabledRules=GATEPOST_T_NUMBER&"
                "disabledCategories=TYPOS&enabledOnly=true&enabledRules=OTHER")
            .places() == "0 7");
}

TEST_CASE("of two questions for one text only one has matches", "[service][languagetool]") {
  SampleService service;
  const Checked text_level(service, "text=123%20456&language=en-GB&mode=textLevelOnly");
  CHECK(text_level.places().empty());
  CHECK(text_level.response.verdict.empty());
  CHECK(Checked(service, "text=123%20456&language=en-GB&mode=allButTextLevelOnly").places() ==
        "0 7");
}

TEST_CASE("Welsh is answered in Welsh, and any other language in English",
          "[service][languagetool]") {
  SampleService service(
      {.patterns = {SampleName()}, .policy = "[thresholds]\nreview = 10\nblock = 70\n"});
  const Checked welsh(service, "text=Pat%20Sample&language=cy");
  CHECK(welsh.match()["message"].text() == "Tynnwch ef.");
  CHECK(welsh.match()["replacements"].first()["value"].text() == "[enw]");
  CHECK(welsh.match()["rule"]["category"]["name"].text() == "Data personol");
  CHECK(welsh.root()["language"]["name"].text() == "Welsh");
  const Checked other(service, "text=Pat%20Sample&language=xx-YY");
  CHECK(other.match()["message"].text() == "Remove it.");
  CHECK(other.root()["language"]["name"].text() == "xx-YY");
}

TEST_CASE("what could not be looked at is said where editors show it", "[service][languagetool]") {
  SampleService service({.scan = {.max_post_bytes = 10}});
  const Checked checked(service, "text=123%20456%20and%20more&language=en-GB");
  CHECK(checked.response.verdict == "incomplete");
  CHECK(checked.root()["warnings"]["incompleteResults"].text() == "true");
  CHECK_THAT(std::string(checked.root()["warnings"]["incompleteResultsReason"].text()),
             ContainsSubstring("Not all of this post could be looked at"));
  CHECK(checked.places() == "0 3");
  CHECK(checked.match()["rule"]["id"].text() == "GATEPOST_INCOMPLETE");
  SampleService whole;
  const Checked half(whole, R"(data={"text":"\ud83d 123 456"}&language=en-GB)");
  CHECK(half.places() == "0 1, 2 7");
  CHECK(half.root()["warnings"]["incompleteResults"].text() == "true");
}

TEST_CASE("a check that comes too late says that nothing was looked at",
          "[service][languagetool]") {
  SampleService service;
  Request request;
  request.method = Method::kPost;
  request.path = "/v2/check";
  request.body = "text=123%20456&language=en-GB";
  Response late;
  service.service().AnswerLate(request, late);
  CHECK(late.status == 200);
  CHECK(late.verdict == "incomplete");
  CHECK_THAT(late.body, ContainsSubstring(R"("incompleteResults":true)"));
  CHECK_THAT(late.body, ContainsSubstring("there was no time left to look at the post"));
  CHECK_THAT(late.body, ContainsSubstring(R"("offset":0,"length":3)"));  // its first word
  request.deadline = Request::Clock::now();
  CHECK(service.Ask(request).body == late.body);
  request.body = "text=123%20456&language=cy";
  const Response welsh = service.Ask(request);
  CHECK_THAT(welsh.body, ContainsSubstring("Nid oedd amser ar ôl i edrych ar y postiad."));
  CHECK_THAT(welsh.body, ContainsSubstring(R"("code":"cy")"));
  request.body = "language=en-GB";
  CHECK(service.Ask(request).status == 400);
}

TEST_CASE("a check may come with GET", "[service][languagetool]") {
  SampleService service;
  const Response response = service.Get("/v2/check", "text=123%20456&language=en-GB");
  CHECK(response.status == 200);
  CHECK_THAT(response.body, ContainsSubstring(R"("offset":0,"length":7)"));
}

TEST_CASE("the languages that editors ask for have long codes", "[service][languagetool]") {
  SampleService service;
  const Response response = service.Get("/v2/languages");
  CHECK_THAT(response.body, ContainsSubstring(R"("code":"en","longCode":"en-GB")"));
  CHECK_THAT(response.body, ContainsSubstring(R"("code":"cy","longCode":"cy-GB")"));
  CHECK(service.Get("/languages").body == response.body);
}

TEST_CASE("errors are plain text, and pages of any origin may read them",
          "[service][languagetool]") {
  SampleService service;
  const Response response = service.Post("/v2/check", "language=en-GB", {}, kForm);
  CHECK(response.status == 400);
  CHECK(response.content_type == kTextType);
  CHECK(response.body.starts_with("Error: "));
  REQUIRE(response.headers.size() == 1);
  CHECK(response.headers[0].name == "Access-Control-Allow-Origin");
  CHECK(response.headers[0].value == "*");
}

TEST_CASE("a token may stand in the path, in the body or in the query", "[service][languagetool]") {
  auto token = MakeToken();
  REQUIRE(token.has_value());
  auto line = TokenLine("editors", "check", *token);
  REQUIRE(line.has_value());
  SampleService service({.tokens = std::string(kTokenFileHeader) + *line + "\n"});
  const std::string form = "text=Fish & 123 456&language=en-GB";
  CHECK(service.Post("/v2/check", form, {}, kForm).status == 401);
  CHECK(service.Ask(LateRequest("/v2/check", form)).status == 401);
  Response late;
  service.service().AnswerLate(LateRequest("/v2/check", form), late);
  CHECK(late.status == 401);
  CHECK(service.Post("/lt/" + *token + "/v2/check", form, {}, kForm).status == 200);
  CHECK(service.Post("/v2/check", form + "&username=me&apiKey=" + *token, {}, kForm).status == 200);
  CHECK(service.Get("/v2/check", "text=a&apiKey=" + *token).status == 200);
  CHECK(service.Get("/lt/" + *token + "/v2/languages").status == 200);
}

TEST_CASE("what looks like a key in a text that is not encoded is no key",
          "[service][languagetool]") {
  auto token = MakeToken();
  REQUIRE(token.has_value());
  auto line = TokenLine("editors", "check", *token);
  REQUIRE(line.has_value());
  SampleService service({.tokens = std::string(kTokenFileHeader) + *line + "\n"});
  const std::string form = "text=send &apiKey=yours&language=en-GB&username=me&apiKey=" + *token;
  CHECK(service.Post("/v2/check", form, {}, kForm).status == 200);
}
