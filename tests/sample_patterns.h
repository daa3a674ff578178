#pragma once

// Small patterns for tests, written as the TOML that users write.

#include <string>
#include <vector>

#include "catch.h"
#include "pattern/pattern_reader.h"

namespace gatepost {

// A valid pattern with this id and these further lines; top-level keys must come before tables in
// `body`.
inline Pattern SamplePattern(const std::string& id, const std::string& body) {
  const std::string toml = "id = \"" + id +
                           "\"\n"
                           "name = \"Sample\"\ncategory = \"sample\"\nseverity = \"high\"\n"
                           "advice = \"Remove it.\"\nreferences = [\"https://example.com\"]\n" +
                           body +
                           "\n[[match]]\ntext = \"a\"\nspan = \"a\"\n"
                           "[[no_match]]\ntext = \"b\"\nwhy = \"sample\"\n";
  Result<Pattern> pattern = ParsePattern(toml, id + ".toml", ListFolder{"no-lists"});
  if (!pattern) FAIL(pattern.error().ToString());
  return std::move(*pattern);
}

}  // namespace gatepost
