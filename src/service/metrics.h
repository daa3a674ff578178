#pragma once

// What a service counts, over all of its threads, as a page for Prometheus.

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "http/http_server.h"
#include "service/gate.h"
#include "service/worker_counts.h"

namespace gatepost::service {

// Thread-safe.
class Metrics {
 public:
  // The counts of one more thread, which are kept after it ends.
  [[nodiscard]] std::shared_ptr<WorkerCounts> AddWorker();
  // Those that belong to no thread that answers: of refusals, of late answers.
  [[nodiscard]] WorkerCounts& shared() { return *shared_; }
  // What the server counts; until it is set, it is not told.
  void SetServer(std::function<HttpCounts()> counts);
  void CountReload(bool was_taken);

  // In Prometheus' text format, version 0.0.4.
  [[nodiscard]] std::string Page(const Gate& gate) const;

 private:
  [[nodiscard]] Counts Total() const;

  mutable std::mutex mutex_;
  std::vector<std::shared_ptr<WorkerCounts>> workers_;
  std::shared_ptr<WorkerCounts> shared_ = std::make_shared<WorkerCounts>();
  std::function<HttpCounts()> server_;
  uint64_t reloads_taken_ = 0;
  uint64_t reloads_refused_ = 0;
  bool last_was_taken_ = true;
};

}  // namespace gatepost::service
