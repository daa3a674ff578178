#include "audit/post_keys.h"

#include <string_view>
#include <vector>

#include "catch.h"

using namespace gatepost;

namespace {

const std::vector<uint8_t> kSecret(32, 7);

Post PostOf(std::string_view id, std::string_view account, std::string_view text) {
  Post post;
  post.id = id;
  post.account = account;
  post.source = "x";
  post.published = Time(std::chrono::seconds(1'700'000'000));
  post.fields.push_back({FieldKind::kText, 0, text, nullptr});
  return post;
}

PostKey KeyOf(const Post& post) { return PostKeys(kSecret).Of(post); }
bool AreOne(const Post& a, const Post& b) { return KeyOf(a).post == KeyOf(b).post; }

}  // namespace

TEST_CASE("A post with an id and an account is the one of that id, whatever it says and when",
          "[audit][post_keys]") {
  const Post post = PostOf("17", "AmbridgeBC", "first");
  Post edited = PostOf("17", "AmbridgeBC", "second");
  edited.published.reset();
  edited.url = "https://example.com/17";
  CHECK(AreOne(post, edited));
  CHECK(KeyOf(post).text != KeyOf(edited).text);
  CHECK_FALSE(AreOne(post, PostOf("18", "AmbridgeBC", "first")));
  CHECK_FALSE(AreOne(post, PostOf("17", "AmbridgeBins", "first")));
  Post elsewhere = post;
  elsewhere.source = "mastodon";
  CHECK_FALSE(AreOne(post, elsewhere));
}

TEST_CASE("Any other post is the one that says the same at the same time", "[audit][post_keys]") {
  const bool has_id = GENERATE(true, false);
  const Post post = has_id ? PostOf("17", "", "first") : PostOf("", "AmbridgeBC", "first");
  CHECK(AreOne(post, Post(post)));
  Post other = post;
  other.fields[0].text = "second";
  CHECK_FALSE(AreOne(post, other));
  other = post;
  other.published = *post.published + std::chrono::seconds(1);
  CHECK_FALSE(AreOne(post, other));
  other.published.reset();
  CHECK_FALSE(AreOne(post, other));
  other = post;
  other.fields[0].kind = FieldKind::kAltText;
  CHECK_FALSE(AreOne(post, other));
  other = post;
  other.fields.push_back({FieldKind::kLink, 0, "", nullptr});
  CHECK_FALSE(AreOne(post, other));
}

TEST_CASE("Parts do not run into each other", "[audit][post_keys]") {
  CHECK_FALSE(AreOne(PostOf("12", "3", ""), PostOf("1", "23", "")));
  Post two = PostOf("", "", "ab");
  two.fields.push_back({FieldKind::kText, 1, "c", nullptr});
  Post other = PostOf("", "", "a");
  other.fields.push_back({FieldKind::kText, 1, "bc", nullptr});
  CHECK_FALSE(AreOne(two, other));
}

TEST_CASE("Keys are those of their secret, and do not depend on what came before",
          "[audit][post_keys]") {
  const Post post = PostOf("17", "AmbridgeBC", "first");
  PostKeys keys(kSecret);
  static_cast<void>(keys.Of(PostOf("", "", "another")));
  CHECK(keys.Of(post).post == KeyOf(post).post);
  CHECK(keys.Of(post).text == KeyOf(post).text);
  const std::vector<uint8_t> other(32, 8);
  CHECK(PostKeys(other).Of(post).post != KeyOf(post).post);
  CHECK(PostKeys(other).Of(post).text != KeyOf(post).text);
}

TEST_CASE("A post that nothing could be read of is the one of its place", "[audit][post_keys]") {
  PostKeys keys(kSecret);
  const PostKey key = keys.OfPlace("hash", "a.js", 7);
  CHECK(keys.OfPlace("hash", "a.js", 7).post == key.post);
  CHECK(keys.OfPlace("hash", "a.js", 8).post != key.post);
  CHECK(keys.OfPlace("hash", "b.js", 7).post != key.post);
  CHECK(keys.OfPlace("other", "a.js", 7).post != key.post);
  CHECK(keys.Of(Post()).post != key.post);
}
