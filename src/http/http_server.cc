#include "http/http_server.h"

#include <atomic>
#include <exception>
#include <string>
#include <thread>
#include <utility>

#include "http/acceptor.h"
#include "http/io_loop.h"
#include "http/listening_socket.h"
#include "http/server_parts.h"

namespace gatepost {

struct HttpServer::State {
  State(HttpOptions asked, const Answerer& answerer)
      : options(std::move(asked)), parts(answerer, options.limits, options.threads) {
    for (size_t i = 0; i < options.threads; ++i) loops.push_back(std::make_unique<IoLoop>(parts));
  }
  // The pool's threads hand their answers to loops, and connections in loops use the parts.
  ~State() { parts.pool.reset(); }

  HttpOptions options;
  ServerParts parts;
  std::vector<ListeningSocket> sockets;
  std::vector<Endpoint> endpoints;
  Acceptor::Loops loops;
  std::vector<std::unique_ptr<Acceptor>> acceptors;
};

HttpServer::HttpServer(std::unique_ptr<State> state) : state_(std::move(state)) {}
HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::Open(HttpOptions options,
                                                     const Answerer& answerer) {
  try {
    return Begin(std::move(options), answerer);
  } catch (const std::exception& error) {  // of Asio and of threads
    return Fail(ErrorCode::kUnreadable,
                std::string("the server cannot begin: ") + error.what() +
                    ". Let it have more open files and threads, or tell it to use fewer threads.");
  }
}

Result<std::unique_ptr<HttpServer>> HttpServer::Begin(HttpOptions options,
                                                      const Answerer& answerer) {
  std::unique_ptr<HttpServer> server(
      new HttpServer(std::make_unique<State>(std::move(options), answerer)));
  State& state = *server->state_;
  if (Status status = server->ReloadCertificate(); !status) return Fail(status.error());
  for (const Endpoint& endpoint : state.options.endpoints) {
    auto socket = ListeningSocket::Open(endpoint);
    if (!socket) return Fail(socket.error());
    state.endpoints.push_back(socket->endpoint());
    state.acceptors.push_back(std::make_unique<Acceptor>(*socket, state.loops));
    state.sockets.push_back(std::move(*socket));
  }
  return server;
}

const std::vector<Endpoint>& HttpServer::endpoints() const { return state_->endpoints; }

void HttpServer::Run() {
  for (const auto& acceptor : state_->acceptors) acceptor->Start();
  std::vector<std::thread> threads;
  for (size_t i = 1; i < state_->loops.size(); ++i) {
    threads.emplace_back([&loop = *state_->loops[i]] { loop.Run(); });
  }
  state_->loops.front()->Run();
  for (std::thread& thread : threads) thread.join();
}

void HttpServer::Stop() {
  State& state = *state_;
  state.loops.front()->Post([&state] {
    for (const auto& acceptor : state.acceptors) acceptor->Stop();
    state.sockets.clear();  // and the files of unix sockets
    // Behind the connections that were handed to them.
    for (const auto& loop : state.loops) {
      loop->Post([&loop = *loop] { loop.Drain(); });
    }
  });
}

Status HttpServer::ReloadCertificate() {
  const TlsFiles& files = state_->options.tls;
  if (files.certificate.empty()) return {};
  auto context = LoadTlsContext(files);
  if (!context) return Fail(context.error());
  state_->parts.tls.Set(std::move(*context));
  return {};
}

HttpCounts HttpServer::counts() const {
  const ServerCounters& counters = state_->parts.counters;
  const auto of = [](const std::atomic<uint64_t>& count) {
    return count.load(std::memory_order_relaxed);
  };
  return {of(counters.connections_open), of(counters.connections_accepted),
          of(counters.connections_refused), state_->parts.pool->jobs(), of(counters.shed)};
}

}  // namespace gatepost
