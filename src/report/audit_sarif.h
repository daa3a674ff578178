#pragma once

// How much goes into a SARIF report.

#include <cstdint>

#include "report/audit_sink.h"

namespace gatepost {

// By default what GitHub takes of a file: https://docs.github.com/code-security, "SARIF support for
// code scanning". What is over them is left out, and a notification says so.
struct SarifLimits {
  uint64_t results_per_run = 25'000;
  uint64_t runs = 20;

  [[nodiscard]] uint64_t results() const { return results_per_run * runs; }
};

[[nodiscard]] Status WriteAuditSarif(const AuditReportJob& job, const SarifLimits& limits);

}  // namespace gatepost
