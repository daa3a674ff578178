#include "audit/post_url.h"

#include "catch.h"

namespace gatepost {

TEST_CASE("all writings of a post's address are one", "[audit][post_url]") {
  for (const char* url :
       {"https://twitter.com/AmbridgeBC/status/17", "http://www.Twitter.com/AmbridgeBC/status/17/",
        "https://mobile.twitter.com/AmbridgeBC/status/17#m", "x.com/AmbridgeBC/status/17",
        "https://x.com/AmbridgeBC/status/17"}) {
    CAPTURE(url);
    CHECK(ComparableUrl(url) == "x.com/AmbridgeBC/status/17");
  }
}

TEST_CASE("addresses that differ stay different", "[audit][post_url]") {
  CHECK(ComparableUrl("https://example.org/A") != ComparableUrl("https://example.org/a"));
  CHECK(ComparableUrl("https://example.org/?p=1") != ComparableUrl("https://example.org/?p=2"));
  CHECK(ComparableUrl("https://example.org/") == "example.org");
  CHECK(ComparableUrl("0f1e2d3c4b5a") == "0f1e2d3c4b5a");
  CHECK(ComparableUrl("") == "");
}

}  // namespace gatepost
