#pragma once

// Why a finding has its score, as JSON; docs/report.schema.json describes it.

#include <span>

#include "base/json_writer.h"
#include "judge/finding.h"

namespace gatepost {

// An array with an object for each.
void WriteReasons(std::span<const Reason> reasons, JsonWriter& json);

}  // namespace gatepost
