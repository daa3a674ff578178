#include "text/libraries.h"

#include "text/code_point_tables.h"

namespace gatepost {

std::vector<Library> LibrariesOfText() {
  return {{"icu", std::string(kIcuVersion) + " (tables, made when built)"}};
}

}  // namespace gatepost
