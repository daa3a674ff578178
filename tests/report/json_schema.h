#pragma once

// As much of JSON Schema (draft 2020-12) as docs/report.schema.json uses: type, const, enum,
// minimum, minLength, pattern, required, properties, additionalProperties, items,
// minItems, maxItems, oneOf, $ref into $defs.

#include <string>
#include <vector>

#include "report/parsed_json.h"

namespace gatepost {

// What in `document` breaks the schema, each with its path ("/findings/0/score: is no integer");
// empty if nothing does. A keyword that is not listed above fails the test: it would be passed over
// in silence otherwise.
[[nodiscard]] std::vector<std::string> BreachesOf(const ParsedJson& schema,
                                                  const ParsedJson& document);

}  // namespace gatepost
