#include "scan/seen_matches.h"

#include <string>
#include <vector>

#include "catch.h"
#include "text/skeletoniser.h"

namespace gatepost {
namespace {

Match At(const Skeleton& skeleton, const std::string& value) {
  const auto begin = static_cast<uint32_t>(skeleton.text().find(value));
  return {{}, PatternIndex(0), {}, {begin, begin + static_cast<uint32_t>(value.size())}, false};
}

TEST_CASE("of a view only what was hidden and not seen before is judged", "[scan][seen_matches]") {
  const std::string text = "07700 900123 or O7700 9OO456";
  Post post;
  post.fields.push_back({.text = text});
  SkeletonBatch batch;
  std::vector<std::vector<Problem>> problems(1);
  FoldPosts({&post, 1}, batch, problems, Looks::kTwice);
  REQUIRE(batch.size() == 2);
  const Skeleton plain = batch[SkeletonIndex(0)];
  const Skeleton view = batch[SkeletonIndex(1)];
  REQUIRE(view.text() == "07700 900123 or 07700 900456");

  SeenMatches seen;
  CHECK(seen.Add(plain, At(plain, "07700 900123")));
  CHECK(seen.Add(plain, At(plain, "O7700")));
  CHECK_FALSE(seen.Add(view, At(view, "07700 900123")));  // seen
  CHECK_FALSE(seen.Add(view, At(view, "900123")));        // not seen, but nothing is hidden there
  CHECK(seen.Add(view, At(view, "900456")));
  CHECK_FALSE(seen.Add(view, At(view, "900456")));
  const auto second = static_cast<uint32_t>(text.rfind("O7700"));
  CHECK_FALSE(seen.Add(view, {{}, PatternIndex(0), {}, {second, second + 5}, false}));
  seen.Clear();
  CHECK(seen.Add(view, {{}, PatternIndex(0), {}, {second, second + 5}, false}));
}

}  // namespace
}  // namespace gatepost
