#pragma once

// What of a store is asked about.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/post.h"

namespace gatepost {

// Which findings a report is about; empty members leave all in.
struct AuditFilter {
  std::optional<Time> since, until;   // published at or after; before
  std::vector<std::string> accounts;  // as IsAccount takes them
  std::vector<std::string> patterns;
};

// `name` is the account's, by itself or behind its source: "AmbridgeBC" or "x:AmbridgeBC".
[[nodiscard]] bool IsAccount(std::string_view name, std::string_view source,
                             std::string_view account);

}  // namespace gatepost
