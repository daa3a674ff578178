#include "match/edges_beside.h"

#include <set>
#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("edges are told as the pattern's rule tells them", "[match][edges_beside]") {
  const EdgesBeside edges_beside;
  for (int beside = 0; beside < 128; ++beside) {
    for (int beyond = 0; beyond < 128; ++beyond) {
      const std::string before = {static_cast<char>(beyond), static_cast<char>(beside), 'x'};
      const std::string after = {'x', static_cast<char>(beside), static_cast<char>(beyond)};
      for (size_t i = 0; i < kEdgeKinds; ++i) {
        const auto edges = static_cast<Edges>(i);
        CAPTURE(NameOf(edges), beside, beyond);
        REQUIRE((edges_beside.Before(before, 2) >> i & 1) == EdgeHoldsBefore(edges, before, 2));
        REQUIRE((edges_beside.After(after, 1) >> i & 1) == EdgeHoldsAfter(edges, after, 1));
      }
    }
  }
}

TEST_CASE("nothing stands before the begin and behind the end", "[match][edges_beside]") {
  const EdgesBeside edges_beside;
  for (const std::string text : {"a", "1a", "ab1"}) {
    for (uint32_t at = 0; at <= text.size(); ++at) {
      for (size_t i = 0; i < kEdgeKinds; ++i) {
        const auto edges = static_cast<Edges>(i);
        CAPTURE(NameOf(edges), text, at);
        CHECK((edges_beside.Before(text, at) >> i & 1) == EdgeHoldsBefore(edges, text, at));
        CHECK((edges_beside.After(text, at) >> i & 1) == EdgeHoldsAfter(edges, text, at));
      }
    }
  }
}

TEST_CASE("what may be allowed together is what two bytes allow", "[match][edges_beside]") {
  const EdgesBeside edges_beside;
  std::set<uint32_t> there;
  for (int beside = 0; beside < 128; ++beside) {
    for (int beyond = 0; beyond < 128; ++beyond) {
      const std::string before = {static_cast<char>(beyond), static_cast<char>(beside)};
      there.insert(edges_beside.Before(before, 2));
    }
  }
  for (uint32_t allowed = 0; allowed < 1U << kEdgeKinds; ++allowed) {
    CAPTURE(allowed);
    CHECK(edges_beside.MayBe(allowed) == there.contains(allowed));
  }
}

}  // namespace
}  // namespace gatepost
