#include "match/begin_windows.h"

#include <random>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

std::vector<Span> Of(const std::vector<Span>& added) {
  BeginWindows begins;
  for (const Span window : added) begins.Add(window);
  begins.Finish();
  return {begins.windows().begin(), begins.windows().end()};
}

constexpr uint32_t kFar = BeginWindows::kMaxMergedGap + 1;

TEST_CASE("windows that touch or nearly touch become one", "[match][begin_windows]") {
  CHECK(Of({}).empty());
  CHECK(Of({{3, 4}}) == std::vector<Span>{{3, 4}});
  CHECK(Of({{3, 5}, {4, 9}}) == std::vector<Span>{{3, 9}});
  CHECK(Of({{3, 9}, {4, 6}}) == std::vector<Span>{{3, 9}});
  CHECK(Of({{3, 4}, {4, 5}}) == std::vector<Span>{{3, 5}});
  CHECK(Of({{3, 4}, {3 + kFar, 3 + kFar + 1}}) == std::vector<Span>{{3, 3 + kFar + 1}});
  CHECK(Of({{3, 4}, {4 + kFar, 5 + kFar}}) == std::vector<Span>{{3, 4}, {4 + kFar, 5 + kFar}});
}

TEST_CASE("windows may come in any order", "[match][begin_windows]") {
  CHECK(Of({{200, 201}, {100, 101}, {3, 4}}) == std::vector<Span>{{3, 4}, {100, 101}, {200, 201}});
  CHECK(Of({{100, 101}, {3, 400}, {200, 201}}) == std::vector<Span>{{3, 400}});
}

TEST_CASE("what was added is within the windows, and they are sorted and apart",
          "[match][begin_windows]") {
  std::mt19937 random(1);
  BeginWindows begins;
  for (int round = 0; round < 200; ++round) {
    begins.Clear();
    std::vector<Span> added;
    for (size_t i = random() % 20; i > 0; --i) {
      const auto begin = static_cast<uint32_t>(random() % 500);
      added.push_back({begin, begin + 1 + static_cast<uint32_t>(random() % 30)});
      begins.Add(added.back());
    }
    begins.Finish();
    for (const Span window : added) {
      CHECK(IsWithin(begins.windows(), window.begin));
      CHECK(IsWithin(begins.windows(), window.end - 1));
    }
    for (size_t i = 1; i < begins.windows().size(); ++i) {
      CHECK(begins.windows()[i - 1].end + BeginWindows::kMaxMergedGap < begins.windows()[i].begin);
    }
  }
}

TEST_CASE("a place is within a window from its begin to before its end", "[match][begin_windows]") {
  const std::vector<Span> windows = {{3, 5}, {100, 101}};
  CHECK_FALSE(IsWithin(windows, 2));
  CHECK(IsWithin(windows, 3));
  CHECK(IsWithin(windows, 4));
  CHECK_FALSE(IsWithin(windows, 5));
  CHECK(IsWithin(windows, 100));
  CHECK_FALSE(IsWithin(windows, 101));
  CHECK_FALSE(IsWithin({}, 0));
}

TEST_CASE("memory is bounded by the text, however often a trigger fires",
          "[match][begin_windows]") {
  BeginWindows begins;
  constexpr uint32_t kText = 100'000;
  for (uint32_t at = 0; at < kText; at += 2) begins.Add({at, at + 1});
  begins.Finish();
  CHECK(begins.windows().size() == 1);
}

}  // namespace
}  // namespace gatepost
