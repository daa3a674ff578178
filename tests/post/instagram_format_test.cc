#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadText(const std::string& path, const std::string& text) {
  return ReadWith(InstagramFormat(), {path, text, 11, {}, {}});
}

}  // namespace

TEST_CASE("A caption stands at the picture or at the carousel", "[post][instagram_format]") {
  const std::string path = "instagram/your_instagram_activity/media/posts_1.json";
  const ReadFile read = ReadText(path, SampleText(path));
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] == Parts{"published=2024-05-01 09:30:00", "media=1",
                               "text[0]=Meet Zoë 👩‍🚀 who lives at 3 Sample Mews"});
  CHECK(read.posts[1] == Parts{"published=2024-05-01 09:30:01", "media=2",
                               "text[0]=Carousel caption – email zoe@example.org"});
}

TEST_CASE("Stories and reels are posts, with where they were taken", "[post][instagram_format]") {
  const ReadFile read = ReadText("stories.json", R"({"ig_stories":[{"uri":"a.jpg",
    "creation_timestamp":1714555800,"title":"Hello","media_metadata":{"photo_metadata":{"exif_data":[
    {"latitude":51.5,"longitude":-0.12,"upload_ip":"203.0.113.9"}]}}}]})");
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"published=2024-05-01 09:30:00", "media=1", "text[0]=Hello",
                               "other[0]=51.5, -0.12", "other[1]=203.0.113.9"});
}

TEST_CASE("A comment is a table of names and values", "[post][instagram_format]") {
  const ReadFile read =
      ReadText("comments/post_comments_1.json", R"([{"media_list_data":[{"uri":""}],
    "string_map_data":{"Comment":{"href":"","value":"Ring 07700 900123","timestamp":0},
    "Media Owner":{"value":"ambridge"},"Time":{"value":"","timestamp":1714555800}}}])");
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"kind=reply", "published=2024-05-01 09:30:00",
                               "text[0]=Ring 07700 900123", "other[0]=ambridge"});
}

TEST_CASE("Exports of 2018 have all in one file", "[post][instagram_format]") {
  const ReadFile read = ReadText("media.json", R"({"photos":[{"caption":"Ring Pat",
    "taken_at":"2018-05-01T09:30:00","location":"Ambridge","path":"photos/1.jpg"},
    {"caption":"Again","taken_at":"in May","path":"photos/2.jpg"}],"profile":[]})");
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] ==
        Parts{"published=2018-05-01 09:30:00", "media=1", "text[0]=Ring Pat", "place[0]=Ambridge"});
  CHECK(read.posts[1] ==
        Parts{"media=1", "text[0]=Again", "other[0]=in May", "note bad_published"});
}

TEST_CASE("Which files are Instagram's", "[post][instagram_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return InstagramFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("instagram/messages/message_1.json",
                R"({"participants":[{"name":"Pat"}],"messages":[]})") == FileRole::kPrivate);
  CHECK(role_of("followers_1.json", R"([{"title":"","string_list_data":[]}])") == FileRole::kOther);
  CHECK(role_of("reels.json", R"({"ig_reels_media":[]})") == FileRole::kPosts);
  CHECK(role_of("a.json", R"([{"text":"Hello"}])") == FileRole::kNotOurs);
  CHECK(role_of("a.json", R"({"photos":[{"uri":"x","creation_timestamp":1}]})") ==
        FileRole::kNotOurs);
}
