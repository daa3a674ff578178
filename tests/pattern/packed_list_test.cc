#include "pattern/packed_list.h"

#include <string>
#include <vector>

#include "catch.h"
#include "pattern/evidence_rules.h"

namespace gatepost {
namespace {

using Phrases = PackedList<std::string>;

TEST_CASE("a list is the same after a way through what it is packed in", "[pattern][packed_list]") {
  const std::vector<std::string> given = {"nhs no", "a", "d.o.b"};
  const Phrases list(given);
  CHECK(list.all() == given);
  const Phrases kept = Phrases::Of(SharedBytes(list.packed()));
  CHECK_FALSE(kept.empty());
  CHECK(kept.all() == given);
  CHECK(kept.packed() == list.packed());
  CHECK(Phrases(kept)[2] == "d.o.b");
}

TEST_CASE("a list of nothing is empty, and packed to nothing", "[pattern][packed_list]") {
  for (const Phrases& list : {Phrases(), Phrases(std::vector<std::string>()), Phrases::Of({})}) {
    CHECK(list.empty());
    CHECK(list.size() == 0);
    CHECK(list.packed().empty());
  }
}

TEST_CASE("weights keep their points and phrases", "[pattern][packed_list]") {
  const PackedList<Weight> list({{-12, "our *"}, {7, "*"}, {1000, "a b c"}});
  const auto kept = PackedList<Weight>::Of(SharedBytes(list.packed()));
  REQUIRE(kept.size() == 3);
  for (size_t i = 0; i < kept.size(); ++i) {
    CHECK(kept[i].points == list[i].points);
    CHECK(kept[i].phrase == list[i].phrase);
  }
}

}  // namespace
}  // namespace gatepost
