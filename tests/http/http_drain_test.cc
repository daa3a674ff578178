// How a server ends.

#include <chrono>
#include <string>

#include "http/running_server.h"

using namespace gatepost;

TEST_CASE("a server that is stopped answers what is under way and closes the rest",
          "[http][http_drain]") {
  RunningServer server;
  HttpClient idle = server.Connect();
  REQUIRE(idle.Ask(GetOf("/asked")).status == 200);
  HttpClient busy = server.Connect();
  busy.Send(PostOf("/wait", std::string(5'000, 'x')));
  server.answerer.AwaitWaiting(1);
  HttpClient half = server.Connect();
  half.Ask(GetOf("/asked"));
  half.Send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  REQUIRE(half.Read().status == 100);

  server.Stop();
  server.Stop();  // has no more to do
  CHECK(idle.IsClosed());
  CHECK_FALSE(server.Connect().is_connected());
  const HttpReply rest = half.Ask("body" + GetOf("/asked"));
  CHECK(rest.body == "body");
  CHECK(rest.Has("Connection: close"));
  CHECK(half.IsClosed());
  server.answerer.LetGo();
  const HttpReply reply = busy.Read();
  CHECK(reply.status == 200);
  CHECK(reply.Has("Connection: close"));
  half.Close();
  busy.Close();
  server.Join();
  CHECK(server.server().counts().connections_open == 0);
}

TEST_CASE("requests that have come before a server is stopped are answered", "[http][http_drain]") {
  HttpOptions options;
  options.threads = 2;
  RunningServer server(std::move(options));
  std::vector<HttpClient> clients;
  for (int i = 0; i < 50; ++i) {
    clients.push_back(server.Connect());
    REQUIRE(clients.back().Send(GetOf("/asked")));
  }
  server.Stop();
  for (HttpClient& client : clients) CHECK(client.Read().status == 200);
}

TEST_CASE("a connection that takes its answer while the server is stopped is closed behind it",
          "[http][http_drain]") {
  HttpLimits limits;
  limits.drain_time = std::chrono::minutes(1);
  RunningServer server(limits);
  HttpClient client = server.Connect();
  client.Send(GetOf("/large"));
  while (server.answerer.told().empty()) std::this_thread::yield();
  HttpClient idle = server.Connect();
  REQUIRE(idle.Ask(GetOf("/asked")).status == 200);
  server.Stop();
  CHECK(idle.IsClosed());
  CHECK(client.Read().body == server.answerer.large());
  CHECK(client.IsClosed());
}

TEST_CASE("a server that is stopped waits for nobody longer than it may", "[http][http_drain]") {
  HttpLimits limits;
  limits.drain_time = std::chrono::milliseconds(30);
  limits.check_time = std::chrono::minutes(1);
  RunningServer server(limits);
  HttpClient busy = server.Connect();
  busy.Send(PostOf("/wait", std::string(5'000, 'x')));
  HttpClient queued = server.Connect();
  queued.Send(PostOf("/wait", std::string(5'000, 'x')));
  server.answerer.AwaitWaiting(1);
  HttpClient dripping = server.Connect();
  dripping.Ask(GetOf("/asked"));
  dripping.Send("GET / HT");
  server.Stop();
  server.Join();  // although the pool is not done
  CHECK(busy.Read().status == 0);
}

TEST_CASE("a server that never ran can be stopped", "[http][http_drain]") {
  const SampleAnswerer answerer;
  auto server = HttpServer::Open({.endpoints = {Endpoint::Tcp("127.0.0.1", 0)}}, answerer);
  REQUIRE(server);
  HttpClient client((*server)->endpoints().front());
  client.Send(GetOf("/asked"));
  client.SendNoMore();
  (*server)->Stop();
  (*server)->Run();  // is stopped at once
  CHECK((*server)->counts().connections_open == 0);
}
