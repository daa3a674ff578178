#pragma once

// Takes connections off listening sockets and spreads them over the loops.

#include <cstddef>
#include <memory>
#include <vector>

#include "http/io_loop.h"
#include "http/listening_socket.h"

#include <boost/asio/posix/stream_descriptor.hpp>

namespace gatepost {

// Of one socket. Used on the first loop's thread, which also takes connections for the others: in
// turn, so that a few busy ones are spread evenly, which SO_REUSEPORT does not promise. Borrows
// everything.
class Acceptor {
 public:
  using Loops = std::vector<std::unique_ptr<IoLoop>>;

  Acceptor(const ListeningSocket& socket, const Loops& loops);
  // Until it is stopped.
  void Start();
  // What has connected is still taken.
  void Stop();

 private:
  void Wait();
  void WaitAWhile();
  // 0, or why there is no other.
  int AcceptAll();
  // False if there is no memory for it.
  [[nodiscard]] bool Take(FileDescriptor socket);

  const Loops& loops_;
  ServerParts& parts_;
  const bool has_tls_;
  size_t next_ = 0;  // loop
  net::posix::stream_descriptor listening_;
  net::steady_timer pause_;
};

}  // namespace gatepost
