#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadProfile(const std::string& text) {
  FileToRead file{"data/profile.js", text, 7, {}, {}};
  file.context.account = "AmbridgeBC";
  file.context.account_url = "https://twitter.com/AmbridgeBC";
  return ReadWith(XProfileFormat(), file);
}

}  // namespace

TEST_CASE("What an account of X says of itself is a post", "[post][x_profile_format]") {
  const std::string sample = SampleText("x-profile/data/profile.js");
  CHECK(FormatOf({"data/profile.js", sample, true}).format == &XProfileFormat());
  const ReadFile read = ReadProfile(sample);
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.sources == Parts{"x"});
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] ==
        Parts{"id=profile", "account=AmbridgeBC", "url=https://twitter.com/AmbridgeBC",
              "text[0]=News of Ambridge Borough Council & its services. Duty officer: 07700 900123",
              "link[0]=https://t.co/Ambridge01", "place[0]=1 Example Street, Ambridge"});
}

TEST_CASE("A profile of X that is none is told as unread", "[post][x_profile_format]") {
  const ReadFile read = ReadProfile("window.YTD.profile.part0 = [{\"profile\":{}}]");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0].back() == "unread bad_record");
  CHECK(ReadProfile("window.YTD.profile.part0 = [ ]").posts.empty());
}
