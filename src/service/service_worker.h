#pragma once

// What a thread of the service writes to.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "http/answerer.h"
#include "service/gate.h"
#include "service/post_buffer.h"
#include "service/worker_counts.h"

namespace gatepost::service {

// One per thread. Borrows what it is made with.
class ServiceWorker final : public AnswerWorker {
 public:
  ServiceWorker(const CurrentGate& current, std::shared_ptr<WorkerCounts> counts)
      : current_(current), counts_(std::move(counts)) {}

  // Takes up the gate that is in use now, for one request.
  void Begin();
  // Begins anew with all that it writes to: an exception may have left anything there.
  void Forget();
  // The gate of Begin.
  [[nodiscard]] const Gate& gate() const { return *gate_; }
  // Of its scanner of that language.
  [[nodiscard]] Worker& WorkerOf(Language language);
  [[nodiscard]] WorkerCounts& counts() { return *counts_; }
  [[nodiscard]] PostBuffer& posts() { return posts_; }

 private:
  const CurrentGate& current_;
  std::shared_ptr<WorkerCounts> counts_;
  uint64_t version_ = 0;
  std::shared_ptr<const Gate> gate_;
  std::array<std::optional<Worker>, 2> workers_;  // by Language; of gate_'s scanners
  PostBuffer posts_;
};

}  // namespace gatepost::service
