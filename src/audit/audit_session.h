#pragma once

// One run of an Audit: the reading thread, the pool that scans, and the store behind them.

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "audit/audit.h"
#include "audit/audit_job.h"
#include "audit/export_contexts.h"
#include "audit/input_reading.h"
#include "audit/problem_list.h"
#include "scan/ordered_pool.h"

namespace gatepost {

// Borrows all that it is given. Used once.
class AuditSession final : private ChunkSink {
 public:
  AuditSession(const Scanner& scanner, Store& store, const AuditOptions& options,
               AuditEvents& events);

  [[nodiscard]] Result<AuditSummary> Run(const std::vector<std::string>& inputs);

 private:
  class ChunkMaker;
  class EndJob;

  [[nodiscard]] Status Begin();
  // Goes through the inputs once, for what their files say about each other.
  [[nodiscard]] Status Survey(const std::vector<std::string>& inputs);
  [[nodiscard]] Status SurveyFile(const InputFile& input);
  // Tells of it, as nothing else is going on meanwhile.
  void OnSurveyed(uint64_t bytes);
  [[nodiscard]] Status Read(const std::vector<std::string>& inputs);
  [[nodiscard]] Status ReadInput(const InputFile& file);
  // Reads what is not kept of it.
  [[nodiscard]] Status ReadChunks(const InputFile& file, const AuditInput& input);
  [[nodiscard]] Status EndRun();
  // All that findings depend on beside the bytes of the input.
  [[nodiscard]] std::string BasisOf(const InputFile& file) const;
  // The store, or a file that SQLite keeps beside it: reading those would take its locks away.
  [[nodiscard]] bool IsOfStore(const InputFile& file) const;
  // It is not to be read, and no part of what there is to do.
  void LeaveOut(const InputFile& file);
  void AddUnread(const InputFile& file, const Error& error);

  [[nodiscard]] Status Accept(int64_t input, const ChunkOutcome& chunk) override;
  // All of the input was read; on whatever thread delivers.
  [[nodiscard]] Status EndInput(int64_t input, const FileList& files, const ProblemList& problems);

  const Scanner& scanner_;
  Store& store_;
  const AuditOptions& options_;
  AuditEvents& events_;
  std::vector<uint8_t> salt_;
  AuditTools tools_;
  AuditSummary summary_;
  ExportContexts contexts_;
  ProblemList problems_;                   // of inputs that could not be read, and of the run
  std::set<std::string> hashes_;           // begins of those read so far
  uint64_t bytes_passed_ = 0;              // of the inputs before the one that is surveyed or read
  std::atomic<uint64_t> input_bytes_ = 0;  // of the progress; read on without waiting for the store
  std::mutex mutex_;                       // of what follows
  AuditProgress progress_;
  OrderedPool pool_;
};

}  // namespace gatepost
