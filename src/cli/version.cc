#include "cli/version.h"

#include <CLI/Version.hpp>
#include <string_view>
#include <vector>

#include "base/libraries.h"
#include "cli/loading.h"
#include "match/begin_places.h"
#include "match/libraries.h"
#include "pattern/libraries.h"
#include "text/libraries.h"

namespace gatepost {
namespace {

class Lines {
 public:
  explicit Lines(std::string first) : text_(std::move(first)) {}

  void Add(std::string_view key, std::string_view value) {
    text_.append("\n").append(key).append(": ").append(value);
  }
  void Add(const std::vector<Library>& libraries) {
    for (const Library& library : libraries) Add(library.name, library.version);
  }
  [[nodiscard]] std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

// Where none of the processor's extensions is taken, it is slower and finds the same.
std::string EngineHere() { return "fast, by " + std::string(NameOf(AvailableSimdLevels().back())); }

}  // namespace

std::string ProgramVersion() { return GATEPOST_VERSION; }

std::string VersionText(const std::filesystem::path& folder) {
  Lines lines("gatepost " GATEPOST_VERSION);
  const auto set = LoadPatterns({folder.string()}, Proofs::kNotNeeded);
  if (set) {
    lines.Add("patterns", (*set)->name() + ", " + std::to_string((*set)->patterns().size()) + ", " +
                              (*set)->hash());
  } else {
    lines.Add("patterns", "none could be read: " + set.error().front().ToString());
  }
  lines.Add("folder", folder.string());
  lines.Add("engine", EngineHere());
  lines.Add(LibrariesOfMatch());
  lines.Add(LibrariesOfBase());
  lines.Add(LibrariesOfPattern());
  lines.Add(LibrariesOfText());
  lines.Add("cli11", CLI11_VERSION);
  lines.Add("compiler", GATEPOST_COMPILER);
  lines.Add("build", GATEPOST_BUILD_TYPE);
  return lines.Take();
}

}  // namespace gatepost
