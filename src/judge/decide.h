#pragma once

// From findings to the verdict's action.

#include "judge/channel_rules.h"
#include "judge/verdict.h"

namespace gatepost {

// Sets action, would_be, is_report_only and is_complete from the verdict's findings, combinations
// and problems. Hidden findings count; they are removed afterwards by RemoveHidden.
void Decide(const ChannelRules& rules, Verdict& verdict);

// Takes the hidden findings away. Of them and of what is in `covered` already, in any order, only
// the parts beyond the shown findings stay, as covered places. The findings are sorted by place.
void RemoveHidden(Verdict& verdict);

}  // namespace gatepost
