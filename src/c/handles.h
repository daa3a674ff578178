#pragma once

// What stands behind the opaque handles of the C API.

#include <atomic>
#include <memory>
#include <string>
#include <vector>

#include "c/columns.h"
#include "c/gatepost_c.h"
#include "scan/scanner.h"

// NOLINTBEGIN(readability-identifier-naming): named in gatepost_c.h.

struct gatepost_error {
  gatepost_code code;
  std::string text;
};

struct gatepost_scanner {
  std::shared_ptr<const gatepost::Scanner> scanner;
};

struct gatepost_worker {
  explicit gatepost_worker(const gatepost_scanner& of) : scanner(of.scanner), worker(*of.scanner) {}

  std::shared_ptr<const gatepost::Scanner> scanner;  // outlives `worker`, whoever is freed first
  gatepost::Worker worker;
  std::atomic_flag is_busy;
  std::vector<gatepost::Post> posts;  // kept for their memory; their texts are those of the call
  gatepost::c::Columns columns;
};

// NOLINTEND(readability-identifier-naming)
