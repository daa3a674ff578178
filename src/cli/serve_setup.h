#pragma once

// What `serve` is told on the command line, and what it comes to.

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/loading.h"
#include "http/http_server.h"
#include "service/reloader.h"
#include "service/request_log.h"

namespace CLI {
class App;
}

namespace gatepost {

// As typed.
struct ServeSetup {
  std::vector<std::string> listen;
  std::vector<std::string> unix_sockets;
  std::string tokens;
  std::string certificate;
  std::string certificate_key;
  bool has_tls_in_front = false;
  std::vector<std::string> patterns;
  std::string policy;
  std::string channel;
  std::string key_file;
  bool is_unwatched = false;
  service::LogRequests log = service::LogRequests::kErrors;
  uint32_t threads = 0;  // 0: one for each core
  std::string max_body;
  std::string max_queued_bytes;
  HttpLimits limits;
};

// All options of `serve` but its subcommands.
void AddServeOptions(CLI::App& command, ServeSetup& setup);

// Where to listen, how and with which limits; kUsage for what does not fit together, and where the
// service would be open to others without protection.
[[nodiscard]] Result<HttpOptions> HttpOptionsOf(const ServeSetup& setup);
// The largest body of a check.
[[nodiscard]] Result<uint64_t> MaxBodyOf(const ServeSetup& setup);

// Loads patterns, policy, keys and tokens. The patterns come with their proofs if they are needed.
[[nodiscard]] tl::expected<service::Loaded, std::vector<Error>> LoadServed(const ServeSetup& setup,
                                                                           Proofs proofs);

}  // namespace gatepost
