#include "service/service_worker.h"

namespace gatepost::service {

void ServiceWorker::Begin() {
  const uint64_t version = current_.version();
  if (version == version_) return;
  for (std::optional<Worker>& worker : workers_) worker.reset();  // before the gate they borrow
  gate_ = current_.Get();
  version_ = version;
}

void ServiceWorker::Forget() {
  for (std::optional<Worker>& worker : workers_) worker.reset();
  posts_ = PostBuffer();
}

Worker& ServiceWorker::WorkerOf(Language language) {
  std::optional<Worker>& worker = workers_[static_cast<size_t>(language)];
  if (!worker) worker.emplace(gate_->scanner(language));
  return *worker;
}

}  // namespace gatepost::service
