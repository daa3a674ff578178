#include "pattern/libraries.h"

#include <toml++/toml.h>

namespace gatepost {

std::vector<Library> LibrariesOfPattern() {
  return {{"toml++", std::to_string(TOML_LIB_MAJOR) + "." + std::to_string(TOML_LIB_MINOR) + "." +
                         std::to_string(TOML_LIB_PATCH)}};
}

}  // namespace gatepost
