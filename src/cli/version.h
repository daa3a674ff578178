#pragma once

// What `gatepost --version` prints: all that a bug report needs.

#include <filesystem>
#include <string>

namespace gatepost {

// "0.1.0".
[[nodiscard]] std::string ProgramVersion();

// "gatepost 0.1.0", then lines "key: value", each of them about the patterns in `folder`, the
// engine, a library or the build. Where no patterns can be read their line says so.
[[nodiscard]] std::string VersionText(const std::filesystem::path& folder);

}  // namespace gatepost
