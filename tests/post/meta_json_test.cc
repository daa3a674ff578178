#include "post/meta_json.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("Bytes that were written as characters become text again", "[post][meta_json]") {
  CHECK(WithoutMojibake("Zo\u00c3\u00ab") == "Zoë");
  CHECK(WithoutMojibake("\u00f0\u009f\u0099\u0082") == "\U0001F642");
  CHECK(WithoutMojibake("plain") == "plain");
  CHECK(WithoutMojibake("").empty());
}

TEST_CASE("Other text stays as it is", "[post][meta_json]") {
  CHECK(WithoutMojibake("Zoë") == "Zoë");                            // one character of Latin-1
  CHECK(WithoutMojibake("Zo\u00c3\u00ab ŵ") == "Zo\u00c3\u00ab ŵ");  // a character beyond it
  CHECK(WithoutMojibake("\u00c3") == "\u00c3");                      // half a character
  CHECK(WithoutMojibake("a\xff") == "a\xff");
}
