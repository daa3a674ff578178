#include "post/x_part_name.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("A file of an archive of X says itself what it is", "[post][x_part_name]") {
  CHECK(XPartName("window.YTD.deleted_tweets.part0 = [ ]") == "deleted_tweets");
  CHECK(XPartName("\r\n YTD.tweets.part12=[") == "tweets");
  CHECK(XPartName("window.__THAR_CONFIG = {") == kXManifest);
  CHECK(XPartName("window.YTD.tweets = [").empty());
  CHECK(XPartName("window.YTD.tweets").empty());
  CHECK(XPartName("[1]").empty());
  CHECK(XPartName("").empty());
}
