#pragma once

// What a client may make large, slow or many, and how far.

#include <chrono>
#include <cstdint>

namespace gatepost {

struct HttpLimits {
  using Duration = std::chrono::milliseconds;

  uint32_t max_header_bytes = 16 << 10;
  uint32_t max_connections = 4096;  // others are told 503
  // Requests with bodies above this are answered by the pool, so that a long one holds up no other.
  uint32_t inline_body_bytes = 4 << 10;
  uint32_t max_queued = 256;  // waiting for the pool or answered there; more are told 503
  uint64_t max_queued_bytes = 64 << 20;  // of such bodies, from their first byte on; as well
  // Absolute: a client that drips bytes gets no more time than one that sends none.
  Duration header_time{10'000};  // from the first byte of a request, or of the connection
  Duration body_time{30'000};
  Duration reply_time{30'000};  // to take the answer
  Duration idle_time{75'000};   // between requests
  Duration check_time{2'000};   // from the whole request read to its deadline
  Duration drain_time{10'000};  // for requests under way, once stopped
};

}  // namespace gatepost
