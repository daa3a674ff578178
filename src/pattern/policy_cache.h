#pragma once

// Policies kept from one run of a program to the next: reading the default one costs as much as
// scanning some hundred posts. Kept as patterns are (set/pattern_cache.h), under a key of the code
// that reads them and of their text.

#include <string>
#include <string_view>

#include "base/private_folder.h"
#include "base/result.h"
#include "pattern/policy.h"

namespace gatepost {

// 64 hex digits of a policy file's content and its name, from which paths in it start.
[[nodiscard]] std::string PolicyKey(std::string_view toml, std::string_view file_name);

// What is kept under `key`, if it is whole.
[[nodiscard]] Result<Policy> LoadKeptPolicy(const PrivateFolder& folder, std::string_view key);

// Keeps it under `key`, and of all kept ones only the newest few.
[[nodiscard]] Status StoreKeptPolicy(const PrivateFolder& folder, std::string_view key,
                                     const Policy& policy);

}  // namespace gatepost
