#include "http/response_head.h"

#include "catch.h"

using namespace gatepost;

namespace {

std::string HeadOf(const Response& response, AfterReply after = AfterReply::kKeep) {
  std::string out;
  AppendResponseHead(response, after, "today", out);
  return out;
}

}  // namespace

TEST_CASE("a response's head says what its client needs", "[http][response_head]") {
  Response response;
  response.body = "{}";
  response.headers.push_back({"Allow", "GET"});
  CHECK(HeadOf(response) ==
        "HTTP/1.1 200 OK\r\nDate: today\r\nX-Content-Type-Options: nosniff\r\n"
        "Content-Type: application/json\r\nContent-Length: 2\r\nCache-Control: no-store\r\n"
        "Allow: GET\r\n\r\n");
  CHECK_THAT(HeadOf(response, AfterReply::kClose), ContainsSubstring("\r\nConnection: close\r\n"));
  CHECK_THAT(HeadOf(response, AfterReply::kKeepOld),
             ContainsSubstring("\r\nConnection: keep-alive\r\n"));
}

TEST_CASE("a response may say itself how it is cached", "[http][response_head]") {
  Response response;
  response.headers.push_back({"cache-control", "max-age=60"});
  CHECK_THAT(HeadOf(response),
             ContainsSubstring("cache-control: max-age=60\r\n") && !ContainsSubstring("no-store"));
}

TEST_CASE("a response without content does not tell its length", "[http][response_head]") {
  Response response;
  response.status = 204;
  CHECK_THAT(HeadOf(response), !ContainsSubstring("Content-Length"));
}

TEST_CASE("a header's value cannot end its line", "[http][response_head]") {
  Response response;
  response.headers.push_back({"X-Value", std::string("a\r\nX-Other: b\n\0\x7F", 16)});
  CHECK_THAT(HeadOf(response), ContainsSubstring("\r\nX-Value: aX-Other: b\r\n\r\n"));
}

TEST_CASE("the date is HTTP's", "[http][response_head]") {
  HttpDate date;
  const std::string now(date.Now());
  CHECK(now.size() == std::string("Sun, 06 Nov 1994 08:49:37 GMT").size());
  CHECK(now.ends_with(" GMT"));
}
