#pragma once

// What the threads of one HttpServer share.

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include "http/answerer.h"
#include "http/byte_budget.h"
#include "http/http_limits.h"
#include "http/tls_context.h"
#include "http/work_pool.h"

namespace gatepost {

// Thread-safe; what HttpCounts shows.
struct ServerCounters {
  std::atomic<uint64_t> connections_open = 0;
  std::atomic<uint64_t> connections_accepted = 0;
  std::atomic<uint64_t> connections_refused = 0;
  std::atomic<uint64_t> shed = 0;
};

// Thread-safe. The context that new connections are begun with; nullptr: none is.
class CurrentTls {
 public:
  [[nodiscard]] TlsContext Get() const {
    const std::lock_guard lock(mutex_);
    return context_;
  }
  void Set(TlsContext context) {
    const std::lock_guard lock(mutex_);
    context_ = std::move(context);
  }

 private:
  mutable std::mutex mutex_;
  TlsContext context_;
};

// Borrows the answerer; all of it thread-safe.
struct ServerParts {
  ServerParts(const Answerer& answers, const HttpLimits& limited, size_t threads)
      : answerer(answers),
        limits(limited),
        body_budget(limited.max_queued_bytes),
        pool(std::make_unique<WorkPool>(answers, threads, limited.max_queued)) {}

  const Answerer& answerer;
  const HttpLimits limits;
  ByteBudget body_budget;
  ServerCounters counters;
  CurrentTls tls;
  std::unique_ptr<WorkPool> pool;  // ends before the threads that it hands its answers to
};

}  // namespace gatepost
