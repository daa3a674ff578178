#include "http/listening_socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

#include "base/system_error.h"

namespace gatepost {
namespace {

constexpr mode_t kUnixMode = 0660;

std::string NameOf(const Endpoint& endpoint) {
  if (endpoint.kind == Endpoint::Kind::kUnix) return endpoint.host;
  const bool is_ipv6 = endpoint.host.find(':') != std::string::npos;
  const std::string port = std::to_string(endpoint.port);
  return (is_ipv6 ? "[" + endpoint.host + "]:" : endpoint.host + ":") + port;
}

tl::unexpected<Error> CannotListen(const Endpoint& endpoint, int error_number) {
  std::string message = "cannot listen there: " + ReasonOf(error_number) + ". ";
  if (error_number == EADDRINUSE) {
    message += "Stop the server that does, or choose another address.";
  } else if (error_number == EACCES) {
    message += "Choose an address that may be listened at.";
  } else if (endpoint.kind == Endpoint::Kind::kUnix) {
    message += "Choose a path in a folder that is there.";
  } else {
    message += "Choose an address of this machine.";
  }
  return Fail(ErrorCode::kUnreadable, std::move(message), {NameOf(endpoint)});
}

FileDescriptor NewSocket(int family) {
  return FileDescriptor(::socket(family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
}

void SwitchOn(const FileDescriptor& socket, int level, int option) {
  const int on = 1;
  ::setsockopt(socket.get(), level, option, &on, sizeof(on));
}

using AddressList = std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)>;

AddressList AddressesOf(const Endpoint& endpoint) {
  addrinfo hints{};
  hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE;
  hints.ai_socktype = SOCK_STREAM;
  addrinfo* list = nullptr;
  const std::string port = std::to_string(endpoint.port);
  ::getaddrinfo(endpoint.host.c_str(), port.c_str(), &hints, &list);
  return {list, ::freeaddrinfo};
}

uint16_t PortOf(const FileDescriptor& socket) {
  sockaddr_storage address{};
  socklen_t size = sizeof(address);
  if (::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
  if (address.ss_family == AF_INET6) {
    return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
  }
  return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

// Nothing if the path is too long.
bool SetPath(const std::string& path, sockaddr_un& address) {
  address.sun_family = AF_UNIX;
  if (path.empty() || path.size() >= sizeof(address.sun_path)) return false;
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  return true;
}

const sockaddr* Generic(const sockaddr_un& address) {
  return reinterpret_cast<const sockaddr*>(&address);
}

// Removes the socket of a server that has ended without doing so.
Status RemoveStale(const Endpoint& endpoint, const sockaddr_un& address) {
  struct stat status {};
  if (::lstat(endpoint.host.c_str(), &status) != 0) return {};  // binding says what is wrong
  if (!S_ISSOCK(status.st_mode)) {
    return Fail(ErrorCode::kUnreadable, "is there and is no socket. Choose another path.",
                {endpoint.host});
  }
  const FileDescriptor probe = NewSocket(AF_UNIX);
  const int outcome = ::connect(probe.get(), Generic(address), sizeof(address));
  // A server whose queue is full does not answer either: only a refusal says that there is none.
  if (outcome == 0 || errno != ECONNREFUSED) return CannotListen(endpoint, EADDRINUSE);
  ::unlink(endpoint.host.c_str());
  return {};
}

}  // namespace

Result<ListeningSocket> ListeningSocket::Open(const Endpoint& endpoint) {
  return endpoint.kind == Endpoint::Kind::kUnix ? OpenUnix(endpoint) : OpenTcp(endpoint);
}

Result<ListeningSocket> ListeningSocket::OpenTcp(const Endpoint& endpoint) {
  const AddressList address = AddressesOf(endpoint);
  if (address == nullptr) {
    return Fail(ErrorCode::kUsage, "is no IP address. Give one, like 127.0.0.1 or ::1.",
                {endpoint.host});
  }
  FileDescriptor socket = NewSocket(address->ai_family);
  if (!socket.is_open()) return CannotListen(endpoint, errno);
  SwitchOn(socket, SOL_SOCKET, SO_REUSEADDR);
  // So that [::] and 0.0.0.0 may both be listened at.
  if (address->ai_family == AF_INET6) SwitchOn(socket, IPPROTO_IPV6, IPV6_V6ONLY);
  if (::bind(socket.get(), address->ai_addr, address->ai_addrlen) != 0 ||
      ::listen(socket.get(), SOMAXCONN) != 0) {
    return CannotListen(endpoint, errno);
  }
  Endpoint bound = endpoint;
  bound.port = PortOf(socket);
  return ListeningSocket(std::move(socket), std::move(bound));
}

Result<ListeningSocket> ListeningSocket::OpenUnix(const Endpoint& endpoint) {
  sockaddr_un address{};
  if (!SetPath(endpoint.host, address)) {
    return Fail(ErrorCode::kUsage, "is too long for a socket's path: 107 bytes at the most.",
                {endpoint.host});
  }
  if (Status status = RemoveStale(endpoint, address); !status) return Fail(status.error());
  FileDescriptor socket = NewSocket(AF_UNIX);
  // Nobody can connect before it listens, so the mode is right from the start.
  if (!socket.is_open() || ::bind(socket.get(), Generic(address), sizeof(address)) != 0 ||
      ::chmod(endpoint.host.c_str(), kUnixMode) != 0 || ::listen(socket.get(), SOMAXCONN) != 0) {
    return CannotListen(endpoint, errno);
  }
  ListeningSocket listening(std::move(socket), endpoint);
  struct stat status {};
  if (::lstat(endpoint.host.c_str(), &status) == 0) listening.inode_ = status.st_ino;
  return listening;
}

ListeningSocket::~ListeningSocket() {
  if (!descriptor_.is_open() || endpoint_.kind != Endpoint::Kind::kUnix) return;
  struct stat status {};
  if (::lstat(endpoint_.host.c_str(), &status) == 0 && status.st_ino == inode_) {
    ::unlink(endpoint_.host.c_str());
  }
}

}  // namespace gatepost
