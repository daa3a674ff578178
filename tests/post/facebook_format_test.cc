#include <string>
#include <vector>

#include "catch.h"
#include "post/post_formats.h"
#include "read_with.h"

using namespace gatepost;

namespace {

using Parts = std::vector<std::string>;

ReadFile ReadText(const std::string& path, const std::string& text) {
  return ReadWith(FacebookFormat(), {path, text, 11, {}, {}});
}

}  // namespace

TEST_CASE("A page's posts come with all of their texts", "[post][facebook_format]") {
  const std::string path =
      "facebook/this_profile_s_activity_across_facebook/posts/profile_posts_1.json";
  const ReadFile read = ReadText(path, SampleText(path));
  CHECK(read.role == FileRole::kPosts);
  CHECK(read.end);
  REQUIRE(read.posts.size() == 2);
  CHECK(read.posts[0] ==
        Parts{"published=2024-05-01 09:30:00", "media=1",
              "text[0]=Café owner Seán Ó Fíctíve – ring "
              "him on 07700 900321 🙂\nIt’s £50 off",
              "title[0]=Ambridge Borough Council added a new "
              "photo.",
              "link[0]=https://www.example.gov.uk/news/1", "place[0]=Ambridge Town Hall",
              "place[1]=51.5, -0.12", "place[2]=1 High Street", "other[0]=203.0.113.9",
              "other[1]=51.5, -0.12", "other[2]=Timeline photos", "other[3]=Seán Ó Fíctíve"});
  CHECK(read.posts[1] == Parts{"published=2024-05-01 10:30:00",
                               "title[0]=Ambridge Borough Council updated their status."});
  CHECK(read.sources == Parts{"facebook", "facebook"});
}

TEST_CASE("A page's comments are replies of its own", "[post][facebook_format]") {
  const std::string path = "facebook/comments_and_reactions/comments.json";
  const ReadFile read = ReadText(path, SampleText(path));
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] ==
        Parts{"kind=reply", "account=Ambridge Borough Council", "published=2024-05-01 09:33:20",
              "text[0]=Hi Zoë, we have your NI number QQ 12 34 56 C on file, please DM",
              "title[0]=Ambridge Borough Council replied to Zoë Placeholder's comment."});
}

TEST_CASE("An album's own texts and comments are posts beside its photos",
          "[post][facebook_format]") {
  const ReadFile read = ReadText("posts/album/0.json", R"({"name":"Fete","photos":[
    {"uri":"a.jpg","creation_timestamp":1714555800,"title":"Fete","description":"Ring Pat",
     "comments":[{"timestamp":1714555801,"comment":"No, ring 07700 900123","author":"E Fictional"}]}],
    "last_modified_timestamp":1714555802,"description":"Photos by pat@example.org",
    "comments":[{"timestamp":1714555803,"comment":"Lovely","author":"E Fictional"}]})");
  CHECK(read.role == FileRole::kPosts);
  REQUIRE(read.posts.size() == 4);
  CHECK(read.posts[0] == Parts{"other[0]=Fete"});
  CHECK(read.posts[1] == Parts{"published=2024-05-01 09:30:00", "media=1", "text[0]=Ring Pat",
                               "title[0]=Fete", "comment[0]=No, ring 07700 900123",
                               "other[0]=E Fictional"});
  CHECK(read.posts[2] == Parts{"other[0]=Photos by pat@example.org"});
  CHECK(read.posts[3] ==
        Parts{"published=2024-05-01 09:30:03", "comment[0]=Lovely", "other[0]=E Fictional"});
}

TEST_CASE("Attachments of every kind are looked at, those not known too",
          "[post][facebook_format]") {
  const ReadFile read = ReadText("your_posts_1.json", R"([{"timestamp":1714555800,"attachments":[
    {"data":[{"event":{"name":"Fete","start_timestamp":1714555800,"place":{"name":"Green"}}},
             {"note":{"title":"Minutes","text":"Present: Pat"}},{"text":"more"},{"name":"and more"},
             {"external_context":{"name":"News","source":"example.org","url":"https://example.org"}},
             {"novelty":{"deep":[{"er":"ring 07700 900123"}]}}]}],"data":[]}])");
  REQUIRE(read.posts.size() == 1);
  CHECK(read.posts[0] == Parts{"published=2024-05-01 09:30:00", "text[0]=Present: Pat",
                               "title[0]=Minutes", "link[0]=https://example.org", "place[0]=Green",
                               "other[0]=Fete", "other[1]=more", "other[2]=and more",
                               "other[3]=News", "other[4]=example.org",
                               "other[5]=ring 07700 900123"});
}

TEST_CASE("Messages are private, and those of one file a conversation", "[post][facebook_format]") {
  const ReadFile read = ReadText("messages/inbox/pat_1/message_1.json", R"({"participants":[
    {"name":"Pat"}],"messages":[{"sender_name":"Pat","timestamp_ms":1714555800123,
    "content":"Ring 07700 900123"}],"title":"Pat"})");
  CHECK(read.role == FileRole::kPrivate);
  REQUIRE(read.posts.size() == 3);
  CHECK(read.posts[1] == Parts{"account=Pat", "thread=messages/inbox/pat_1/message_1.json",
                               "published=2024-05-01 09:30:00", "text[0]=Ring 07700 900123"});
}

TEST_CASE("A damaged post is unread, and those about it are read", "[post][facebook_format]") {
  const ReadFile read = ReadText("your_posts_1.json",
                                 R"([{"timestamp":1,"data":[{"post":"one"}]},{"timestamp":2,"data":
    [{"post":"two" "x"}]},{"timestamp":"soon","data":[{"post":"three"}]},
    {"timestamp":1e300,"data":[{"post":"four"}]}])");
  REQUIRE(read.posts.size() == 4);
  CHECK(read.posts[0].back() == "text[0]=one");
  CHECK(read.posts[1].back() == "unread bad_json");
  CHECK(read.posts[2] == Parts{"text[0]=three", "other[0]=soon", "note bad_published"});
  CHECK(read.posts[3] == Parts{"text[0]=four", "note bad_published"});
}

TEST_CASE("Which files are Facebook's", "[post][facebook_format]") {
  const auto role_of = [](std::string_view path, std::string_view text) {
    return FacebookFormat().RoleOf({path, text, true});
  };
  CHECK(role_of("a.json", R"({"videos_v2":[]})") == FileRole::kPosts);
  CHECK(role_of("a.json", R"({"friends_v2":[]})") == FileRole::kOther);
  CHECK(role_of("posts/profile_posts_2.json", R"([{"timestamp":1,"title":"x"}])") ==
        FileRole::kPosts);
  CHECK(role_of("a.json", R"([{"timestamp":1,"title":"x"}])") == FileRole::kNotOurs);
  CHECK(role_of("a.json", "[]") == FileRole::kNotOurs);
  CHECK(role_of("instagram/a.json", R"({"participants":[{"name":"Pat"}],"messages":[]})") ==
        FileRole::kNotOurs);
  CHECK(role_of("a.txt", "Dear all") == FileRole::kNotOurs);
}
