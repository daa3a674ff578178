#include "http/request_parser.h"

#include <optional>
#include <string>

#include "catch.h"

using namespace gatepost;

namespace {

constexpr uint32_t kMaxHeaderBytes = 4096;
using Outcome = RequestParser::Outcome;

// Reads bytes as they would come, so many at a time.
struct Reading {
  explicit Reading(uint64_t max_bytes = 100) : max_body(max_bytes) {}

  Outcome Read(const std::string& bytes, size_t at_a_time = 1'000'000) {
    size_t come = 0;
    for (;;) {
      const auto [outcome, size] =
          parser.Read(std::string_view(bytes).substr(taken, come - taken), job);
      taken += size;
      if (outcome == Outcome::kHead) {
        parser.AllowBody(max_body);
      } else if (outcome != Outcome::kMore || come == bytes.size()) {
        return outcome;
      } else {
        come = std::min(come + at_a_time, bytes.size());
      }
    }
  }

  uint64_t max_body;
  RequestParser parser{kMaxHeaderBytes};
  ByteBudget budget{1'000'000};
  RequestJob job{budget};
  size_t taken = 0;
};

// The head; nullopt if it is refused.
std::optional<RequestHead> HeadOf(const std::string& text) {
  static std::optional<Reading> reading;  // which the head borrows
  reading.emplace();
  const Outcome outcome = reading->Read(text);
  if (outcome != Outcome::kMore && outcome != Outcome::kWhole) return std::nullopt;
  REQUIRE_FALSE(reading->job.head_text.empty());
  return reading->job.head;
}

std::optional<RequestHead> HeadOfPost(const std::string& fields) {
  return HeadOf("POST /v1/check HTTP/1.1\r\n" + fields + "\r\n");
}

const std::string kChunkedHead = "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";

}  // namespace

TEST_CASE("the parts of a head are found", "[http][request_parser]") {
  const auto head = HeadOf(
      "POST /lt/a%20b/v2/check?x=1?y HTTP/1.1\r\nHOST:example.org\r\n"
      "content-type: text/plain; charset=utf-8 \r\nAuthorization:\tBearer t\r\n"
      "Origin: https://example.org\r\nContent-Length: 0012\r\nExpect: 100-Continue\r\n\r\n");
  REQUIRE(head);
  CHECK(head->request.method == Method::kPost);
  CHECK(head->request.path == "/lt/a%20b/v2/check");
  CHECK(head->request.query == "x=1?y");
  CHECK(head->request.content_type == "text/plain; charset=utf-8");
  CHECK(head->request.authorization == "Bearer t");
  CHECK(head->request.origin == "https://example.org");
  CHECK(head->content_length == 12);
  CHECK(head->expects_continue);
  CHECK(head->keeps_alive);
  CHECK_FALSE(head->is_chunked);
}

TEST_CASE("a target may be absolute", "[http][request_parser]") {
  const auto [target, path, query] = GENERATE(
      table<std::string, std::string, std::string>({{"/", "/", ""},
                                                    {"http://example.org/a?b", "/a", "b"},
                                                    {"HTTPS://example.org", "/", ""},
                                                    {"http://example.org?b", "/", "b"},
                                                    {"*", "*", ""},
                                                    {"/caf\xC3\xA9", "/caf\xC3\xA9", ""}}));
  CAPTURE(target);
  const std::string text = "OPTIONS " + target + " HTTP/1.1\r\nHost: x\r\n\r\n";
  const auto head = HeadOf(text);
  REQUIRE(head);
  CHECK(head->request.path == path);
  CHECK(head->request.query == query);
}

TEST_CASE("a request line that is not exactly one is refused", "[http][request_parser]") {
  const std::string line = GENERATE(
      "GET /", "GET / HTTP/1.1 ", "GET  / HTTP/1.1", " GET / HTTP/1.1", "GET\t/ HTTP/1.1",
      "GET / a HTTP/1.1", "GET / HTTP/1.2", "GET / HTTP/2.0", "GET / http/1.1", "GET / HTTP/1.10",
      "GET example.org HTTP/1.1", "GET http:// HTTP/1.1", "GET ftp://example.org/ HTTP/1.1",
      "G(T / HTTP/1.1", " / HTTP/1.1", "GET /\x7F HTTP/1.1", "GET /\x01 HTTP/1.1", "", "GET");
  CAPTURE(line);
  CHECK_FALSE(HeadOf(line + "\r\nHost: x\r\n\r\n"));
}

TEST_CASE("fields that two readers could read in two ways are refused", "[http][request_parser]") {
  const std::string fields = GENERATE(
      std::string("Host: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n"),
      "Host: x\r\nContent-Length: 3\r\nContent-Length: 3\r\n",
      "Host: x\r\nContent-Length: 3, 3\r\n", "Host: x\r\nContent-Length: +3\r\n",
      "Host: x\r\nContent-Length: -3\r\n", "Host: x\r\nContent-Length: 0x3\r\n",
      "Host: x\r\nContent-Length: 3 3\r\n", "Host: x\r\nContent-Length:\r\n",
      "Host: x\r\nContent-Length: 99999999999999999999\r\n",
      "Host: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n",
      "Host: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n",
      "Host: x\r\nTransfer-Encoding: gzip, chunked\r\n",
      "Host: x\r\nTransfer-Encoding: identity\r\n", "Host: x\r\nTransfer-Encoding: xchunked\r\n",
      "Host: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
      "Host: x\r\nTransfer-Encoding:\r\n", "Host: x\r\nTransfer-Encoding : chunked\r\n",
      "Host: x\r\nContent-Length : 3\r\n", "Host: x\r\n a: folded\r\n", " Host: x\r\n",
      "Host: x\r\nA: b\r\n\tfolded\r\n", "Host: x\r\nNo colon\r\n", "Host: x\r\n: no name\r\n",
      "Host: x\r\nA: b\rc\r\n", "Host: x\r\nA: b\r\r\n", std::string("Host: x\r\nA: \0\r\n", 15),
      "Host: x\r\nA: \x01\r\n", "Host: x\r\nA\x80: b\r\n", "Host: x\r\nHost: y\r\n", "A: b\r\n", "",
      "Host: x\r\nAuthorization: a\r\nAuthorization: b\r\n",
      "Host: x\r\nContent-Type: a\r\nContent-Type:\r\n");
  CAPTURE(fields);
  CHECK_FALSE(HeadOfPost(fields));
}

TEST_CASE("HTTP/1.0 needs no host, and knows no chunks", "[http][request_parser]") {
  const auto head = HeadOf("GET / HTTP/1.0\r\n\r\n");
  REQUIRE(head);
  CHECK_FALSE(head->keeps_alive);
  CHECK_FALSE(HeadOf("POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n"));
  CHECK(HeadOf("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")->keeps_alive);
}

TEST_CASE("a connection is closed when the client wants it", "[http][request_parser]") {
  CHECK_FALSE(HeadOfPost("Host: x\r\nConnection: close\r\n")->keeps_alive);
  CHECK_FALSE(HeadOfPost("Host: x\r\nConnection: keep-alive , CLOSE\r\n")->keeps_alive);
  CHECK_FALSE(
      HeadOfPost("Host: x\r\nConnection: close\r\nConnection: keep-alive\r\n")->keeps_alive);
  CHECK(HeadOfPost("Host: x\r\nConnection: closed\r\n")->keeps_alive);
}

TEST_CASE("a request is the same however it comes", "[http][request_parser]") {
  const std::string text = "POST /a?b HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12345";
  for (size_t at_a_time = 1; at_a_time <= text.size(); ++at_a_time) {
    CAPTURE(at_a_time);
    Reading reading;
    CHECK(reading.Read(text + "GET / HTTP", at_a_time) == Outcome::kWhole);
    CHECK(reading.job.head.request.path == "/a");
    CHECK(reading.job.head.request.query == "b");
    CHECK(reading.job.body == "12345");
    CHECK(reading.taken == text.size());  // what follows is another request's
  }
}

TEST_CASE("what is no request is refused before its end has come", "[http][request_parser]") {
  CHECK(Reading().Read("\x16\x03\x01") == Outcome::kBad);  // TLS
  CHECK(Reading().Read("GET / HTTP/1.1\nHost: x\n") == Outcome::kBad);
}

TEST_CASE("a head has a limit", "[http][request_parser]") {
  const std::string much(kMaxHeaderBytes, 'a');
  CHECK(Reading().Read("GET /" + much, 100) == Outcome::kHeaderTooLarge);
  std::string many = "GET / HTTP/1.1\r\nHost: x\r\n";
  for (uint32_t i = 0; i < kMaxHeaderBytes / 4; ++i) many += "A: b\r\n";
  CHECK(Reading().Read(many, 10) == Outcome::kHeaderTooLarge);
  CHECK(Reading().Read(many + "\r\n") == Outcome::kHeaderTooLarge);
  CHECK(Reading().Read("GET / HTTP/1.1\r\nHost: x\r\nA: " + much, 100) == Outcome::kHeaderTooLarge);
}

TEST_CASE("chunks are put together however they are cut", "[http][request_parser]") {
  const std::string bytes =
      kChunkedHead +
      "4;name=value\r\nWiki\r\n005\r\npedia\r\nA\r\n\r\n in\r\n  x\r\n0;x\r\nTrailer: a\r\n\r\n";
  for (size_t at_a_time = 1; at_a_time <= bytes.size(); ++at_a_time) {
    CAPTURE(at_a_time);
    Reading reading;
    CHECK(reading.Read(bytes + "GET", at_a_time) == Outcome::kWhole);
    CHECK(reading.job.body == "Wikipedia\r\n in\r\n  x");
    CHECK(reading.taken == bytes.size());
  }
}

TEST_CASE("a body of no chunks ends however it is cut", "[http][request_parser]") {
  const std::string bytes = kChunkedHead + "0\r\n\r\n";
  for (size_t at_a_time = 1; at_a_time <= bytes.size(); ++at_a_time) {
    CAPTURE(at_a_time);
    Reading reading;
    CHECK(reading.Read(bytes + "GET", at_a_time) == Outcome::kWhole);
    CHECK(reading.job.body.empty());
    CHECK(reading.taken == bytes.size());
  }
}

TEST_CASE("chunks that are not exactly so are refused", "[http][request_parser]") {
  const std::string bytes = GENERATE(
      "x\r\n", "\r\n", ";a\r\n", " 1\r\na\r\n0\r\n\r\n", "1\na\r\n0\r\n\r\n", "1\ra", "1\r\nab\r\n",
      "1\r\na\n0\r\n\r\n", "1\r\na0\r\n\r\n", "-1\r\n", "0x1\r\n", "FFFFFFFFFFFFFFFFF\r\n",
      "10000000000000001\r\n", "1;a\x01\r\na\r\n", "0\r\nA: b\n\r\n\r\n", "0\r\nA\rB\r\n\r\n",
      "0\r\nNo colon\r\n\r\n", "1;\na\r\n", "1;a=\"\n\"\r\na\r\n", "1;a=\"\x7F\"\r\na\r\n",
      "0;a=\"\n\"\r\n\r\n", "0\r\nA: b\r\n folded\r\n\r\n");
  CAPTURE(bytes);
  CHECK(Reading().Read(kChunkedHead + bytes + "0\r\n\r\n") == Outcome::kBad);
}

TEST_CASE("a body of chunks has a limit, which is kept before it is read",
          "[http][request_parser]") {
  CHECK(Reading(100).Read(kChunkedHead + "64\r\n", 1) == Outcome::kMore);
  CHECK(Reading(100).Read(kChunkedHead + "65\r\n", 1) == Outcome::kBodyTooLarge);
  CHECK(Reading(3).Read(kChunkedHead + "2\r\nab\r\n2\r\n", 1) == Outcome::kBodyTooLarge);
  CHECK(Reading(3).Read(kChunkedHead + "FFFFFFFFFFFF\r\n", 1) == Outcome::kBodyTooLarge);
  // Also when much of it has come.
  CHECK(Reading(3).Read(kChunkedHead + "FFFF\r\n" + std::string(2 * kMaxHeaderBytes, 'a')) ==
        Outcome::kBodyTooLarge);
}

TEST_CASE("what is passed over has a limit", "[http][request_parser]") {
  const std::string much(kMaxHeaderBytes, 'a');
  const size_t at_a_time = GENERATE(100U, 1'000'000U);
  CAPTURE(at_a_time);
  for (const std::string& passed : {"1;" + much + "\r\na\r\n0\r\n\r\n", "0;" + much + "\r\n\r\n",
                                    "0\r\nA: " + much + "\r\n\r\n"}) {
    CHECK(Reading().Read(kChunkedHead + passed, at_a_time) == Outcome::kBad);
  }
  const std::string most =
      "1;" + much.substr(4) + "\r\na\r\n0\r\nA: " + much.substr(12) + "\r\n\r\n";
  CHECK(Reading().Read(kChunkedHead + most, at_a_time) == Outcome::kWhole);
}
