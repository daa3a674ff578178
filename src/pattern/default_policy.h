#pragma once

// The policy that holds when none is given, built into the program.

#include <string_view>

namespace gatepost {

// The content of patterns/policies/default.toml, byte for byte: what `policy init` writes and what
// ParsePolicy reads where no policy file is named.
[[nodiscard]] std::string_view DefaultPolicyToml();

}  // namespace gatepost
