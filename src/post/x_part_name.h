#pragma once

// What a file of an archive of X says it is, `window.YTD.NAME.partN = `. Of what files are called
// only that counts.

#include <string_view>

namespace gatepost {

// What the manifest has instead.
inline constexpr std::string_view kXManifest = "__THAR_CONFIG";

// NAME, "deleted_tweets", or kXManifest; empty of anything else.
[[nodiscard]] std::string_view XPartName(std::string_view begin);

}  // namespace gatepost
