#pragma once

// The sections of an audit's HTML report, in their order; each is appended to the job's out(), and
// of bounded size.

#include "report/audit_sink.h"
#include "report/gravest_findings.h"

namespace gatepost {

// The heading of the page, the contents and the summary.
void AppendAuditCover(const AuditReportJob& job);
// Exposure by identifier, severity, account and month.
void AppendAuditExposure(const AuditReportJob& job);
void AppendLongestExposed(const AuditReportJob& job);
void AppendGravestFindings(const AuditReportJob& job, const GravestFindings& gravest);
// For who assesses it as a breach: what such an assessment asks for.
void AppendAssessment(const AuditReportJob& job);
// What was not read, what was, decisions, how it was made.
void AppendUnread(const AuditReportJob& job);
void AppendInputs(const AuditReportJob& job);
void AppendDecisions(const AuditReportJob& job);
void AppendMaking(const AuditReportJob& job);
void AppendGlossary(const AuditReportJob& job);

// Whose account it is, by the file of accounts; empty if that is not known.
[[nodiscard]] std::string KnownAccountMarkup(const AuditReportJob& job, std::string_view source,
                                             std::string_view handle);

// "The report as CSV has all of them: gatepost audit report … -f csv", for what is left out.
void AppendWhereAllAre(const AuditReportJob& job, std::string_view words);

}  // namespace gatepost
