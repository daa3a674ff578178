#pragma once

// When a post was published, as archives write it.

#include <optional>
#include <string_view>

#include "base/post.h"

namespace gatepost {

// ISO 8601 as RFC 3339 profiles it: "2024-05-01T09:30:00Z", "2024-05-01 09:30:00.250+01:00" (the
// fraction is dropped, seconds may be left out, the offset may lack its colon), or a date alone,
// which is its midnight in UTC. nullopt for anything else, a date that does not exist and a time
// without an offset included. A leap second counts as the second after it.
[[nodiscard]] std::optional<Time> ParseIsoTime(std::string_view text);

// Seconds since 1970 as a JSON number, a fraction dropped; nullopt outside the years 0 to 9999,
// which milliseconds are.
[[nodiscard]] std::optional<Time> ParseUnixTime(std::string_view literal);

}  // namespace gatepost
