#pragma once

// The libraries behind Gatepost, as a bug report names them. Each folder that includes another's
// headers tells its own.

#include <string>
#include <vector>

namespace gatepost {

struct Library {
  std::string name;     // one lower-case word
  std::string version;  // of what is loaded, where the library can be asked
};

// simdjson and Nettle.
[[nodiscard]] std::vector<Library> LibrariesOfBase();

}  // namespace gatepost
