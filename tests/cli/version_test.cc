#include "cli/version.h"

#include <string>

#include "catch.h"
#include "cli/loading.h"

namespace gatepost {
namespace {

// The value of `key` in "key: value", or "(none)".
std::string ValueOf(const std::string& key, const std::string& text) {
  const std::string begin = "\n" + key + ": ";
  const size_t at = text.find(begin);
  if (at == std::string::npos) return "(none)";
  const size_t value = at + begin.size();
  return text.substr(value, text.find('\n', value) - value);
}

TEST_CASE("the version tells the patterns, the engine, the libraries and the build",
          "[cli][version]") {
  const std::string text = VersionText(BundledPatterns() / "uk");
  CHECK(text.starts_with("gatepost 0."));
  CHECK(ValueOf("patterns", text).starts_with("uk, "));
  CHECK(ValueOf("folder", text) == (BundledPatterns() / "uk").string());
  for (const char* key : {"engine", "re2", "hyperscan", "simdjson", "nettle", "toml++", "icu",
                          "cli11", "compiler", "build"}) {
    CAPTURE(key);
    CHECK(ValueOf(key, text) != "(none)");
    CHECK_FALSE(ValueOf(key, text).empty());
  }
}

TEST_CASE("the version says where no patterns can be read", "[cli][version]") {
  const std::string text = VersionText("no/such/folder");
  CHECK(ValueOf("patterns", text) ==
        "none could be read: no/such/folder: there is no such folder. Check the name.");
  CHECK(ValueOf("folder", text) == "no/such/folder");
  CHECK(ValueOf("engine", text) != "(none)");
  CHECK(ValueOf("build", text) != "(none)");
}

}  // namespace
}  // namespace gatepost
