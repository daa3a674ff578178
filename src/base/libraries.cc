#include "base/libraries.h"

#include <openssl/crypto.h>
#include <simdjson.h>

namespace gatepost {

std::vector<Library> LibrariesOfBase() {
  const std::string simdjson = std::to_string(simdjson::SIMDJSON_VERSION_MAJOR) + "." +
                               std::to_string(simdjson::SIMDJSON_VERSION_MINOR) + "." +
                               std::to_string(simdjson::SIMDJSON_VERSION_REVISION);
  return {{"simdjson", simdjson}, {"openssl", OpenSSL_version(OPENSSL_VERSION_STRING)}};
}

}  // namespace gatepost
