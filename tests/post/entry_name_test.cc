#include "post/entry_name.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("Parts of a name that lead elsewhere are left out", "[post][entry_name]") {
  const auto clean = [](std::string_view name) {
    return CleanEntryName(name, NameBytes::kUnknown);
  };
  CHECK(clean("data/tweets.js") == "data/tweets.js");
  CHECK(clean("/etc/passwd") == "etc/passwd");
  CHECK(clean("../../a/./b//../c/") == "a/b/c");
  CHECK(clean("...") == "...");
  for (const char* nothing : {"", "/", ".", "..", "//./../"}) CHECK(clean(nothing) == "unnamed");
}

TEST_CASE("A name is shown as UTF-8 without controls", "[post][entry_name]") {
  CHECK(CleanEntryName("caf\u00E9", NameBytes::kCp437) == "caf\u00E9");
  CHECK(CleanEntryName("caf\x82 \x9C"
                       "5",
                       NameBytes::kCp437) == "caf\u00E9 \u00A35");
  CHECK(CleanEntryName("caf\x82", NameBytes::kUnknown) == "caf\uFFFD");
  CHECK(CleanEntryName("a\x1B[31m\n\u009B\x7F", NameBytes::kUnknown) ==
        "a\uFFFD[31m\uFFFD\uFFFD\uFFFD");
}
