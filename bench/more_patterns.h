#pragma once

// Made-up pattern files, each with triggers of its own: a set that is larger in earnest.

#include <cstddef>
#include <filesystem>

#include "base/result.h"

namespace gatepost::bench {

// Writes `count` files of four variants each into `folder`, which is emptied first.
[[nodiscard]] Status WriteMorePatterns(const std::filesystem::path& folder, size_t count);

}  // namespace gatepost::bench
