#pragma once

// Requests out of bytes as they arrive: Beast's parser, and stricter than it. Whatever two readers
// could understand in two ways is refused, so that no proxy in front of the service and the service
// itself can differ over where a request ends (RFC 9112, 11.2).

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

#include "http/request_job.h"

namespace gatepost {

// One request after the other. Not thread-safe.
class RequestParser {
 public:
  enum class Outcome : uint8_t {
    kMore,   // there is more to come
    kHead,   // the head is there: AllowBody, and go on
    kWhole,  // all of the request is
    kBad,    // it is not HTTP/1.0 or 1.1, or its framing is ambiguous
    kHeaderTooLarge,
    kBodyTooLarge,
  };
  struct Step {
    Outcome outcome;
    size_t taken = 0;  // bytes that belong to the request: the next call is given those behind them
  };

  explicit RequestParser(uint32_t max_header_bytes);
  ~RequestParser();

  // Reads into job.head, job.head_text and job.body. What `bytes` hold beyond `taken` is to be
  // given again, with more behind it.
  [[nodiscard]] Step Read(std::string_view bytes, RequestJob& job);
  // After kHead.
  void AllowBody(uint64_t max_bytes);
  // Go on with the next request.
  void BeginNext();

 private:
  class Parser;

  [[nodiscard]] Step ReadHead(std::string_view bytes);
  [[nodiscard]] Step ReadBody(std::string_view bytes);
  // Of the bytes that a body ends with.
  [[nodiscard]] bool HasFoldedTrailer(std::string_view end) const;

  uint32_t max_header_bytes_;
  size_t head_bytes_ = 0;  // taken
  std::unique_ptr<Parser> parser_;
};

}  // namespace gatepost
