#pragma once

// One request on its way through a handler.

#include "http/request.h"
#include "http/response.h"
#include "service/client.h"
#include "service/metrics.h"
#include "service/reloading.h"
#include "service/service_worker.h"

namespace gatepost::service {

// Borrows everything.
struct Call {
  const Request& request;
  const Client& client;
  ServiceWorker& worker;
  const Metrics& metrics;
  const ReloadState& reloads;
  Response& response;

  [[nodiscard]] const Gate& gate() const { return worker.gate(); }
  [[nodiscard]] bool is_late() const { return Request::Clock::now() >= request.deadline; }
};

}  // namespace gatepost::service
