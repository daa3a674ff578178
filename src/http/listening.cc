#include "http/listening.h"

#include <boost/asio/ip/address.hpp>
#include <charconv>
#include <string_view>

namespace gatepost {
namespace {

tl::unexpected<Error> NoAddress(const std::string& text) {
  return Fail(ErrorCode::kUsage,
              "\"" + text +
                  "\" is nowhere to listen: write an address of this machine and a port, as "
                  "127.0.0.1:8470 or [::1]:8470.");
}

bool ReadPort(std::string_view digits, uint16_t& port) {
  const char* const end = digits.data() + digits.size();
  const auto [read, error] = std::from_chars(digits.data(), end, port);
  return error == std::errc() && read == end;
}

struct HostAndPort {
  std::string_view host;
  std::string_view port;
  bool has_port = false;
};

// An IPv6 address stands in brackets where a port follows, and may where none does.
HostAndPort Split(std::string_view text) {
  if (text.starts_with('[')) {
    const size_t end = text.find(']');
    if (end == std::string_view::npos) return {};
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && rest[0] != ':') return {};
    return {text.substr(1, end - 1), rest.substr(rest.empty() ? 0 : 1), !rest.empty()};
  }
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || text.find(':', colon + 1) != std::string_view::npos) {
    return {text, {}, false};
  }
  return {text.substr(0, colon), text.substr(colon + 1), true};
}

boost::asio::ip::address AddressOf(const std::string& host) {
  boost::system::error_code unused;
  return boost::asio::ip::make_address(host, unused);
}

}  // namespace

Result<Endpoint> ParseEndpoint(const std::string& text) {
  const HostAndPort parts = Split(text);
  const std::string_view host = parts.host == "localhost" ? "127.0.0.1" : parts.host;
  uint16_t port = kDefaultPort;
  if (parts.has_port && !ReadPort(parts.port, port)) return NoAddress(text);
  boost::system::error_code error;
  const auto address = boost::asio::ip::make_address(std::string(host), error);
  if (error) return NoAddress(text);
  return Endpoint::Tcp(address.to_string(), port);
}

std::string TextOf(const Endpoint& endpoint) {
  if (endpoint.kind == Endpoint::Kind::kUnix) return "unix:" + endpoint.host;
  const bool is_v6 = endpoint.host.find(':') != std::string::npos;
  return (is_v6 ? "[" + endpoint.host + "]" : endpoint.host) + ":" + std::to_string(endpoint.port);
}

std::string UrlOf(const Endpoint& endpoint, bool has_tls) {
  if (endpoint.kind == Endpoint::Kind::kUnix) return TextOf(endpoint);
  return (has_tls ? "https://" : "http://") + TextOf(endpoint);
}

bool IsLocal(const Endpoint& endpoint) {
  return endpoint.kind == Endpoint::Kind::kUnix || AddressOf(endpoint.host).is_loopback();
}

Status CheckProtection(const std::vector<Endpoint>& endpoints, const Protection& protection) {
  for (const Endpoint& endpoint : endpoints) {
    if (IsLocal(endpoint)) continue;
    if (!protection.has_tokens) {
      return Fail(ErrorCode::kUsage,
                  TextOf(endpoint) +
                      " can be reached from elsewhere, where anybody could ask: make tokens with "
                      "'gatepost serve token NAME --tokens FILE' and give --tokens FILE.");
    }
    if (!protection.has_tls && !protection.has_tls_in_front) {
      return Fail(ErrorCode::kUsage,
                  TextOf(endpoint) +
                      " can be reached from elsewhere, and texts and tokens could be read on their "
                      "way: give --tls-certificate and --tls-key, or --insecure-http if something "
                      "in front does TLS.");
    }
  }
  return {};
}

}  // namespace gatepost
