#pragma once

// JSON that was read, written again as a part of other JSON.

#include "base/json_tree.h"
#include "base/json_writer.h"

namespace gatepost {

// Writes `value` as JsonWriter would have. Its numbers are integers; another is written as 0, as
// are those beyond 64 bits.
void CopyJson(JsonValue value, JsonWriter& json);

}  // namespace gatepost
