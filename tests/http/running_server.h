#pragma once

// An HttpServer that runs, with a SampleAnswerer behind it.

#include <memory>
#include <string>
#include <thread>
#include <utility>

#include "catch.h"
#include "http/http_client.h"
#include "http/http_server.h"
#include "http/sample_answerer.h"

namespace gatepost {

// Stopped in the end.
class RunningServer {
 public:
  explicit RunningServer(HttpOptions options = {}) {
    if (options.endpoints.empty()) options.endpoints = {Endpoint::Tcp("127.0.0.1", 0)};
    auto server = HttpServer::Open(std::move(options), answerer);
    if (!server) FAIL(server.error().ToString());
    server_ = std::move(*server);
    thread_ = std::thread([this] { server_->Run(); });
  }
  explicit RunningServer(const HttpLimits& limits)
      : RunningServer(HttpOptions{.endpoints = {}, .limits = limits}) {}
  ~RunningServer() {
    answerer.LetGo();
    Stop();
    Join();
  }

  void Stop() { server_->Stop(); }
  // Until Run returns.
  void Join() {
    if (thread_.joinable()) thread_.join();
  }
  [[nodiscard]] HttpServer& server() { return *server_; }
  [[nodiscard]] const Endpoint& endpoint(size_t nth = 0) const { return server_->endpoints()[nth]; }
  [[nodiscard]] HttpClient Connect(size_t nth = 0) const { return HttpClient(endpoint(nth)); }
  // One request on a connection of its own.
  [[nodiscard]] HttpReply Ask(std::string_view bytes) const { return Connect().Ask(bytes); }

  SampleAnswerer answerer;

 private:
  std::unique_ptr<HttpServer> server_;
  std::thread thread_;
};

}  // namespace gatepost
