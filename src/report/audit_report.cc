#include "report/audit_report.h"

#include <array>

#include "report/audit_sink.h"
#include "report/audit_survey.h"

namespace gatepost {
namespace {

struct FormatRow {
  std::string_view name;
  Status (*write)(const AuditReportJob& job);
};

// By AuditReportFormat.
constexpr std::array<FormatRow, 7> kFormats{{
    {"text", WriteAuditText},
    {"json", WriteAuditJson},
    {"jsonl", WriteAuditJsonl},
    {"csv", WriteAuditCsv},
    {"sarif", WriteAuditSarif},
    {"junit", WriteAuditJunit},
    {"html", WriteAuditHtml},
}};

const FormatRow& RowOf(AuditReportFormat format) { return kFormats[static_cast<size_t>(format)]; }

}  // namespace

std::string_view NameOf(AuditReportFormat format) { return RowOf(format).name; }

std::optional<AuditReportFormat> AuditReportFormatOf(std::string_view name) {
  for (size_t i = 0; i < kFormats.size(); ++i) {
    if (kFormats[i].name == name) return static_cast<AuditReportFormat>(i);
  }
  return std::nullopt;
}

Status WriteAuditReport(AuditReportFormat format, const Store& store,
                        const AuditReportOptions& options, const TakeReportChunk& write) {
  const auto survey = SurveyOf(store, options);
  if (!survey) return Fail(survey.error());
  AuditSink sink(write);
  auto status = RowOf(format).write({store, options, *survey, sink});
  return status ? sink.Flush() : status;
}

}  // namespace gatepost
