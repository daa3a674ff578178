#pragma once

// A client that sends exactly what it is told to, and reads one answer after the other.

#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <utility>

#include "catch.h"
#include "http/endpoint.h"

namespace gatepost {

struct HttpReply {
  int status = 0;  // 0: none came
  std::string head;
  std::string body;

  [[nodiscard]] bool Has(std::string_view line) const {
    return head.find("\r\n" + std::string(line) + "\r\n") != std::string::npos;
  }
};

class HttpClient {
 public:
  explicit HttpClient(const Endpoint& endpoint) {
    const bool is_unix = endpoint.kind == Endpoint::Kind::kUnix;
    const bool is_ipv6 = !is_unix && endpoint.host.find(':') != std::string::npos;
    socket_ = ::socket(is_unix ? AF_UNIX : is_ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
    const timeval patience{20, 0};  // so that a test fails, not hangs
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    int outcome = 0;
    if (is_unix) {
      sockaddr_un address{};
      address.sun_family = AF_UNIX;
      std::memcpy(address.sun_path, endpoint.host.c_str(), endpoint.host.size() + 1);
      outcome = Connect(address);
    } else if (is_ipv6) {
      sockaddr_in6 address{};
      address.sin6_family = AF_INET6;
      address.sin6_addr = in6addr_loopback;
      address.sin6_port = htons(endpoint.port);
      outcome = Connect(address);
    } else {
      sockaddr_in address{};
      address.sin_family = AF_INET;
      address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
      address.sin_port = htons(endpoint.port);
      outcome = Connect(address);
    }
    is_connected_ = outcome == 0;
  }
  HttpClient(HttpClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)),
        is_connected_(other.is_connected_),
        unread_(std::move(other.unread_)) {}
  ~HttpClient() { Close(); }

  [[nodiscard]] int socket() const { return socket_; }
  [[nodiscard]] bool is_connected() const { return is_connected_; }
  void Close() {
    if (socket_ >= 0) ::close(std::exchange(socket_, -1));
  }
  void SendNoMore() { ::shutdown(socket_, SHUT_WR); }

  // False once the server takes no more.
  bool Send(std::string_view bytes) {
    while (!bytes.empty()) {
      const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return true;
  }

  // The next answer; of one to HEAD, its head alone.
  HttpReply Read(bool is_to_head = false) {
    HttpReply reply;
    while (unread_.find("\r\n\r\n") == std::string::npos) {
      if (!ReadMore()) return reply;
    }
    reply.head = Take(unread_.find("\r\n\r\n") + 4);
    reply.status = std::atoi(reply.head.c_str() + std::strlen("HTTP/1.1 "));
    const size_t length = reply.head.find("\r\nContent-Length: ");
    if (is_to_head || length == std::string::npos) return reply;
    const size_t size = std::strtoul(
        reply.head.c_str() + length + std::strlen("\r\nContent-Length: "), nullptr, 10);
    while (unread_.size() < size && ReadMore()) {
    }
    reply.body = Take(std::min(size, unread_.size()));
    return reply;
  }
  HttpReply Ask(std::string_view bytes) {
    Send(bytes);
    return Read();
  }
  // The server closes, and in good order, and sends nothing before.
  bool IsClosed() {
    char byte = 0;
    return unread_.empty() && ::recv(socket_, &byte, 1, 0) == 0;
  }

 private:
  template <class Address>
  int Connect(const Address& address) {
    return ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof(address));
  }
  bool ReadMore() {
    char bytes[16 << 10];
    const ssize_t size = ::recv(socket_, bytes, sizeof(bytes), 0);
    if (size > 0) unread_.append(bytes, static_cast<size_t>(size));
    return size > 0;
  }
  std::string Take(size_t size) {
    std::string taken = unread_.substr(0, size);
    unread_.erase(0, size);
    return taken;
  }

  int socket_ = -1;
  bool is_connected_ = false;
  std::string unread_;
};

inline std::string GetOf(std::string_view path, std::string_view headers = {}) {
  return "GET " + std::string(path) + " HTTP/1.1\r\nHost: example.org\r\n" + std::string(headers) +
         "\r\n";
}
inline std::string PostOf(std::string_view path, std::string_view body,
                          std::string_view headers = {}) {
  return "POST " + std::string(path) +
         " HTTP/1.1\r\nHost: example.org\r\nContent-Length: " + std::to_string(body.size()) +
         "\r\n" + std::string(headers) + "\r\n" + std::string(body);
}

}  // namespace gatepost
