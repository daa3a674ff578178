#pragma once

// What Presidio's callers are answered: entities with their places, in code points, and scores.

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "judge/verdict.h"
#include "report/report.h"
#include "service/presidio_request.h"

namespace gatepost::service {

// A score as Presidio has it: a hundredth of ours, from 0 to 1. So 0.4 and over are likely, 0.7
// and over strong.
[[nodiscard]] double PresidioScore(int score);

// The list of what was found in one text, by place. Whatever the policy says of it, it is listed,
// but for the organisation's own contacts.
void WriteResults(std::string_view text, const Verdict& verdict, const PresidioRequest& request,
                  const ReportContext& context, JsonWriter& json);

}  // namespace gatepost::service
