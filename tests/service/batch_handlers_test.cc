#include <string>
#include <vector>

#include "service/answer_tree.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::string_view kPath = "/v1/check:batch";

std::vector<std::string> LinesOf(const Response& response) {
  std::vector<std::string> lines(1);
  for (const char c : response.body) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  CHECK(lines.back().empty());
  lines.pop_back();
  return lines;
}

Response AskLines(SampleService& service, std::string_view body, std::string_view query = {}) {
  return service.Post(kPath, body, query, "application/x-ndjson");
}

}  // namespace

TEST_CASE("a batch is answered with a report, a line for each post in its place",
          "[service][batch_handlers]") {
  SampleService service;
  const Response response = AskLines(service,
                                     "{\"id\":\"a\",\"text\":\"it is 123456\"}\r\n"
                                     "  \n"
                                     "nonsense\n"
                                     "{\"id\":\"c\",\"text\":\"well\"}");
  CHECK(response.status == 200);
  CHECK(response.content_type == kJsonLinesType);
  CHECK(response.verdict == "block");
  const auto lines = LinesOf(response);
  REQUIRE(lines.size() == 5);
  CHECK(AnswerTree(lines[0])["type"].text() == "start");
  CHECK(AnswerTree(lines[0])["patterns"]["name"].text() == "sample");
  const AnswerTree first(lines[1]);
  CHECK(first["type"].text() == "post");
  CHECK(first["id"].text() == "a");
  CHECK(first["verdict"].text() == "block");
  const AnswerTree bad(lines[2]);
  CHECK(bad["source"].text() == "body:3");
  CHECK(bad["verdict"].text() == "incomplete");
  CHECK(bad["problems"].first()["code"].text() == "bad_json");
  CHECK(AnswerTree(lines[3])["id"].text() == "c");
  const AnswerTree summary(lines[4]);
  CHECK(summary["type"].text() == "summary");
  CHECK(summary["posts"].text() == "3");
  CHECK(summary["complete"].text() == "false");
}

TEST_CASE("posts of one thread are a conversation, however many pieces the batch is read in",
          "[service][batch_handlers]") {
  SampleService service(AreaWithNumber());
  std::string body = "{\"id\":\"a\",\"thread\":\"t\",\"text\":\"at zz1\"}\n";
  for (int i = 0; i < 200; ++i) body += "{\"text\":\"at zz1, and it is well\"}\n";
  body += "{\"thread\":\"t\",\"text\":\"it is 123456\"}\n";
  const auto lines = LinesOf(AskLines(service, body));
  REQUIRE(lines.size() == 204);
  CHECK(AnswerTree(lines[201])["verdict"].text() == "pass");
  const AnswerTree last(lines[202]);
  CHECK(last["verdict"].text() == "block");
  CHECK(last["findings"].first()["earlier"].first()["post"].text() == "a");
  CHECK(AnswerTree(lines[203])["posts"].text() == "202");
}

TEST_CASE("a batch without a post was not complete", "[service][batch_handlers]") {
  SampleService service;
  const Response response = AskLines(service, "\n \n");
  CHECK(response.status == 200);
  CHECK(response.verdict == "incomplete");
  CHECK(AnswerTree(LinesOf(response).back())["complete"].text() == "false");
}

TEST_CASE("a batch that cannot be read is refused", "[service][batch_handlers]") {
  SampleService service;
  CHECK(AskLines(service, "").status == 400);
  CHECK(AskLines(service, "{}", "enforce=true").status == 400);
  CHECK(AskLines(service, "{}", "offsets=lines").status == 400);
  CHECK(service.Post(kPath, "{}", {}, "application/json").status == 415);
  CHECK(service.Post(kPath, "{}", {}, "application/x-ndjson; charset=utf-16").status == 415);
  for (const char* type :
       {"", "application/jsonl", "application/json-lines", "Application/X-NDJSON; charset=utf-8"}) {
    CAPTURE(type);
    CHECK(service.Post(kPath, "{}", {}, type).status == 200);
  }
}

TEST_CASE("a batch has at most 10,000 posts", "[service][batch_handlers]") {
  SampleService service;
  std::string body;
  for (int i = 0; i < 10'000; ++i) body += "\n{}";
  CHECK(AskLines(service, body).status == 200);
  const Response more = AskLines(service, body + "\n{}");
  CHECK(more.status == 413);
  CHECK(AnswerTree(more.body)["code"].text() == "body-too-large");
}

TEST_CASE("what a batch has no time for is incomplete, each post in its place",
          "[service][batch_handlers]") {
  SampleService service;
  const Request request =
      LateRequest(kPath, "{\"text\":\"well\"}\n\n{\"text\":\"it is 123456\"}\n");
  const Response late = service.Ask(request);
  CHECK(late.status == 200);
  CHECK(late.verdict == "incomplete");
  const auto lines = LinesOf(late);
  REQUIRE(lines.size() == 4);
  CHECK(AnswerTree(lines[2])["source"].text() == "body:3");
  CHECK(AnswerTree(lines[2])["problems"].first()["code"].text() == "deadline");
  CHECK(AnswerTree(lines[3])["verdicts"]["incomplete"].text() == "2");
  Response instead;
  service.service().AnswerLate(request, instead);
  CHECK(instead.body == late.body);
}

TEST_CASE("lines are in the unit and the language that are asked for",
          "[service][batch_handlers]") {
  SampleService service;
  const auto lines =
      LinesOf(AskLines(service, "{\"text\":\"it is 123456\"}", "offsets=utf16&lang=cy"));
  CHECK(AnswerTree(lines[0])["language"].text() == "cy");
  const AnswerTree post(lines[1]);
  const JsonValue span = post["findings"].first()["span"];
  CHECK(span.first().key() == "utf16");
  CHECK_FALSE(span["bytes"].exists());
}
