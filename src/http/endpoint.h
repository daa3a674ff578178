#pragma once

#include <cstdint>
#include <string>
#include <utility>

namespace gatepost {

// Where to listen.
struct Endpoint {
  enum class Kind : uint8_t { kTcp, kUnix };
  Kind kind = Kind::kTcp;
  std::string host;   // an IPv4 or IPv6 address, or of a unix socket the path
  uint16_t port = 0;  // 0: any that is free

  [[nodiscard]] static Endpoint Tcp(std::string address, uint16_t port) {
    return {Kind::kTcp, std::move(address), port};
  }
  [[nodiscard]] static Endpoint Unix(std::string path) { return {Kind::kUnix, std::move(path), 0}; }
};

}  // namespace gatepost
