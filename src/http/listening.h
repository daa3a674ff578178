#pragma once

// Where a service listens, as people write it, and whether it may.

#include <string>
#include <vector>

#include "base/result.h"
#include "http/http_server.h"

namespace gatepost {

inline constexpr uint16_t kDefaultPort = 8470;

// "127.0.0.1:8470", "[::1]:8470", "localhost:8470"; without a port kDefaultPort. kUsage for
// anything else: names of hosts are not looked up.
[[nodiscard]] Result<Endpoint> ParseEndpoint(const std::string& text);

// The same again; a unix socket as "unix:PATH".
[[nodiscard]] std::string TextOf(const Endpoint& endpoint);
// "http://127.0.0.1:8470".
[[nodiscard]] std::string UrlOf(const Endpoint& endpoint, bool has_tls);

// Only this machine can reach it.
[[nodiscard]] bool IsLocal(const Endpoint& endpoint);

// How those who ask are kept apart from those who listen in.
struct Protection {
  bool has_tokens = false;
  bool has_tls = false;
  bool has_tls_in_front = false;  // --insecure-http
};
// kUsage, with what to do, where others than this machine could ask without a token, or could read
// texts and tokens on their way.
[[nodiscard]] Status CheckProtection(const std::vector<Endpoint>& endpoints,
                                     const Protection& protection);

}  // namespace gatepost
