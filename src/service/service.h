#pragma once

// The whole service but its sockets: requests in, answers out.
//
//   Service service({.gate = current, .tokens = book, …});
//   auto server = HttpServer::Open({.endpoints = …}, service);

#include <cstdint>
#include <memory>

#include "http/answerer.h"
#include "service/gate.h"
#include "service/metrics.h"
#include "service/reloading.h"
#include "service/request_log.h"
#include "service/route.h"
#include "service/token_book.h"

namespace gatepost::service {

// Borrowed; all of it thread-safe.
struct ServiceParts {
  const CurrentGate& gate;
  const ReloadState& reloads;
  Metrics& metrics;
  RequestLog& log;
  // nullptr: whoever can reach the service may ask for all but fingerprints.
  const CurrentTokens* tokens = nullptr;
  uint64_t max_body_bytes = 1 << 20;  // of a check; other routes may take several of it
};

// Const, shared by all threads.
class Service final : public Answerer {
 public:
  explicit Service(const ServiceParts& parts);

  [[nodiscard]] std::unique_ptr<AnswerWorker> MakeWorker() const override;
  [[nodiscard]] Admission Admit(const Request& head, Response& response) const override;
  void Answer(const Request& request, AnswerWorker& worker, Response& response) const override;
  void AnswerLate(const Request& request, Response& response) const override;
  void Refuse(Refusal refusal, const Request& head, Response& response) const override;
  void Tell(const Request& request, const Response& response, const Exchange& exchange,
            AnswerWorker* worker) const override;

 private:
  // Where a request goes, and who sends it.
  struct Arrival;
  [[nodiscard]] Arrival ArrivalOf(const Request& request, Response& response) const;
  [[nodiscard]] std::shared_ptr<const Client> ClientOf(const Arrival& arrival,
                                                       const Request& request) const;
  // Who asks, if they may; else nullptr, and `response` says why not.
  [[nodiscard]] std::shared_ptr<const Client> Authorise(const Arrival& arrival,
                                                        const Request& request,
                                                        Response& response) const;

  ServiceParts parts_;
  std::shared_ptr<const Client> nobody_;  // asks where no right is needed
  std::shared_ptr<const Client> anyone_;  // asks where there are no tokens
};

}  // namespace gatepost::service
