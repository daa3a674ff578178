// What a client may make large, slow or many.

#include <sys/resource.h>

#include <chrono>
#include <string>
#include <vector>

#include "http/listening_socket.h"
#include "http/running_server.h"

using namespace gatepost;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds kShort{40};

HttpOptions With(const HttpLimits& limits, size_t threads = 1) {
  HttpOptions options;
  options.limits = limits;
  options.threads = threads;
  return options;
}

// Sends a byte again and again until the server has enough of it.
HttpReply Drip(HttpClient& client, std::string_view begin) {
  client.Send(begin);
  // Between two bytes there is a moment to answer in.
  timeval pause{0, 2'000};
  ::setsockopt(client.socket(), SOL_SOCKET, SO_RCVTIMEO, &pause, sizeof(pause));
  HttpReply reply;
  while (reply.status == 0 && client.Send("x")) reply = client.Read();
  return reply;
}

}  // namespace

TEST_CASE("a head that does not come in time is given up, however it drips",
          "[http][http_limits]") {
  HttpLimits limits;
  limits.header_time = kShort;
  RunningServer server(limits);
  HttpClient dripping = server.Connect();
  const auto begin = std::chrono::steady_clock::now();
  const HttpReply reply = Drip(dripping, "GET / HTTP/1.1\r\nHost: x\r\nX: ");
  CHECK(reply.status == 408);
  CHECK(reply.Has("Connection: close"));
  CHECK(std::chrono::steady_clock::now() - begin >= kShort);
  // One that sends nothing at all is not even answered.
  CHECK(server.Connect().IsClosed());
}

TEST_CASE("a body that does not come in time is given up, however it drips",
          "[http][http_limits]") {
  HttpLimits limits;
  limits.body_time = kShort;
  RunningServer server(limits);
  HttpClient dripping = server.Connect();
  CHECK(Drip(dripping, "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n").status ==
        408);
  HttpClient chunked = server.Connect();
  CHECK(chunked.Ask("POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc")
            .status == 408);
}

TEST_CASE("an idle connection is closed without a word", "[http][http_limits]") {
  HttpLimits limits;
  limits.idle_time = kShort;
  RunningServer server(limits);
  HttpClient client = server.Connect();
  CHECK(client.Ask(GetOf("/asked")).status == 200);
  CHECK(client.IsClosed());
}

TEST_CASE("a client that does not take its answer is given up", "[http][http_limits]") {
  HttpLimits limits;
  limits.reply_time = kShort;
  RunningServer server(limits);
  HttpClient client = server.Connect();
  client.Send(GetOf("/large") + GetOf("/large"));
  // The server closes; a request on another connection does not have to wait for that.
  CHECK(server.Ask(GetOf("/asked")).status == 200);
  while (server.server().counts().connections_open > 0) {
    if (server.Ask(GetOf("/asked")).status != 200) break;
    std::this_thread::yield();
  }
  HttpReply reply = client.Read();
  CHECK((reply.body.size() < server.answerer.large().size() || client.Read().status == 0));
}

TEST_CASE("a head over the limit is refused", "[http][http_limits]") {
  HttpLimits limits;
  limits.max_header_bytes = 1000;
  RunningServer server(limits);
  const size_t room = 1000 - GetOf("/asked", "X: \r\n").size();
  CHECK(server.Ask(GetOf("/asked", "X: " + std::string(room, 'x') + "\r\n")).status == 200);
  CHECK(server.Ask(GetOf("/asked", "X: " + std::string(room + 1, 'x') + "\r\n")).status == 431);
  CHECK(server.Ask(GetOf("/asked", "X: " + std::string(100'000, 'x') + "\r\n")).status == 431);
}

TEST_CASE("a body over the limit is refused, and one at the limit is not", "[http][http_limits]") {
  RunningServer server(With({}));
  const std::string most(SampleAnswerer::kMaxBody, 'x');
  CHECK(server.Ask(PostOf("/echo", most)).body == most);
  CHECK(server.Ask(PostOf("/echo", most + "x")).status == 413);
  const std::string head = "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(server.Ask(head + "186a0\r\n" + most + "\r\n0\r\n\r\n").body == most);
  CHECK(server.Ask(head + "186a0\r\n" + most + "\r\n1\r\n").status == 413);
}

TEST_CASE("connections over the limit are told so", "[http][http_limits]") {
  HttpLimits limits;
  limits.max_connections = 2;
  RunningServer server(limits);
  HttpClient first = server.Connect();
  HttpClient second = server.Connect();
  CHECK(first.Ask(GetOf("/asked")).status == 200);
  CHECK(second.Ask(GetOf("/asked")).status == 200);
  {
    HttpClient third = server.Connect();
    const HttpReply reply = third.Read();
    CHECK(reply.status == 503);
    CHECK(reply.Has("Retry-After: 1"));
    CHECK(reply.Has("Connection: close"));
    CHECK(third.IsClosed());
  }
  CHECK(server.server().counts().connections_refused == 1);
  CHECK(first.Ask(GetOf("/asked")).status == 200);
  first.Close();
  second.Close();
  while (server.server().counts().connections_open > 0) std::this_thread::yield();
  CHECK(server.Ask(GetOf("/asked")).status == 200);
}

TEST_CASE("a long request holds up no short one", "[http][http_limits]") {
  RunningServer server;
  HttpClient busy = server.Connect();
  busy.Send(PostOf("/wait", std::string(5'000, 'x')));
  server.answerer.AwaitWaiting(1);
  CHECK(server.server().counts().queued == 1);
  CHECK(server.Ask(GetOf("/asked")).status == 200);
  server.answerer.LetGo();
  CHECK(busy.Read().body == std::string(5'000, 'x'));
}

TEST_CASE("many requests on one connection hold up none on another", "[http][http_limits]") {
  RunningServer server;
  HttpClient blocking = server.Connect();
  HttpClient many = server.Connect();
  HttpClient one = server.Connect();
  for (HttpClient* client : {&many, &one}) REQUIRE(client->Ask(GetOf("/asked")).status == 200);
  blocking.Send(GetOf("/wait"));  // at which the only thread is
  server.answerer.AwaitWaiting(1);
  std::string requests;
  for (int i = 0; i < 80; ++i) requests += GetOf("/many");
  many.Send(requests);
  one.Send(GetOf("/one"));
  server.answerer.LetGo();
  for (int i = 0; i < 80; ++i) REQUIRE(many.Read().status == 200);
  REQUIRE(one.Read().status == 200);
  CHECK(server.answerer.told().back().path == "/many");
}

TEST_CASE("more work than may be queued is refused, and the connection kept",
          "[http][http_limits]") {
  HttpLimits limits;
  limits.max_queued = 1;
  limits.check_time = std::chrono::minutes(1);
  RunningServer server(limits);
  HttpClient busy = server.Connect();
  busy.Send(PostOf("/wait", std::string(5'000, 'x')));
  server.answerer.AwaitWaiting(1);
  HttpClient shed = server.Connect();
  const HttpReply reply = shed.Ask(PostOf("/echo", std::string(5'000, 'y')));
  CHECK(reply.status == 503);
  CHECK(reply.Has("Retry-After: 1"));
  CHECK(shed.Ask(PostOf("/echo", "short")).body == "short");
  CHECK(server.server().counts().shed == 1);
  server.answerer.LetGo();
  CHECK(busy.Read().status == 200);
  CHECK(shed.Ask(PostOf("/echo", std::string(5'000, 'y'))).status == 200);
}

TEST_CASE("more bytes than may be queued are refused while they come", "[http][http_limits]") {
  HttpLimits limits;
  limits.max_queued_bytes = 50'000;
  limits.check_time = std::chrono::minutes(1);
  RunningServer server(limits);
  HttpClient busy = server.Connect();
  busy.Send(PostOf("/wait", std::string(40'000, 'x')));
  server.answerer.AwaitWaiting(1);
  HttpClient shed = server.Connect();
  const HttpReply reply = shed.Ask(PostOf("/echo", std::string(20'000, 'y')));
  CHECK(reply.status == 503);
  CHECK(reply.Has("Connection: close"));
  server.answerer.LetGo();
  CHECK(busy.Read().status == 200);
  CHECK(server.Ask(PostOf("/echo", std::string(20'000, 'y'))).status == 200);
}

TEST_CASE("a body that is refused takes nothing from others", "[http][http_limits]") {
  HttpLimits limits;
  limits.max_queued_bytes = 50'000;
  RunningServer server(limits);
  HttpClient refused = server.Connect();
  CHECK(refused.Ask(PostOf("/echo", std::string(60'000, 'x'))).status == 503);
  // Although it has not closed its side.
  CHECK(server.Ask(PostOf("/echo", std::string(40'000, 'y'))).status == 200);
}

TEST_CASE("an answer that is not there in time is given late, and its work still counts",
          "[http][http_limits]") {
  HttpLimits limits;
  limits.check_time = kShort;
  limits.max_queued = 1;
  RunningServer server(limits);
  HttpClient client = server.Connect();
  client.Send(PostOf("/wait", std::string(5'000, 'x')));
  const HttpReply reply = client.Read();
  CHECK(reply.body == "late after 5000");
  CHECK(reply.Has("Connection: close"));
  CHECK(client.IsClosed());
  client.Close();
  CHECK(server.server().counts().queued == 1);
  CHECK(server.Ask(PostOf("/echo", std::string(5'000, 'y'))).status == 503);
  server.answerer.LetGo();
  while (server.server().counts().queued > 0) std::this_thread::yield();
  CHECK(server.Ask(PostOf("/echo", std::string(5'000, 'y'))).status == 200);
  const auto told = server.answerer.told();
  REQUIRE(told.size() == 3);  // the answer that came too late is not told
  CHECK((told[0].was_late && !told[0].has_worker));
}

TEST_CASE("a request for which there is no memory ends, and the server goes on",
          "[http][http_limits]") {
  HttpLimits limits;
  limits.check_time = kShort;
  RunningServer server(limits);
  HttpClient client = server.Connect();
  client.Send(GetOf("/no_memory"));
  CHECK(client.IsClosed());
  CHECK(server.Ask(PostOf("/no_memory", std::string(5'000, 'x'))).body == "late after 5000");
  CHECK(server.server().counts().queued == 0);
  CHECK(server.Ask(PostOf("/echo", std::string(5'000, 'x'))).status == 200);
}

#ifndef __SANITIZE_ADDRESS__  // the sanitizers need descriptors to look at what is thrown
TEST_CASE("a server without descriptors does not begin", "[http][http_limits]") {
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  const rlimit none{0, before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &none) == 0);
  const SampleAnswerer answerer;
  const auto server = HttpServer::Open({.endpoints = {Endpoint::Tcp("127.0.0.1", 0)}}, answerer);
  const auto socket = ListeningSocket::Open(Endpoint::Tcp("127.0.0.1", 0));
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  REQUIRE_FALSE(server);
  CHECK_THAT(server.error().ToString(), ContainsSubstring("Too many open files"));
  REQUIRE_FALSE(socket);
  CHECK_THAT(socket.error().ToString(), ContainsSubstring("too many open files"));
}
#endif

TEST_CASE("a server without descriptors goes on when it has some", "[http][http_limits]") {
  RunningServer server;
  HttpClient client = server.Connect();
  REQUIRE(client.Ask(GetOf("/asked")).status == 200);
  rlimit before{};
  REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
  HttpClient waiting = server.Connect();
  REQUIRE(waiting.Ask(GetOf("/asked")).status == 200);
  std::vector<int> taken;
  const rlimit few{static_cast<rlim_t>(waiting.socket() + 20), before.rlim_max};
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &few) == 0);
  HttpClient late = server.Connect();  // its descriptor on our side
  for (int next = ::dup(0); next >= 0; next = ::dup(0)) taken.push_back(next);
  HttpReply reply = client.Ask(GetOf("/asked"));
  for (const int descriptor : taken) ::close(descriptor);
  REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
  CHECK(reply.status == 200);
  CHECK(late.Ask(GetOf("/asked")).status == 200);
  CHECK(server.Ask(GetOf("/asked")).status == 200);
}
