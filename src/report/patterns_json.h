#pragma once

// A set of patterns as `patterns list --json` and the service tell it.

#include "base/json_writer.h"
#include "set/pattern_set.h"

namespace gatepost {

// One object: the set's "name" and "hash", and "patterns", each with what it looks for and its
// advice in English.
void WritePatterns(const PatternSet& set, JsonWriter& json);

}  // namespace gatepost
