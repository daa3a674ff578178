#include <string>

#include "base/sample_keys.h"
#include "service/answer_tree.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::string_view kPath = "/v1/check";
constexpr std::string_view kClean = R"({"text":"all is well"})";
constexpr std::string_view kLeak = R"({"id":"17","text":"it is 123456"})";

std::string_view CodeOf(const AnswerTree& answer) { return answer["code"].text(); }

}  // namespace

TEST_CASE("a post is answered with what a line of JSONL says of it, and with what it was checked",
          "[service][check_handlers]") {
  SampleService service;
  const Response response = service.Post(kPath, kLeak);
  CHECK(response.status == 200);
  CHECK(response.content_type == kJsonType);
  CHECK(response.verdict == "block");
  const AnswerTree answer(response);
  CHECK(answer["schema"].text() == "1");
  CHECK(answer["patterns"]["name"].text() == "sample");
  CHECK(answer["policy"].text() == "sample");
  CHECK(answer["id"].text() == "17");
  CHECK(answer["verdict"].text() == "block");
  CHECK(answer["action"].text() == "block");
  CHECK(answer["complete"].text() == "true");
  CHECK(answer["suggestion"].text() == "it is [number]");
  CHECK(answer["summary"].text() == "Held back: Sample.");
  const JsonValue finding = answer["findings"].first();
  CHECK(finding["pattern"].text() == "t.number");
  CHECK(finding["span"]["bytes"].first().text() == "6");
  CHECK(finding["span"]["codepoints"].exists());
  CHECK(finding["span"]["utf16"].exists());
  CHECK_FALSE(finding["value"].exists());
  CHECK_THAT(response.body, !ContainsSubstring("123456"));
}

TEST_CASE("what passes is said to pass", "[service][check_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(kPath, kClean));
  CHECK(answer["verdict"].text() == "pass");
  CHECK(answer.Count("findings") == 0);
  CHECK(answer["summary"].text() == "Nothing was found that speaks against publishing it.");
}

TEST_CASE("a body may be the text itself", "[service][check_handlers]") {
  SampleService service;
  const auto type = GENERATE(as<std::string>(), "text/plain", "text/plain; charset=utf-8",
                             "Text/Plain;charset=\"UTF-8\"");
  CAPTURE(type);
  CHECK(AnswerTree(service.Post(kPath, "it is 123456", {}, type))["verdict"].text() == "block");
  // Not read as JSON, whatever it looks like.
  CHECK(AnswerTree(service.Post(kPath, "[1]", {}, type))["verdict"].text() == "pass");
}

TEST_CASE("a body without a type, or with JSON's, is JSON", "[service][check_handlers]") {
  SampleService service;
  const auto type = GENERATE(as<std::string>(), "", "application/json",
                             "application/json; charset=utf-8", "APPLICATION/JSON");
  CAPTURE(type);
  CHECK(AnswerTree(service.Post(kPath, kLeak, {}, type))["verdict"].text() == "block");
}

TEST_CASE("bodies of other types are refused", "[service][check_handlers]") {
  SampleService service;
  const auto type =
      GENERATE(as<std::string>(), "application/xml", "application/x-www-form-urlencoded",
               "text/html", "application/json; charset=utf-16", "text/plain; charset=latin1");
  CAPTURE(type);
  const Response response = service.Post(kPath, kLeak, {}, type);
  CHECK(response.status == 415);
  CHECK(response.content_type == kProblemType);
  CHECK(CodeOf(AnswerTree(response)) == "wrong-type");
}

TEST_CASE("what is no JSON object at all is refused", "[service][check_handlers]") {
  SampleService service;
  const auto body = GENERATE(as<std::string>(), "", " ", "[]", "\"text\"", "null", "text=hello");
  CAPTURE(body);
  const Response response = service.Post(kPath, body);
  CHECK(response.status == 400);
  CHECK(CodeOf(AnswerTree(response)) == "bad-request");
  CHECK(response.verdict.empty());
}

TEST_CASE("an object with something wrong in it is incomplete", "[service][check_handlers]") {
  SampleService service;
  const auto [body, problem] = GENERATE(table<std::string, std::string>({
      {"{}", "no_text"},
      {R"({"text":7})", "bad_field"},
      {R"({"text":"well")", "bad_json"},
      {R"({"text":"well"} {"text":"more"})", "bad_json"},
      {"{\"text\":\"\xFF\"}", "invalid_utf8"},
      {R"({"thread":[{"text":"well"}],})", "bad_json"},
      {R"({"thread":[{"text":"well"})", "bad_json"},
  }));
  CAPTURE(body);
  const Response response = service.Post(kPath, body);
  CHECK(response.status == 200);
  CHECK(response.verdict == "incomplete");
  const AnswerTree answer(response);
  CHECK(answer["complete"].text() == "false");
  CHECK_THAT(response.body, ContainsSubstring("\"code\":\"" + problem + "\""));
  CHECK(answer["problems"].first()["file"].text() == "body");
  CHECK_THAT(std::string(answer["summary"].text()), ContainsSubstring("Hold it"));
}

TEST_CASE("spans are told in the unit that is asked for", "[service][check_handlers]") {
  SampleService service;
  const auto [unit, begin] = GENERATE(
      table<std::string, std::string>({{"bytes", "5"}, {"codepoints", "2"}, {"utf16", "3"}}));
  CAPTURE(unit);
  const AnswerTree answer(
      service.Post(kPath, "{\"text\":\"\xF0\x9F\x98\x80 123456\"}", "offsets=" + unit));
  const JsonValue span = answer["findings"].first()["span"];
  CHECK(span[unit].first().text() == begin);
  CHECK(span.first().key() == unit);
  CHECK_FALSE(span.first().next().exists());
}

TEST_CASE("people are spoken to in the language that is asked for", "[service][check_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(kPath, kLeak, "lang=cy"));
  CHECK(answer["language"].text() == "cy");
  CHECK(answer["verdict"].text() == "block");
  CHECK(answer["summary"].text() == "Wedi'i ddal yn ôl: Sample.");
}

TEST_CASE("a channel is that of posts that name none", "[service][check_handlers]") {
  SampleService service({.policy = "[channel.quiet]\nmode = \"report-only\"\n"});
  const AnswerTree quiet(service.Post(kPath, kLeak, "channel=quiet"));
  CHECK(quiet["verdict"].text() == "pass");
  CHECK(quiet["would_be"].text() == "block");
  CHECK(quiet["summary"].text() == "Not held back, because its channel only reports: Sample.");
  const AnswerTree its_own(
      service.Post(kPath, R"({"channel":"loud","text":"it is 123456"})", "channel=quiet"));
  CHECK(its_own["verdict"].text() == "block");
}

TEST_CASE("a choice that does not exist is refused, and no value is repeated",
          "[service][check_handlers]") {
  SampleService service;
  const auto [query, named] = GENERATE(table<std::string, std::string>({
      {"offsets=chars", "offsets"},
      {"offsets=", "offsets"},
      {"lang=fr", "lang"},
      {"enforce=yes", "enforce"},
      {"enforce", "enforce"},
      {"enforce=true&enforce=false", "enforce"},
      {"as=label", "as"},
      {"colour=red", "colour"},
      {"07700900123=1", "parameter"},
  }));
  CAPTURE(query);
  const Response response = service.Post(kPath, kClean, query);
  CHECK(response.status == 400);
  const AnswerTree answer(response);
  CHECK(CodeOf(answer) == "bad-request");
  CHECK_THAT(std::string(answer["detail"].text()), ContainsSubstring(named));
  for (const char* value : {"chars", "fr", "yes", "red", "07700900123"}) {
    CHECK_THAT(response.body, !ContainsSubstring(value));
  }
}

TEST_CASE("a client that wants errors gets one for what is held back, with the whole verdict in it",
          "[service][check_handlers]") {
  SampleService service;
  const auto [body, verdict] = GENERATE(
      table<std::string, std::string>({{std::string(kLeak), "block"}, {"{}", "incomplete"}}));
  CAPTURE(body);
  const Response response = service.Post(kPath, body, "enforce=true");
  CHECK(response.status == 422);
  CHECK(response.content_type == kProblemType);
  const AnswerTree answer(response);
  CHECK(answer["type"].text() == "/docs#held-back");
  CHECK(answer["status"].text() == "422");
  CHECK(answer["code"].text() == "held-back");
  CHECK(answer["title"].exists());
  CHECK(answer["detail"].text() == answer["summary"].text());
  CHECK(answer["verdict"].text() == verdict);
  CHECK(answer["findings"].is_array());
  CHECK(service.Post(kPath, body, "enforce=false").status == 200);
}

TEST_CASE("what may be published, or is to be looked at, is no error",
          "[service][check_handlers]") {
  SampleService service({.policy = "[thresholds]\nreview = 40\nblock = 200\n"});
  CHECK(service.Post(kPath, kClean, "enforce=true").status == 200);
  const Response review = service.Post(kPath, kLeak, "enforce=true");
  CHECK(review.status == 200);
  CHECK(review.verdict == "review");
  CHECK(AnswerTree(review)["summary"].text() == "To be looked at before it is published: Sample.");
}

TEST_CASE("fingerprints and their key are shown to whom they may be", "[service][check_handlers]") {
  const auto [rights, shows] =
      GENERATE(table<std::string, bool>({{"check", false}, {"check,fingerprints", true}}));
  CAPTURE(rights);
  SampleOptions options;
  options.scan.keyring = std::make_shared<const Keyring>(SampleKey(0));
  options.tokens = std::string(kTokenFileHeader) + *TokenLine("a", rights, "gp_a");
  SampleService service(options);
  Request request;
  request.method = Method::kPost;
  request.path = kPath;
  request.authorization = "Bearer gp_a";
  request.body = kLeak;
  const AnswerTree answer(service.Ask(request));
  CHECK(answer["verdict"].text() == "block");
  CHECK(answer["key_id"].exists() == shows);
  CHECK(answer["findings"].first()["fingerprint"].exists() == shows);
}

TEST_CASE("a post that comes too late is not looked at, and that is said",
          "[service][check_handlers]") {
  SampleService service;
  Request request = LateRequest(kPath, kLeak);
  const Response late = service.Ask(request);
  CHECK(late.status == 200);
  CHECK(late.verdict == "incomplete");
  const AnswerTree answer(late);
  CHECK(answer["problems"].first()["code"].text() == "deadline");
  CHECK(answer.Count("findings") == 0);
  Response instead;
  service.service().AnswerLate(request, instead);
  CHECK(instead.body == late.body);
  request.query = "enforce=true";
  instead.Clear();
  service.service().AnswerLate(request, instead);
  CHECK(instead.status == 422);
}

TEST_CASE("a conversation is looked at as one", "[service][check_handlers]") {
  SampleService service(AreaWithNumber());
  const Response response = service.Post(
      kPath, R"( {"thread" : [{"id":"a","text":"at zz1"}, {"text":"it is 123456"}]} )");
  CHECK(response.status == 200);
  CHECK(response.verdict == "block");
  const AnswerTree answer(response);
  CHECK(answer["verdict"].text() == "block");
  CHECK(answer["action"].text() == "block");
  CHECK(answer["complete"].text() == "true");
  CHECK(answer["summary"].text() == "Held back: Sample, area with number.");
  REQUIRE(answer.Count("posts") == 2);
  const JsonValue first = answer["posts"].first();
  CHECK(first["id"].text() == "a");
  CHECK(first["verdict"].text() == "pass");
  CHECK(first["summary"].exists());
  const JsonValue second = first.next();
  CHECK(second["verdict"].text() == "block");
  CHECK(second["source"].text() == "body:2");
  CHECK(second["findings"].first()["earlier"].first()["post"].text() == "a");
  CHECK(
      service
          .Post(kPath, R"({"thread":[{"text":"at zz1"},{"text":"it is 123456"}]})", "enforce=true")
          .status == 422);
}

TEST_CASE("a conversation is as complete as the least of its posts", "[service][check_handlers]") {
  SampleService service;
  const AnswerTree answer(service.Post(kPath, R"({"thread":[7,{"text":"well"},"text",null]})"));
  CHECK(answer["verdict"].text() == "incomplete");
  REQUIRE(answer.Count("posts") == 4);
  const JsonValue first = answer["posts"].first();
  CHECK(first["verdict"].text() == "incomplete");
  CHECK(first["problems"].first()["line"].text() == "1");
  CHECK(first.next()["verdict"].text() == "pass");
}

TEST_CASE("a thread that is a name stays one, wherever it stands", "[service][check_handlers]") {
  SampleService service;
  const auto body = GENERATE(as<std::string>(), R"({"thread":"t9","text":"well"})",
                             R"({"text":"\"thread\":[{}]","thread":"thread"})",
                             R"({"meta":{"thread":[{"text":"it is 123456"}]},"text":"well"})");
  CAPTURE(body);
  const AnswerTree answer(service.Post(kPath, body));
  CHECK(answer["verdict"].text() == "pass");
  CHECK_FALSE(answer["posts"].exists());
}

TEST_CASE("a conversation without a post, with too many, or with members beside it is refused",
          "[service][check_handlers]") {
  SampleService service;
  CHECK(service.Post(kPath, R"({"thread":[]})").status == 400);
  CHECK(service.Post(kPath, R"({"text":"it is 123456","thread":[{"text":"well"}]})").status == 400);
  CHECK(service.Post(kPath, R"({"thread":[{"text":"well"}],"thread":[{"text":"well"}]})").status ==
        400);
  std::string posts = "{}";
  for (int i = 1; i < 1000; ++i) posts += ",{}";
  CHECK(service.Post(kPath, "{\"thread\":[" + posts + "]}").status == 200);
  CHECK(service.Post(kPath, "{\"thread\":[" + posts + ",{}]}").status == 413);
}

TEST_CASE("posts of a conversation that there is no time for are late, each in its place",
          "[service][check_handlers]") {
  SampleService service;
  const Request request = LateRequest(kPath, R"({"thread":[{"text":"well"},{"text":"well"}]})");
  const AnswerTree answer(service.Ask(request));
  REQUIRE(answer.Count("posts") == 2);
  CHECK(answer["verdict"].text() == "incomplete");
  CHECK(answer["posts"].first().next()["source"].text() == "body:2");
  CHECK(answer["posts"].first().next()["problems"].first()["code"].text() == "deadline");
}

TEST_CASE("verdicts are counted", "[service][check_handlers]") {
  SampleService service;
  static_cast<void>(service.Post(kPath, kLeak));
  static_cast<void>(service.Post(kPath, R"({"thread":[{"text":"well"},{"text":"well"}]})"));
  const std::string page = service.Get("/metrics").body;
  CHECK_THAT(page,
             ContainsSubstring("gatepost_verdicts_total{verdict=\"block\",channel=\"none\"} 1"));
  CHECK_THAT(page,
             ContainsSubstring("gatepost_verdicts_total{verdict=\"pass\",channel=\"none\"} 2"));
}

TEST_CASE("a worker that has read something large reads what comes next as ever",
          "[service][check_handlers]") {
  SampleService service;
  const std::string large = "{\"text\":\"" + std::string(600'000, 'a') + " 123456\"}";
  for (int i = 0; i < 2; ++i) {
    CHECK(service.Post(kPath, large).verdict == "block");
    CHECK(service.Post(kPath, kClean).verdict == "pass");
  }
}
