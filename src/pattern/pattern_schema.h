#pragma once

// The JSON Schema of pattern files, built into the program.

#include <string_view>

namespace gatepost {

// The content of docs/pattern.schema.json, byte for byte: what `patterns schema` writes.
[[nodiscard]] std::string_view PatternSchemaJson();

}  // namespace gatepost
