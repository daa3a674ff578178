#pragma once

// What a client asks, without a socket: a server takes requests off the wire, and an Answerer says
// what to send back.

#include <chrono>
#include <cstdint>
#include <string_view>

namespace gatepost {

enum class Method : uint8_t { kGet, kHead, kPost, kOptions, kOther };

// Borrows the connection's buffers; valid until the answer is made.
struct Request {
  using Clock = std::chrono::steady_clock;

  Method method = Method::kGet;
  std::string_view path;   // of the target, up to "?", as sent: percent-encoding is not undone
  std::string_view query;  // of the target, behind "?"
  // Headers; empty if absent.
  std::string_view content_type;
  std::string_view authorization;
  std::string_view origin;
  std::string_view body;  // empty while only the header has been read
  // By when the answer is wanted. What is not looked at by then is told as not looked at.
  Clock::time_point deadline = Clock::time_point::max();
};

}  // namespace gatepost
