#pragma once

// A run of `redact`: inputs in, the same with personal data taken out, and the exit status.

#include <cstdint>
#include <string>

#include "cli/exit_code.h"
#include "cli/input_reader.h"
#include "cli/output.h"
#include "cli/redact_job.h"
#include "scan/ordered_pool.h"
#include "scan/redactor.h"
#include "scan/scanner.h"

namespace gatepost {

struct RedactRunOptions {
  PostDefaults defaults = {};
  size_t threads = 1;  // that scan, at most; the output is the same for any number
};

// Borrows the scanner, redactor and output, which must outlive it. Used by one thread.
class RedactRun final : private RedactResultSink, private PostTarget {
 public:
  RedactRun(const Scanner& scanner, Redactor& redactor, Output& output,
            const RedactRunOptions& options);

  // What is read there is redacted.
  [[nodiscard]] InputReader& inputs() { return inputs_; }
  // Waits for all of it.
  [[nodiscard]] Status Finish();

  // After Finish. kCannotRun if not one input could be read.
  [[nodiscard]] ExitCode exit_code() const;
  // Tells on standard error how much was done, by pattern and never by value. After Finish.
  void PrintSummary() const;

 private:
  Status TakePosts(PostBatch batch) override;
  Status TakeProblem(Problem problem) override;
  Status Accept(RedactResult& result) override;

  RedactTools tools_;
  InputReader inputs_;
  uint64_t next_turn_ = 0;
  // What follows belongs to whatever thread delivers, until the pool has finished.
  bool is_within_line_ = false;  // what was written last ends without a line end
  Output& output_;
  RedactResult totals_;
  uint64_t problems_ = 0;
  OrderedPool pool_;
};

}  // namespace gatepost
