#pragma once

// Requests out of a stream of bytes, one after the other, with a limit on each part of them.

#include <cstdint>

#include "http/answerer.h"
#include "http/http_limits.h"
#include "http/read_buffer.h"
#include "http/request_job.h"
#include "http/request_parser.h"

namespace gatepost {

// One per connection. Borrows the answerer and the limits.
class RequestReader {
 public:
  enum class Step : uint8_t {
    kMore,      // there is more to come
    kContinue,  // the client waits for "100 Continue"; read on
    kWhole,
    kRefused,      // because of refusal()
    kNotAdmitted,  // the answerer has made the response
  };

  RequestReader(const Answerer& answerer, const HttpLimits& limits)
      : answerer_(answerer), limits_(limits), parser_(limits.max_header_bytes) {}

  // Takes what is there of the request that is to be read into `job`.
  [[nodiscard]] Step Read(ReadBuffer& in, RequestJob& job);
  // Go on with the next request.
  void BeginNext();

  [[nodiscard]] Refusal refusal() const { return refusal_; }
  [[nodiscard]] bool is_in_body() const { return is_in_body_; }

 private:
  [[nodiscard]] Step Admit(RequestJob& job, bool is_all_read);
  [[nodiscard]] bool HasRoomFor(RequestJob& job) const;
  [[nodiscard]] Step Refuse(Refusal refusal);

  const Answerer& answerer_;
  const HttpLimits& limits_;
  RequestParser parser_;
  bool is_begun_ = false;  // some of the request has come
  bool is_in_body_ = false;
  Refusal refusal_ = Refusal::kBadRequest;
};

}  // namespace gatepost
