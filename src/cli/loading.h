#pragma once

// Pattern sets and days as the command line names them.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/key.h"
#include "base/post.h"
#include "base/result.h"
#include "pattern/policy.h"
#include "set/pattern_set.h"

namespace gatepost {

// The folder of the patterns that come with the program: beside its installation, else in the
// source tree it was built from.
[[nodiscard]] std::filesystem::path BundledPatterns();

// A folder of patterns, or by its name alone a set that comes with the program, if no such folder
// is here: "world".
[[nodiscard]] std::filesystem::path PatternFolderAt(const std::string& name);

// Where what is compiled is kept from run to run: gatepost in $XDG_CACHE_HOME, else in ~/.cache;
// empty if neither is known by an absolute path.
[[nodiscard]] std::filesystem::path CacheFolder();

// Whether the patterns' proofs are needed, or all but them may come from the cache.
enum class Proofs : uint8_t { kNeeded, kNotNeeded };

// The set in `folders`, each as PatternFolderAt, or the bundled UK set if there are none. `reading`
// is how it is taken from the cache.
[[nodiscard]] tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> LoadPatterns(
    const std::vector<std::string>& folders, Proofs proofs, Reading reading = Reading::kCopied);

// The keys in the file, or in the one that the policy names if `path` is empty; nullptr if neither
// is named.
[[nodiscard]] Result<std::shared_ptr<const Keyring>> LoadKeyring(const std::string& path,
                                                                 const Policy& policy);

// The time, and the day in UTC: here alone the clock is asked for it.
[[nodiscard]] Time Now();
[[nodiscard]] std::chrono::sys_days Today();

// "2026-03-31" as a day; kUsage otherwise.
[[nodiscard]] Result<std::chrono::sys_days> ParseDay(const std::string& text);

}  // namespace gatepost
