#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadLines(const std::string& text) {
  return ReadWith(JsonlFormat(), {"posts.jsonl", text, 11, {}, {}});
}

}  // namespace

TEST_CASE("A line is a post, and a damaged one is told", "[post][jsonl_format]") {
  const ReadFile read = ReadLines(R"({"id":"1","text":"Hello","published":"2024-05-01T09:30:00Z"}

{"id":"2","text":"cut o
{"id":"3","source":"x","text":"Bye","likes":3})");
  CHECK(read.sources == Parts{"jsonl", "jsonl", "x"});
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[0] == Parts{"id=1", "published=2024-05-01 09:30:00", "text[0]=Hello"});
  CHECK(read.posts[1] == Parts{"unread bad_json"});
  CHECK(read.posts[2] == Parts{"id=3", "text[0]=Bye"});
  CHECK(read.lines == std::vector<uint32_t>{1, 3, 4});
}

TEST_CASE("A line over the limit is told, and the next is read", "[post][jsonl_format]") {
  const std::string text =
      R"({"text":")" + std::string(100'000, 'x') + "\"}\n{\"text\":\"Hello\"}\n";
  const ReadFile read = ReadWith(JsonlFormat(), {"posts.jsonl", text, 4096, {100, {}}, {}});
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] == Parts{"unread post_too_large"});
  CHECK(read.posts[1] == Parts{"text[0]=Hello"});
}

TEST_CASE("What our own records get wrong stays told", "[post][jsonl_format]") {
  const ReadFile read =
      ReadLines("{\"text\":5}\n{\"fields\":[{\"kind\":\"title\",\"text\":\"a\"}]}\n");
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] == Parts{"unread bad_field"});
  CHECK(read.posts[1] == Parts{"title[0]=a"});
}

TEST_CASE("Dumps of Reddit are known", "[post][jsonl_format]") {
  const std::string text = SampleText("reddit/RC_sample.ndjson");
  CHECK(JsonlFormat().RoleOf({"RC_sample", text, true}) == FileRole::kPosts);
  const ReadFile read = ReadLines(text);
  CHECK(read.sources == Parts{"reddit", "reddit"});
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] == Parts{"kind=reply", "id=c1", "account=AmbridgeBC", "channel=uk",
                               "thread=t3_x", "url=https://www.reddit.com/r/uk/comments/x/y/c1/",
                               "published=2024-05-01 09:30:00",
                               "text[0]=Ring 07700 900123 & ask for Pat"});
  CHECK(read.posts[1] == Parts{"id=s1", "account=[deleted]", "channel=uk",
                               "published=2024-05-01 09:31:40", "title[0]=Help",
                               "link[0]=https://www.reddit.com/r/uk/"});
}

TEST_CASE("Records of Bluesky are known, alone and in a stream", "[post][jsonl_format]") {
  const std::string record =
      R"({"$type":"app.bsky.feed.post","text":"See example.org…","createdAt":"2024-05-01T09:30:00Z",)"
      R"("langs":["en"],"facets":[{"features":[{"$type":"app.bsky.richtext.facet#link",)"
      R"("uri":"https://example.org/?email=pat@example.org"}],"index":{"byteStart":4,"byteEnd":18}}],)"
      R"("embed":{"$type":"app.bsky.embed.images","images":[{"alt":"Letter to E Fictional",)"
      R"("image":{"$type":"blob","ref":{"$link":"bafy"},"mimeType":"image/jpeg"}}]},)"
      R"("reply":{"root":{"uri":"at://did:plc:x/app.bsky.feed.post/r","cid":"c"}}})";
  const Parts texts{"published=2024-05-01 09:30:00", "media=1", "text[0]=See example.org…",
                    "link[0]=https://example.org/?email=pat@example.org",
                    "alt_text[0]=Letter to E Fictional"};
  Parts alone{"kind=reply", "language=en", "thread=at://did:plc:x/app.bsky.feed.post/r"};
  alone.insert(alone.end(), texts.begin(), texts.end());
  Parts streamed{"kind=reply",
                 "id=at://did:plc:demo/app.bsky.feed.post/3k",
                 "account=did:plc:demo",
                 "language=en",
                 "thread=at://did:plc:x/app.bsky.feed.post/r",
                 "url=https://bsky.app/profile/did:plc:demo/post/3k"};
  streamed.insert(streamed.end(), texts.begin(), texts.end());
  const ReadFile read = ReadLines(
      record + "\n" + R"({"did":"did:plc:demo","commit":{"rkey":"3k","record":)" + record + "}}\n" +
      R"({"uri":"at://did:plc:demo/app.bsky.feed.post/3k","value":)" + record + "}\n");
  CHECK(read.sources == Parts{"bluesky", "bluesky", "bluesky"});
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[0] == alone);
  CHECK(read.posts[1] == streamed);
  CHECK(read.posts[2] == streamed);
}

TEST_CASE("Of records that are not known every string is looked at", "[post][jsonl_format]") {
  const ReadFile read = ReadLines(
      R"({"id":7,"created_at":"2024-05-01 09:30:00","author":"comms","message":"Hello","note":{"by":)"
      R"("Pat","id":"x","text":"inner"},"tags":["a","b"],"url":"https://example.org","n":1,"is":true})"
      "\n{\"n\":1}\n");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"id=7", "account=comms", "published=2024-05-01 09:30:00",
                               "text[0]=Hello", "other[0]=Pat", "other[1]=x", "text[1]=inner",
                               "other[2]=a", "other[3]=b", "link[0]=https://example.org"});
}

TEST_CASE("Which files are lines of JSON", "[post][jsonl_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return JsonlFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("a.ndjson", "{") == FileRole::kPosts);
  CHECK(role_of("-", "{\"text\":\"a\"}") == FileRole::kPosts);
  CHECK(role_of("-", "{\"a\":\"b\"}\n{\"a\":\"b\"}\n") == FileRole::kPosts);
  CHECK(role_of("-", "{\"a\":[\"b\"]}\n") == FileRole::kNotOurs);
  CHECK(role_of("-", "{\n\"text\":\"a\"}\n") == FileRole::kNotOurs);
  CHECK(role_of("-", "Dear all") == FileRole::kNotOurs);
  CHECK(role_of("a.jsonl", "") == FileRole::kNotOurs);
}
