#pragma once

// What a server serves. HttpServer owns sockets, limits and deadlines; an Answerer owns meaning.

#include <chrono>
#include <cstdint>
#include <memory>

#include "http/request.h"
#include "http/response.h"

namespace gatepost {

// What one thread writes to while it answers: buffers and scratch.
class AnswerWorker {
 public:
  virtual ~AnswerWorker() = default;
};

// Whether the body of a request is wanted, once its header is known.
struct Admission {
  bool is_admitted = true;
  uint64_t max_body_bytes = 0;  // a longer one is refused with 413
};

// Why a server itself refuses a request.
enum class Refusal : uint8_t {
  kBadRequest,      // 400: what was sent is not HTTP, or its framing is ambiguous
  kTimeout,         // 408: header or body did not come in time
  kTooLarge,        // 413: the body is over the limit
  kHeaderTooLarge,  // 431
  kOverloaded,      // 503 with Retry-After: as much work is queued as may be
};

// What became of a request, for logs and metrics.
struct Exchange {
  std::chrono::nanoseconds took{};  // from the whole request read to the answer made
  uint64_t body_bytes = 0;
  bool was_late = false;  // AnswerLate answered
};

// Const use is thread-safe. None of these throws or waits for anything but the processor.
class Answerer {
 public:
  virtual ~Answerer() = default;

  // One for each thread that answers.
  [[nodiscard]] virtual std::unique_ptr<AnswerWorker> MakeWorker() const = 0;

  // Called when the header has been read. A request that is not admitted is answered with
  // `response`, and its body is not read.
  [[nodiscard]] virtual Admission Admit(const Request& head, Response& response) const = 0;

  // `worker` is one that this made. `response` is clear.
  virtual void Answer(const Request& request, AnswerWorker& worker, Response& response) const = 0;

  // In place of an answer that is not there by the deadline. Quick; may run while Answer still
  // works at the same request on another thread.
  virtual void AnswerLate(const Request& request, Response& response) const = 0;

  // `head` has what is known of the request, which may be nothing.
  virtual void Refuse(Refusal refusal, const Request& head, Response& response) const = 0;

  // After every answer, from whichever of these it came; `worker` is nullptr if none made it.
  virtual void Tell(const Request& request, const Response& response, const Exchange& exchange,
                    AnswerWorker* worker) const = 0;
};

}  // namespace gatepost
