#pragma once

// A run over exports: what is in them is read, scanned and kept.
//
//   auto summary = RunAudit(scanner, store, {.threads = 2}, {"archive.zip", "more/"}, events);

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "audit/audit_record.h"
#include "audit/store.h"
#include "base/result.h"
#include "post/input_walk.h"
#include "post/post_format.h"
#include "scan/scanner.h"

namespace gatepost {

struct AuditOptions {
  size_t threads = 1;
  ReadOptions read = {};
  WalkLimits limits = {};
  bool keeps_text = false;    // texts of posts with findings
  bool reads_again = false;   // inputs that were read before, too
  std::string gatepost;       // the version, for the store
  std::string store_path;     // of the store's file: no input, where a folder holds it
  std::function<Time()> now;  // the clock, for when the run begins and ends
};

// How far a run has come.
struct AuditProgress {
  uint64_t posts = 0;
  uint64_t text_bytes = 0;
  uint64_t findings = 0;  // that call for an action
  // Inputs are gone through twice, for what their files say about each other, and to be read.
  uint64_t surveyed_bytes = 0;
  uint64_t input_bytes = 0;        // read so far
  uint64_t input_bytes_total = 0;  // to be read; grows while inputs are surveyed
  uint64_t inputs = 0;
  uint64_t inputs_total = 0;
};

// Told by whatever thread has something to tell, one at a time.
class AuditEvents {
 public:
  virtual ~AuditEvents() = default;
  virtual void OnProgress(const AuditProgress& progress) = 0;
  // Asked often, on any thread: the run is to end, and will go on another time.
  [[nodiscard]] virtual bool IsStopped() const = 0;
};

// What a run came to.
struct AuditSummary {
  AuditRun run;
  uint64_t inputs = 0;
  uint64_t inputs_known = 0;  // of those, read by an earlier run
  uint64_t posts = 0;         // of this run's
  bool was_stopped = false;
  bool has_read = false;  // one input, at least
};

// What a run is known by in a store: all but its day and when it ran.
[[nodiscard]] AuditRun RunOf(const PatternSet& set, const Policy& policy, const Keyring* keyring,
                             const std::string& gatepost);

// Reads the inputs, files and folders, into the store. What cannot be read of them is a problem
// there; fails if the store does. A run of the same kind that was interrupted goes on
// (UnfinishedRun): the scanner should be of its day.
[[nodiscard]] Result<AuditSummary> RunAudit(const Scanner& scanner, Store& store,
                                            const AuditOptions& options,
                                            const std::vector<std::string>& inputs,
                                            AuditEvents& events);

}  // namespace gatepost
