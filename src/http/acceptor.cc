#include "http/acceptor.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <new>
#include <utility>

#include "http/stream_connection.h"

namespace gatepost {
namespace {

// When the system has no more descriptors or memory: connections wait in its queue meanwhile.
constexpr std::chrono::milliseconds kPause{50};
// So that requests have a turn between connections.
constexpr int kMaxAtOnce = 64;
constexpr int kMaxAtEnd = SOMAXCONN / kMaxAtOnce;  // times

// Connections over the limit that are told so; others are closed at once.
uint64_t MaxTurnedAway(const HttpLimits& limits) { return 16 + limits.max_connections / 8; }

bool IsWorthAnother(int error_number) {
  return error_number == EINTR || error_number == ECONNABORTED || error_number == EPROTO;
}

}  // namespace

Acceptor::Acceptor(const ListeningSocket& socket, const Loops& loops)
    : loops_(loops),
      parts_(loops.front()->parts()),
      has_tls_(socket.endpoint().kind == Endpoint::Kind::kTcp && parts_.tls.Get() != nullptr),
      listening_(loops.front()->context(), ::fcntl(socket.descriptor(), F_DUPFD_CLOEXEC, 0)),
      pause_(loops.front()->context()) {}

void Acceptor::Start() { Wait(); }

void Acceptor::Stop() {
  if (!listening_.is_open()) return;
  // Not for ever: others may come as fast as these are taken.
  for (int i = 0; i < kMaxAtEnd && AcceptAll() == 0; ++i) {
  }
  boost::system::error_code ignored;
  listening_.close(ignored);
  pause_.cancel();
}

void Acceptor::Wait() {
  if (!listening_.is_open()) return;
  listening_.async_wait(net::posix::stream_descriptor::wait_read,
                        [this](const boost::system::error_code& error) {
                          if (error) return;
                          const int reason = AcceptAll();
                          reason == 0 || reason == EAGAIN ? Wait() : WaitAWhile();
                        });
}

void Acceptor::WaitAWhile() {
  pause_.expires_after(kPause);
  pause_.async_wait([this](const boost::system::error_code& error) {
    if (!error) Wait();
  });
}

int Acceptor::AcceptAll() {
  for (int i = 0; i < kMaxAtOnce; ++i) {
    FileDescriptor socket(
        ::accept4(listening_.native_handle(), nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket.is_open()) {
      if (!Take(std::move(socket))) return ENOMEM;
    } else if (!IsWorthAnother(errno)) {
      return errno;
    }
  }
  return 0;
}

bool Acceptor::Take(FileDescriptor socket) {
  ServerCounters& counters = parts_.counters;
  const uint64_t open = counters.connections_open.load(std::memory_order_relaxed);
  const uint64_t most = parts_.limits.max_connections;
  if (open >= most) counters.connections_refused.fetch_add(1, std::memory_order_relaxed);
  if (open >= most + MaxTurnedAway(parts_.limits)) return true;
  counters.connections_open.fetch_add(1, std::memory_order_relaxed);
  counters.connections_accepted.fetch_add(1, std::memory_order_relaxed);
  const int on = 1;
  ::setsockopt(socket.get(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));  // no unix socket's
  IoLoop& loop = *loops_[next_++ % loops_.size()];
  try {
    loop.Post([&loop, socket = std::move(socket), tls = has_tls_ ? parts_.tls.Get() : nullptr,
               welcome = open < most ? Welcome::kServe : Welcome::kTurnAway]() mutable {
      BeginConnection(loop, std::move(socket), tls, welcome);
    });
    return true;
  } catch (const std::bad_alloc&) {
    counters.connections_open.fetch_sub(1, std::memory_order_relaxed);
    return false;
  }
}

}  // namespace gatepost
