#include "audit/store_visibility.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/store_file.h"
#include "catch.h"

namespace gatepost {
namespace {

// What each post has, by its id.
std::map<std::string, std::pair<Visibility, std::string>> VisibilitiesOf(const StoreFile& store) {
  std::map<std::string, std::pair<Visibility, std::string>> all;
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    all[found.post.post_id] = {found.post.visibility, found.post.visibility_source};
    return {};
  });
  REQUIRE(status);
  return all;
}

}  // namespace

TEST_CASE("posts are marked as public or gone by their refs and addresses",
          "[audit][store_visibility]") {
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)}),
                         PostWith(2, "2024-05-02", {PhoneFinding(2)}),
                         PostWith(3, "2024-05-03", {PhoneFinding(3)})});
  const auto counts = store->SetVisibility(
      {"000000000001", "https://x.com/AmbridgeBC/status/2/", "https://x.com/AmbridgeBC/status/9"},
      {Visibility::kGone, "looked at"});
  REQUIRE(counts);
  CHECK(*counts == std::vector<uint64_t>{1, 1, 0});
  const auto all = VisibilitiesOf(store);
  CHECK(all.at("1") == std::pair(Visibility::kGone, std::string("looked at")));
  CHECK(all.at("2") == std::pair(Visibility::kGone, std::string("looked at")));
  CHECK(all.at("3").first == Visibility::kUnknown);
}

TEST_CASE("every text of an edited post is marked, and the post counts once",
          "[audit][store_visibility]") {
  PostOutcome edited = PostWith(1, "2024-05-01", {PhoneFinding(2)});
  edited.key.text[0] = 1;
  const StoreFile store({PostWith(1, "2024-05-01", {PhoneFinding(1)}), edited});
  const auto counts = store->SetVisibility({"000000000001"}, {Visibility::kPublic, "seen"});
  REQUIRE(counts);
  CHECK(*counts == std::vector<uint64_t>{1});
  uint64_t marked = 0;
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    if (found.post.visibility == Visibility::kPublic) ++marked;
    return {};
  });
  REQUIRE(status);
  CHECK(marked == 2);
}

}  // namespace gatepost
