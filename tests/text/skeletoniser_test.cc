#include "text/skeletoniser.h"

#include <string>
#include <vector>

#include "catch.h"
#include "random_text.h"

namespace gatepost {
namespace {

Post PostOf(std::vector<Field> fields) {
  Post post;
  post.fields = std::move(fields);
  return post;
}

}  // namespace

TEST_CASE("every field of every post becomes a skeleton that names both", "[text][skeletoniser]") {
  const std::vector<Post> posts = {
      PostOf({{FieldKind::kText, 0, "Café"}, {FieldKind::kAltText, 0, ""}}), PostOf({}),
      PostOf({{FieldKind::kLink, 0, "https://example.com"}})};
  SkeletonBatch batch;
  std::vector<std::vector<Problem>> problems(posts.size());
  FoldPosts(posts, batch, problems);
  REQUIRE(batch.size() == 3);
  CHECK(batch[SkeletonIndex(0)].text() == "Cafe");
  CHECK(batch[SkeletonIndex(1)].text().empty());
  CHECK(batch[SkeletonIndex(1)].field() == FieldIndex(1));
  CHECK(batch[SkeletonIndex(2)].text() == "https://example.com");
  CHECK(batch[SkeletonIndex(2)].post() == PostIndex(2));
  CHECK(batch[SkeletonIndex(2)].original().data() == posts[2].fields[0].text.data());
  for (const auto& list : problems) CHECK(list.empty());
}

TEST_CASE("what cannot be read is a problem of its post, with field and place",
          "[text][skeletoniser]") {
  const std::string nul("first\nse\0cond", 13);
  const std::vector<Post> posts = {
      PostOf({{FieldKind::kText, 0, "clean"}}),
      PostOf({{FieldKind::kText, 0, "bad \xE9 byte"}, {FieldKind::kAltText, 0, nul}})};
  SkeletonBatch batch;
  std::vector<std::vector<Problem>> problems(posts.size());
  FoldPosts(posts, batch, problems);
  CHECK(problems[0].empty());
  REQUIRE(problems[1].size() == 2);
  CHECK(problems[1][0].kind == ProblemKind::kUnread);
  CHECK(problems[1][0].code == "invalid_utf8");
  CHECK(problems[1][0].where == SourcePlace{"", 1, 5});
  CHECK(problems[1][0].message ==
        "the field text holds bytes that are not UTF-8. Save it as UTF-8 and check it again.");
  CHECK(problems[1][1].code == "nul_byte");
  CHECK(problems[1][1].where == SourcePlace{"", 2, 3});
  CHECK(problems[1][1].message ==
        "the field alt_text holds NUL bytes. Remove them and check it again.");
}

TEST_CASE("a batch folds each field as it folds alone", "[text][skeletoniser]") {
  RandomText random(31);
  std::vector<std::string> texts;
  for (int i = 0; i < 300; ++i) texts.push_back(random.Next(30));
  std::vector<Post> posts;
  for (const std::string& text : texts) posts.push_back(PostOf({{FieldKind::kText, 0, text}}));
  SkeletonBatch batch;
  std::vector<std::vector<Problem>> problems(posts.size());
  FoldPosts(posts, batch, problems, Looks::kOnce);
  REQUIRE(batch.size() == texts.size());
  for (size_t i = 0; i < texts.size(); ++i) {
    std::string text;
    std::vector<OffsetEdit> edits;
    Fold(texts[i], text, edits);
    const Skeleton alone(text, texts[i], edits, PostIndex(i), FieldIndex(0), View::kPlain);
    const Skeleton skeleton = batch[SkeletonIndex(i)];
    REQUIRE(skeleton.text() == alone.text());
    for (uint32_t at = 0; at < text.size(); ++at) {
      REQUIRE(skeleton.ToOriginal({at, at + 1}) == alone.ToOriginal({at, at + 1}));
    }
  }
}

}  // namespace gatepost
