#pragma once

// A socket that clients connect to.

#include <cstdint>
#include <string>

#include "base/result.h"
#include "http/endpoint.h"
#include "http/file_descriptor.h"

namespace gatepost {

// Closed in the end; the file of a unix socket is removed then, unless another server has put its
// own there.
class ListeningSocket {
 public:
  // Does not block. A unix socket's file has mode 0660; one that a dead server has left there is
  // replaced.
  [[nodiscard]] static Result<ListeningSocket> Open(const Endpoint& endpoint);
  ListeningSocket(ListeningSocket&&) = default;
  ListeningSocket& operator=(ListeningSocket&&) = delete;
  ~ListeningSocket();

  // With the port that the system chose.
  [[nodiscard]] const Endpoint& endpoint() const { return endpoint_; }
  [[nodiscard]] int descriptor() const { return descriptor_.get(); }

 private:
  ListeningSocket(FileDescriptor descriptor, Endpoint endpoint)
      : descriptor_(std::move(descriptor)), endpoint_(std::move(endpoint)) {}
  static Result<ListeningSocket> OpenTcp(const Endpoint& endpoint);
  static Result<ListeningSocket> OpenUnix(const Endpoint& endpoint);

  FileDescriptor descriptor_;
  Endpoint endpoint_;
  uint64_t inode_ = 0;  // of a unix socket's file
};

}  // namespace gatepost
