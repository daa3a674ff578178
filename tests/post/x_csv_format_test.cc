#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

constexpr const char* kNames = "\"tweet_id\",\"timestamp\",\"text\",\"expanded_urls\"\n";

// In small blocks, so that rows go on beyond them.
ReadFile ReadTable(const std::string& text) {
  return ReadWith(XCsvFormat(), {"tweets.csv", text, 7, {}, {}});
}

Parts OnlyPostOf(const std::string& row) {
  const ReadFile read = ReadTable(kNames + row);
  REQUIRE(read.posts.size() == 1);
  return read.posts[0];
}

}  // namespace

TEST_CASE("An archive of X of before 2018 is read from its table", "[post][x_csv_format]") {
  const std::string sample = SampleText("x-archive-2017/tweets.csv");
  CHECK(FormatOf({"tweets.csv", sample, true}).format == &XCsvFormat());
  const ReadFile read = ReadTable(sample);
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.end);
  CHECK(read.sources == Parts{"x", "x", "x"});
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[0] ==
        Parts{"id=373100000000000001", "url=https://twitter.com/i/web/status/373100000000000001",
              "published=2013-08-29 17:24:12",
              "text[0]=Bins & recycling:\ncall 01632 960001, \"today\" http://t.co/Abcdefghij",
              "link[0]=http://www.example.gov.uk/bins?a=1,2",
              "link[1]=https://www.example.gov.uk/"});
  CHECK(read.posts[1][0] == "kind=reply");
  CHECK(read.posts[2][0] == "kind=repost");
}

TEST_CASE("Nothing in a row of an old archive of X is lost", "[post][x_csv_format]") {
  CHECK(OnlyPostOf("\"1\",\"soon\",\"a\",\"\",\"beyond\"\n") ==
        Parts{"id=1", "url=https://twitter.com/i/web/status/1", "other[0]=soon", "text[0]=a",
              "other[1]=beyond", "note bad_published"});
  CHECK(OnlyPostOf("\"1\",\"2013-08-29 17:24:12 +0000\",\"open").back() == "unread bad_row");
}

TEST_CASE("Only tables of an old archive of X are its posts", "[post][x_csv_format]") {
  const auto role_of = [](std::string_view text) {
    return XCsvFormat().RoleOf({"tweets.csv", text, true});
  };
  CHECK(role_of("tweet_id,text\n1,a\n") == FileRole::kNotOurs);
  CHECK(role_of("") == FileRole::kNotOurs);
  CHECK(role_of("Grailbird.data.tweets_2013_08 = \n [ {} ]") == FileRole::kOther);
  CHECK(role_of("var user_details =  {\"screen_name\":\"AmbridgeBC\"}") == FileRole::kOther);
}
