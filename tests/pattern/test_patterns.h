#pragma once

// A whole pattern file for tests to start from and to spoil.

#include <cassert>
#include <string>
#include <string_view>

#include "pattern/pattern_reader.h"

namespace gatepost {

inline const ListFolder kTestLists{GATEPOST_SOURCE_DIR "/tests/pattern/lists"};

inline constexpr std::string_view kBadgeToml = R"(
id = "test.badge"
name = "badge number"
category = "staff"
severity = "medium"
advice = "Leave the badge number out."
references = ["https://example.com/badges"]

[[variant]]
regex = 'B[0-9]{4}'
base = 40

[[match]]
text = "badge B1234 found"
span = "B1234"

[[no_match]]
text = "B12"
why = "too short"

[cy]
name = "rhif bathodyn"
advice = "Gadewch rif y bathodyn allan."
)";

// `text` with the first `old_part`, which must be there, replaced.
inline std::string Replaced(std::string_view text, std::string_view old_part,
                            std::string_view new_part) {
  const size_t at = text.find(old_part);
  assert(at != std::string_view::npos);
  std::string changed(text);
  return changed.replace(at, old_part.size(), new_part);
}

// The badge pattern with `lines` put before its first table, or `tables` after its last.
inline std::string BadgeWith(std::string_view lines, std::string_view tables = "") {
  return Replaced(kBadgeToml, "\n[[variant]]", std::string(lines) + "\n[[variant]]") +
         std::string(tables);
}

}  // namespace gatepost
