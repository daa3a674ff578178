#pragma once

// Where the writers of an audit's report append to, and how it gets from there to the caller.

#include <cstddef>
#include <string>
#include <string_view>

#include "report/audit_survey.h"

namespace gatepost {

// Not thread-safe. Borrows the caller's function.
class AuditSink {
 public:
  static constexpr size_t kChunkBytes = 64 << 10;

  explicit AuditSink(const TakeReportChunk& take) : take_(take) {}

  [[nodiscard]] std::string& out() { return out_; }
  // After each thing of bounded size that was appended.
  [[nodiscard]] Status FlushIfFull() { return out_.size() < kChunkBytes ? Status() : Flush(); }
  [[nodiscard]] Status Flush() {
    if (out_.empty()) return {};
    auto status = take_(out_);
    out_.clear();
    return status;
  }

 private:
  const TakeReportChunk& take_;
  std::string out_;
};

// What a writer is given; all of it borrowed.
struct AuditReportJob {
  const Store& store;
  const AuditReportOptions& options;
  const AuditSurvey& survey;
  AuditSink& sink;

  [[nodiscard]] std::string& out() const { return sink.out(); }
  [[nodiscard]] Standing StandingOf(const FindingInPost& found) const {
    return gatepost::StandingOf(found.finding, found.decision, options.as_of);
  }
  // What the options say of an account; nullptr if they do not know it.
  [[nodiscard]] const Account* AccountOf(std::string_view source, std::string_view handle) const {
    return options.accounts == nullptr ? nullptr : options.accounts->Find(source, handle);
  }
  // Calls `write` for every finding, which appends to out(), and flushes in between.
  template <class WriteFinding>
  [[nodiscard]] Status ForEachFinding(const WriteFinding& write) const {
    return ForEachReported(store, options, [&](const FindingInPost& found) {
      write(found);
      return sink.FlushIfFull();
    });
  }
};

// One each format.
[[nodiscard]] Status WriteAuditText(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditJson(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditJsonl(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditCsv(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditSarif(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditJunit(const AuditReportJob& job);
[[nodiscard]] Status WriteAuditHtml(const AuditReportJob& job);

}  // namespace gatepost
