#pragma once

// Reading whole small files (patterns, policies, drafts) with limits and clear errors.

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatepost {

// The file's bytes. kUnreadable if it cannot be read or is a folder, kTooLarge if over `max_bytes`:
// its message states the limit, and what to do about it is for the caller to add.
[[nodiscard]] Result<std::string> ReadFile(const std::filesystem::path& path, uint64_t max_bytes);

// All of standard input, up to `max_bytes`; the same errors, named "standard input".
[[nodiscard]] Result<std::string> ReadStandardInput(uint64_t max_bytes);

// The names of the files directly in `folder` that end in `suffix`, sorted; none that begin with a
// dot. kUnreadable if it is no folder.
[[nodiscard]] Result<std::vector<std::string>> ListNames(const std::filesystem::path& folder,
                                                         std::string_view suffix);

// The same as paths.
[[nodiscard]] Result<std::vector<std::filesystem::path>> ListFiles(
    const std::filesystem::path& folder, std::string_view suffix);

}  // namespace gatepost
