#include "match/libraries.h"

#include "match/hyperscan_database.h"

namespace gatepost {

// RE2 states a version neither to the compiler nor to the program.
std::vector<Library> LibrariesOfMatch() {
  return {{"re2", "tells no version"}, {"hyperscan", HyperscanDatabase::LibraryVersion()}};
}

}  // namespace gatepost
