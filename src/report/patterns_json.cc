#include "report/patterns_json.h"

#include <cstdint>
#include <string>

namespace gatepost {

void WritePatterns(const PatternSet& set, JsonWriter& json) {
  json.BeginObject().Member("name", set.name()).Member("hash", set.hash()).Key("patterns");
  json.BeginArray();
  for (const Pattern& pattern : set.patterns()) {
    json.BeginObject()
        .Member("id", pattern.id)
        .Member("name", pattern.name)
        .Member("category", pattern.category)
        .Member("severity", NameOf(pattern.severity))
        .Member("variants", static_cast<int64_t>(pattern.variants.size()))
        .Member("matches", static_cast<int64_t>(pattern.examples.size()))
        .Member("no_matches", static_cast<int64_t>(pattern.counter_examples.size()))
        .Member("advice", pattern.advice)
        .Key("references");
    json.BeginArray();
    for (const std::string& reference : pattern.references) json.String(reference);
    json.EndArray().EndObject();
  }
  json.EndArray().EndObject();
}

}  // namespace gatepost
