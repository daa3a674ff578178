#pragma once

// Handles of the C API that free themselves, for tests.

#include <gatepost/gatepost_c.h>

#include <memory>
#include <string>

#include "catch.h"

namespace gatepost::c {

template <auto Free>
struct Freer {
  template <class T>
  void operator()(T* handle) const {
    Free(handle);
  }
};
using ErrorHandle = std::unique_ptr<gatepost_error, Freer<gatepost_error_free>>;
using ScannerHandle = std::unique_ptr<gatepost_scanner, Freer<gatepost_scanner_free>>;
using WorkerHandle = std::unique_ptr<gatepost_worker, Freer<gatepost_worker_free>>;

inline const std::string kUkPatterns = GATEPOST_SOURCE_DIR "/patterns/uk";
inline const char* const kFolders[] = {kUkPatterns.c_str()};

inline gatepost_options SampleOptions() {
  return {.struct_size = sizeof(gatepost_options),
          .folder_count = 1,
          .folders = kFolders,
          .policy_file = nullptr,
          .channel = nullptr,
          .max_post_bytes = 0,
          .as_of_year = 2026,
          .as_of_month = 3,
          .as_of_day = 31,
          .language = GATEPOST_ENGLISH,
          .cache_folder = GATEPOST_TEST_CACHE};
}

inline gatepost_columns NewColumns() {
  gatepost_columns columns = {};
  columns.struct_size = sizeof columns;
  return columns;
}

// What a call comes to: its code, and the text of its error.
struct Outcome {
  gatepost_code code = GATEPOST_OK;
  std::string text;
};

// Runs `call`, which is given the out-parameter of an error.
template <class Call>
Outcome OutcomeOf(const Call& call) {
  gatepost_error* raw = nullptr;
  const gatepost_code code = call(&raw);
  const ErrorHandle error(raw);
  CHECK(gatepost_error_code(raw) == code);
  CHECK((code == GATEPOST_OK) == (raw == nullptr));
  return {code, gatepost_error_text(raw)};
}

inline Outcome TryOpen(const gatepost_options& options) {
  gatepost_scanner* scanner = nullptr;
  Outcome outcome =
      OutcomeOf([&](auto** error) { return gatepost_scanner_open(&options, &scanner, error); });
  const ScannerHandle freed(scanner);
  CHECK((outcome.code == GATEPOST_OK) == (scanner != nullptr));
  return outcome;
}

inline ScannerHandle Opened(const gatepost_options& options = SampleOptions()) {
  gatepost_scanner* scanner = nullptr;
  REQUIRE(gatepost_scanner_open(&options, &scanner, nullptr) == GATEPOST_OK);
  return ScannerHandle(scanner);
}

inline WorkerHandle WorkerOf(const ScannerHandle& scanner) {
  gatepost_worker* worker = nullptr;
  REQUIRE(gatepost_worker_new(scanner.get(), &worker, nullptr) == GATEPOST_OK);
  return WorkerHandle(worker);
}

}  // namespace gatepost::c
