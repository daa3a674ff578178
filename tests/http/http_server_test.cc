#include "http/http_server.h"

#include <string>
#include <vector>

#include "http/running_server.h"

using namespace gatepost;

TEST_CASE("requests on one connection are answered in turn", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  for (const char* body : {"first", "second", ""}) {
    const HttpReply reply = client.Ask(PostOf("/echo", body));
    CHECK(reply.status == 200);
    CHECK(reply.body == body);
    CHECK(reply.Has("Content-Type: application/json"));
    CHECK(reply.Has("Cache-Control: no-store"));
    CHECK(reply.Has("X-Content-Type-Options: nosniff"));
    CHECK_FALSE(reply.Has("Connection: close"));
  }
}

TEST_CASE("requests that come together are answered in order", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  std::string requests;
  for (int i = 0; i < 100; ++i) {
    // Some of them by the pool.
    requests += PostOf("/echo", std::to_string(i) + std::string(i % 10 == 0 ? 10'000 : 0, '.'));
  }
  REQUIRE(client.Send(requests));
  for (int i = 0; i < 100; ++i) {
    CHECK(client.Read().body == std::to_string(i) + std::string(i % 10 == 0 ? 10'000 : 0, '.'));
  }
}

TEST_CASE("a request may come byte by byte", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  for (const char byte : PostOf("/echo", "slow")) REQUIRE(client.Send({&byte, 1}));
  CHECK(client.Read().body == "slow");
}

TEST_CASE("what cannot be understood is answered and the connection closed",
          "[http][http_server]") {
  RunningServer server;
  const std::string request = GENERATE(
      std::string("\x16\x03\x01"), "GET / HTTP/1.1\n\n", "GET / HTTP/1.1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n",
      "PRI * HTTP/2.0\r\n\r\n", std::string("GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n", 28));
  CAPTURE(request);
  HttpClient client = server.Connect();
  // What follows must not be taken for a request.
  const HttpReply reply = client.Ask(request + GetOf("/asked"));
  CHECK(reply.status == 400);
  CHECK(reply.Has("Connection: close"));
  CHECK(client.IsClosed());
  CHECK(server.answerer.told().size() == 1);
}

TEST_CASE("a body in chunks is one body", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  const HttpReply reply = client.Ask(
      "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nTrailer: x\r\n\r\n");
  CHECK(reply.body == "abcde");
  CHECK(client.Ask(GetOf("/asked?x")).body == "/asked?x ");
}

TEST_CASE("HEAD and 204 have no body, and what follows is another answer", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  client.Send("HEAD /asked HTTP/1.1\r\nHost: x\r\n\r\n" + GetOf("/empty") + GetOf("/asked"));
  CHECK(client.Read(true).Has("Content-Length: 8"));
  CHECK(client.Read().status == 204);
  CHECK(client.Read().body == "/asked? ");
}

TEST_CASE("a client that waits to be told sends its body when it is wanted",
          "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  const std::string request =
      "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n";
  CHECK(client.Ask(request).status == 100);
  CHECK(client.Ask("body").body == "body");
  CHECK(client.Ask(request + "body").body == "body");  // one that did not wait
  const HttpReply refused = client.Ask(
      "POST /none HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  CHECK(refused.status == 404);
  CHECK(refused.Has("Connection: close"));
}

TEST_CASE("connections are kept or closed as the client wants it", "[http][http_server]") {
  RunningServer server;
  HttpClient old = server.Connect();
  CHECK(old.Ask("GET /asked HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
            .Has("Connection: keep-alive"));
  CHECK(old.Ask("GET /asked HTTP/1.0\r\n\r\n").status == 200);
  CHECK(old.IsClosed());
  HttpClient client = server.Connect();
  CHECK(client.Ask(GetOf("/asked", "Connection: close\r\n")).Has("Connection: close"));
  CHECK(client.IsClosed());
}

TEST_CASE("a client that ends its side is answered first", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  const std::string body(20'000, 'x');
  client.Send(PostOf("/echo", body));
  client.SendNoMore();
  CHECK(client.Read().body == body);
  CHECK(client.IsClosed());
}

TEST_CASE("a refused request is answered although its body is not read", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  const std::string body(3'000'000, 'x');
  const auto [path, status] = GENERATE(table<std::string, int>({{"/none", 404}, {"/echo", 413}}));
  client.Send(PostOf(path, body));
  const HttpReply reply = client.Read();
  CHECK(reply.status == status);
  CHECK(reply.Has("Connection: close"));
}

TEST_CASE("a large answer comes whole to a client that reads slowly", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  client.Send(GetOf("/large"));
  CHECK(server.Ask(GetOf("/asked")).status == 200);  // meanwhile the first does not read
  CHECK(client.Read().body == server.answerer.large());
  CHECK(client.Ask(GetOf("/asked")).status == 200);
}

TEST_CASE("an answer cannot be split by what is in its headers", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  CHECK(client.Ask(GetOf("/split")).Has("X-Split: aX-Second: bc"));
  CHECK(client.Ask(GetOf("/asked")).status == 200);
}

TEST_CASE("each answer is told once, with the worker that made it", "[http][http_server]") {
  RunningServer server;
  HttpClient client = server.Connect();
  client.Ask(GetOf("/asked"));
  client.Ask(PostOf("/echo", std::string(10'000, 'x')));
  client.Ask(GetOf("/none"));
  client.Ask("bad\r\n\r\n");
  const auto told = server.answerer.told();
  REQUIRE(told.size() == 4);
  CHECK((told[0].status == 200 && told[0].path == "/asked" && told[0].has_worker));
  CHECK((told[1].status == 200 && told[1].path == "/echo" && told[1].has_worker));
  CHECK((told[2].status == 404 && told[2].path == "/none" && !told[2].has_worker));
  CHECK((told[3].status == 400 && !told[3].has_worker));
}

TEST_CASE("several threads share the connections evenly", "[http][http_server]") {
  HttpOptions options;
  options.threads = 3;
  RunningServer server(std::move(options));
  std::vector<HttpClient> clients;
  for (int i = 0; i < 30; ++i) clients.push_back(server.Connect());
  for (HttpClient& client : clients) CHECK(client.Ask(GetOf("/asked")).status == 200);
  CHECK(server.server().counts().connections_open == 30);
  CHECK(server.server().counts().connections_accepted == 30);
}
