#pragma once

// A request and its answer, with the memory that both borrow.

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

#include "http/byte_budget.h"
#include "http/request_head.h"
#include "http/response.h"

namespace gatepost {

// Shared by a connection and, while it is answered there, by a thread of the pool: whoever of the
// two is first in Decide says what is sent. Of a job that is answered late the thread keeps all
// that it reads, for as long as it needs it.
class RequestJob {
 public:
  using Clock = Request::Clock;

  explicit RequestJob(ByteBudget& budget) : taken(budget) {}

  // True for the first to ask.
  [[nodiscard]] bool Decide() { return !is_decided_.exchange(true, std::memory_order_acq_rel); }
  [[nodiscard]] bool is_decided() const { return is_decided_.load(std::memory_order_acquire); }

  // What there is to tell of it, when its answer is there.
  [[nodiscard]] std::chrono::nanoseconds TookUntil(Clock::time_point now) const {
    return now - received;
  }
  // Small enough to be kept for the connection's next request.
  [[nodiscard]] bool is_small() const {
    return body.capacity() <= kMaxKept && response.body.capacity() <= kMaxKept;
  }
  // Of a request that is refused.
  void DropBody() {
    body = {};
    taken.GiveBack();
  }
  // As new, but keeps the memory.
  void Clear() {
    head = {};
    head_text.clear();
    body.clear();
    response.Clear();
    taken.GiveBack();
    is_decided_.store(false, std::memory_order_relaxed);
  }

  RequestHead head;  // borrows the next two
  std::string head_text;
  std::string body;
  Response response;
  Clock::time_point received;  // the whole of it
  TakenBytes taken;            // for the body

 private:
  static constexpr size_t kMaxKept = 64 << 10;

  std::atomic<bool> is_decided_ = false;
};

}  // namespace gatepost
