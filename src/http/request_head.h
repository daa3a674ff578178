#pragma once

// What the head of an HTTP/1.x request says: of the request, and of how it comes.

#include <cstdint>

#include "http/request.h"

namespace gatepost {

// Borrows the text.
struct RequestHead {
  Request request;  // without a body
  uint64_t content_length = 0;
  bool is_chunked = false;
  bool is_http_1_0 = false;
  bool keeps_alive = true;        // the client wants the connection kept
  bool expects_continue = false;  // it waits for "100 Continue" before it sends the body

  [[nodiscard]] bool has_body() const { return is_chunked || content_length > 0; }
};

}  // namespace gatepost
