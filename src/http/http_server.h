#pragma once

// HTTP/1.1 over TCP, TLS and unix sockets, with limits on everything that a client can make large,
// slow or many.
//
//   auto server = HttpServer::Open({.endpoints = {Endpoint::Tcp("127.0.0.1", 8470)}}, service);
//   (*server)->Run();   // until another thread calls Stop

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "http/answerer.h"
#include "http/endpoint.h"
#include "http/http_limits.h"
#include "http/tls_context.h"

namespace gatepost {

struct HttpOptions {
  std::vector<Endpoint> endpoints;
  TlsFiles tls = {};  // of the TCP endpoints
  size_t threads = 1;
  HttpLimits limits = {};
};

// Counts since the start; what a metrics page shows of the server itself.
struct HttpCounts {
  uint64_t connections_open = 0;
  uint64_t connections_accepted = 0;
  uint64_t connections_refused = 0;
  uint64_t queued = 0;  // waiting for the pool, or answered there
  uint64_t shed = 0;    // answered 503
};

// Borrows the answerer.
class HttpServer {
 public:
  // Binds and listens: from now on connections are queued by the system. Errors say which endpoint
  // or file, and what to do.
  [[nodiscard]] static Result<std::unique_ptr<HttpServer>> Open(HttpOptions options,
                                                                const Answerer& answerer);
  ~HttpServer();

  // With the ports that the system chose.
  [[nodiscard]] const std::vector<Endpoint>& endpoints() const;
  // Serves on options.threads threads, of which this is one, until stopped and drained.
  void Run();
  // Accepts no more; requests under way are answered, idle connections closed; Run then returns,
  // after limits.drain_time at the latest. Thread-safe; may be called again.
  void Stop();
  // Reads the TLS files anew, for connections that come from now on. If they cannot be used, the
  // old ones stay in use. Thread-safe.
  [[nodiscard]] Status ReloadCertificate();
  [[nodiscard]] HttpCounts counts() const;  // thread-safe

 private:
  struct State;
  static Result<std::unique_ptr<HttpServer>> Begin(HttpOptions options, const Answerer& answerer);
  explicit HttpServer(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

}  // namespace gatepost
