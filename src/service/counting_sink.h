#pragma once

// Verdicts counted on their way.

#include <utility>

#include "scan/scanner.h"
#include "service/call.h"

namespace gatepost::service {

// Borrows both.
class CountingSink final : public VerdictSink {
 public:
  CountingSink(const Call& call, VerdictSink& next) : call_(call), next_(next) {}

  void Accept(const Post& post, Verdict verdict) override {
    const Gate& gate = call_.gate();
    call_.worker.counts().AddVerdict(post, verdict, gate.set().patterns(), gate.policy());
    next_.Accept(post, std::move(verdict));
  }

 private:
  const Call& call_;
  VerdictSink& next_;
};

}  // namespace gatepost::service
