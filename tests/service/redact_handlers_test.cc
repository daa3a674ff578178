#include <string>

#include "service/answer_tree.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::string_view kPath = "/v1/redact";
constexpr std::string_view kLeak = R"({"id":"17","text":"it is 123456"})";

}  // namespace

TEST_CASE("a post comes back with what is found in it taken out", "[service][redact_handlers]") {
  SampleService service;
  const Response response = service.Post(kPath, kLeak);
  CHECK(response.status == 200);
  CHECK(response.verdict == "block");
  const AnswerTree answer(response);
  CHECK(answer["patterns"]["name"].text() == "sample");
  CHECK(answer["id"].text() == "17");
  CHECK(answer["source"].text() == "body");
  CHECK(answer["verdict"].text() == "block");
  CHECK(answer["withheld"].text() == "false");
  CHECK(answer["text"].text() == "it is [number]");
  CHECK(answer.Count("fields") == 0);
  CHECK(answer["redacted"]["t.number"].text() == "1");
  CHECK(answer["words"].text() == "0");
  CHECK(answer.Count("problems") == 0);
}

TEST_CASE("texts without anything in them come back as they were", "[service][redact_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(
      kPath,
      R"({"fields":[{"kind":"alt_text","text":"a 123456"},{"kind":"alt_text","text":"é"}],"text":"well"})"));
  CHECK(answer["text"].text() == "well");
  REQUIRE(answer.Count("fields") == 2);
  const JsonValue first = answer["fields"].first();
  CHECK(first["field"].text() == "alt_text");
  CHECK(first["nth"].text() == "0");
  CHECK(first["text"].text() == "a [number]");
  CHECK(first.next()["nth"].text() == "1");
  CHECK(first.next()["text"].text() == "é");
}

TEST_CASE("a text alone is redacted", "[service][redact_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(kPath, "it is 123456", {}, "text/plain"));
  CHECK(answer["text"].text() == "it is [number]");
}

TEST_CASE("a value is written as the caller chooses", "[service][redact_handlers]") {
  SampleService service;
  const auto [query, text] = GENERATE(table<std::string, std::string>({
      {"as=label", "it is [number] now"},
      {"as=mask", "it is ****** now"},
      {"as=remove", "it is now"},
      {"as=replace", "it is [number] now"},  // the pattern has no range of values that nobody has
      {"least=pass", "it is [number] now"},
      {"least=block", "it is [number] now"},
  }));
  CAPTURE(query);
  CHECK(AnswerTree(service.Post(kPath, R"({"text":"it is 123456 now"})", query))["text"].text() ==
        text);
}

TEST_CASE("what calls for less than was asked for stays", "[service][redact_handlers]") {
  SampleService service({.policy = "[thresholds]\nreview = 40\nblock = 200\n"});
  CHECK(AnswerTree(service.Post(kPath, kLeak))["text"].text() == "it is [number]");
  const AnswerTree kept(service.Post(kPath, kLeak, "least=block"));
  CHECK(kept["text"].text() == "it is 123456");
  CHECK(kept["verdict"].text() == "review");
  CHECK(kept.Count("redacted") == 0);
}

TEST_CASE("what could not be looked at is withheld", "[service][redact_handlers]") {
  SampleService service;
  const auto [body, field] = GENERATE(table<std::string, std::string>({
      {R"({"text":"it is 123456)", ""},
      {R"({"text":7,"title":"it is 123456"})", ""},
      {R"({"thread":[{"text":"it is 123456"}]})", ""},
      {"{\"text\":\"it is 123456\",\"title\":\"\xFF 123456\"}", "[text withheld]"},
  }));
  CAPTURE(body);
  const Response response = service.Post(kPath, body);
  CHECK(response.status == 200);
  CHECK_THAT(response.body, !ContainsSubstring("123456"));
  const AnswerTree answer(response);
  CHECK(answer["withheld"].text() == "true");
  CHECK(answer["complete"].text() == "false");
  CHECK(answer["text"].text() == "[text withheld]");
  CHECK(answer["fields"].first()["text"].text() == field);
  CHECK(answer.Count("problems") > 0);
}

TEST_CASE("labels are in the language asked for", "[service][redact_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(kPath, "{", "lang=cy"));
  CHECK(answer["text"].text() == "[testun wedi'i ddal yn ôl]");
  CHECK(answer["language"].text() == "cy");
}

TEST_CASE("a redaction that cannot be done is refused", "[service][redact_handlers]") {
  SampleService service;
  CHECK(service.Post(kPath, "").status == 400);
  CHECK(service.Post(kPath, "[]").status == 400);
  CHECK(service.Post(kPath, kLeak, "as=stars").status == 400);
  CHECK(service.Post(kPath, kLeak, "offsets=bytes").status == 400);
  CHECK(service.Post(kPath, kLeak, {}, "text/html").status == 415);
}

TEST_CASE("a post that there is no time to redact is withheld", "[service][redact_handlers]") {
  SampleService service;
  const Request request = LateRequest(kPath, kLeak);
  const Response late = service.Ask(request);
  CHECK(late.status == 200);
  const AnswerTree answer(late);
  CHECK(answer["verdict"].text() == "incomplete");
  CHECK(answer["withheld"].text() == "true");
  CHECK(answer["text"].text() == "[text withheld]");
  CHECK(answer["problems"].first()["code"].text() == "deadline");
  Response instead;
  service.service().AnswerLate(request, instead);
  CHECK(instead.body == late.body);
}

TEST_CASE("what is redacted counts as found", "[service][redact_handlers]") {
  SampleService service;
  static_cast<void>(service.Post(kPath, kLeak));
  const std::string page = service.Get("/metrics").body;
  CHECK_THAT(page,
             ContainsSubstring("gatepost_verdicts_total{verdict=\"block\",channel=\"none\"} 1"));
  CHECK_THAT(page, ContainsSubstring("gatepost_findings_total{pattern=\"t.number\"} 1"));
}
