#include "base/libraries.h"

#include <nettle/version.h>
#include <simdjson.h>

namespace gatepost {

std::vector<Library> LibrariesOfBase() {
  const std::string simdjson = std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
                               std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
                               std::to_string(simdjson::SIMDJSON_VERSION_REVISION);
  const std::string nettle =
      std::to_string(nettle_version_major()) + "." + std::to_string(nettle_version_minor());
  return {{"simdjson", simdjson}, {"nettle", nettle}};
}

}  // namespace gatepost
