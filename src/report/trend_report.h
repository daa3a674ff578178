#pragma once

// What `gatepost audit trend` says, and the chart of it.

#include <string>

#include "audit/trend.h"
#include "report/audit_post_words.h"

namespace gatepost {

void AppendTrendText(const TrendSummary& trend, const TextLayout& layout, std::string& out);
void AppendTrendJson(const TrendSummary& trend, std::string& out);

// An <svg> of its own, which needs nothing from outside and can also stand in an HTML page: a bar a
// month with the interval of its rate, lines for the baseline and the target, a title and a
// description. `id` begins the ids in it. Nothing if there are no months.
void AppendTrendChart(const TrendSummary& trend, std::string_view id, std::string& out);

// Of the current months against baseline and target, as sentences.
[[nodiscard]] std::string TrendInWords(const TrendSummary& trend);

}  // namespace gatepost
