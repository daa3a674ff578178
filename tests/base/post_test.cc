#include "base/post.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("Every field kind has a name of its own that leads back to it", "[base][post]") {
  for (int i = 0; i <= static_cast<int>(FieldKind::kOther); ++i) {
    const auto kind = static_cast<FieldKind>(i);
    CAPTURE(NameOf(kind));
    CHECK(FieldKindOf(NameOf(kind)) == kind);
  }
  CHECK(NameOf(FieldKind::kText) == "text");
  CHECK(NameOf(FieldKind::kAltText) == "alt_text");
  CHECK(NameOf(FieldKind::kOther) == "other");
}

TEST_CASE("A field kind that is not known is `other`, so that it is scanned all the same",
          "[base][post]") {
  CHECK(FieldKindOf("signature") == FieldKind::kOther);
  CHECK(FieldKindOf("") == FieldKind::kOther);
  CHECK(FieldKindOf("Text") == FieldKind::kOther);
}

TEST_CASE("Whether a post can still be seen is said in a word", "[base][post]") {
  CHECK(NameOf(Post().visibility) == "unknown");
  CHECK(NameOf(Visibility::kPublic) == "yes");
  CHECK(NameOf(Visibility::kGone) == "no");
}

TEST_CASE("Every post kind has a name that leads back to it, and no other name does",
          "[base][post]") {
  for (const PostKind kind :
       {PostKind::kOwn, PostKind::kReply, PostKind::kRepost, PostKind::kInbound}) {
    CHECK(PostKindOf(NameOf(kind)) == kind);
  }
  CHECK(NameOf(PostKind::kReply) == "reply");
  CHECK_FALSE(PostKindOf("quote"));
  CHECK_FALSE(PostKindOf(""));
}
