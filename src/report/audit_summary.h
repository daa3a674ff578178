#pragma once

// What an audit comes to, in sentences, and the rows of its tables, for the reports that people
// read. All of it is plain text, for Printable or Markup where it names accounts.

#include <string>
#include <string_view>
#include <vector>

#include "report/audit_survey.h"

namespace gatepost {

inline constexpr std::string_view kNoProof =
    "Finding nothing is no proof that there is nothing: pictures, videos and unusual wordings are "
    "not seen, and counts are estimates.";

// "12,345 posts of 4 accounts, published from May 2019 to June 2024, were read in 3 inputs. …"
[[nodiscard]] std::string ScopeSentence(const AuditSurvey& survey);
// "142 findings in 120 posts are worth acting on: 3 critical, 139 high. 130 of them are open. …"
[[nodiscard]] std::string FindingsSentence(const Exposure& exposure);
// How many different values; how many people that may be. Empty if nothing was found.
[[nodiscard]] std::string ValuesSentence(const Exposure& exposure);
// What is known of whether the posts can still be seen. Empty if nothing is open.
[[nodiscard]] std::string VisibilitySentence(const Exposure& exposure);
// Whether all was read, and if not, what kept it from being.
[[nodiscard]] std::string CompletenessSentence(const AuditSurvey& survey);
// "published before 1 May 2024; accounts @council"; empty without a filter.
[[nodiscard]] std::string FilterInWords(const AuditFilter& filter);

// Those with the most findings worth acting on first, then those with the most posts.
struct AccountRow {
  const Exposure::AccountName* name = nullptr;
  const PostsExposure* exposure = nullptr;
};
[[nodiscard]] std::vector<AccountRow> AccountRows(const Exposure& exposure);

// In their order; posts without a date at last.
struct MonthRow {
  std::string_view month;
  const PostsExposure* exposure = nullptr;
};
[[nodiscard]] std::vector<MonthRow> MonthRows(const Exposure& exposure);

}  // namespace gatepost
