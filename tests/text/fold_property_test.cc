#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "catch.h"
#include "random_text.h"
#include "text/fold.h"
#include "text/grapheme.h"
#include "text/skeleton.h"

// What holds for any text whatever, tried on texts from fixed seeds: valid, hostile and invalid.

namespace gatepost {
namespace {

constexpr int kTexts = 1500;

struct Folding {
  explicit Folding(std::string_view original) : original_text(original) {
    Fold(original, text, edits);
  }
  [[nodiscard]] Skeleton skeleton() const {
    return {text, original_text, edits, PostIndex(0), FieldIndex(0), View::kPlain};
  }

  std::string_view original_text;
  std::string text;
  std::vector<OffsetEdit> edits;
};

bool IsSkeletonByte(char c) {
  return (c >= ' ' && c <= '~') || c == '\n' || c == kSymbolMark || c == kTelephoneMark ||
         c == kMailMark || c == kHouseMark;
}

Span RandomSpan(RandomText& random, size_t size) {
  const size_t begin = random.Below(size);
  const size_t end = begin + 1 + random.Below(size - begin);
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

TEST_CASE("a skeleton is 7-bit, without NUL, and of the bytes its header names", "[text][fold]") {
  RandomText random(1);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(40);
    for (const char c : Folded(original)) {
      if (!IsSkeletonByte(c)) FAIL("byte " << static_cast<int>(c) << " of text " << i);
    }
  }
  SUCCEED();
}

TEST_CASE("a skeleton is at most twice as long as its original", "[text][fold]") {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    std::string original;
    AppendUtf8(value, original);
    if (Folded(original).size() > 2 * original.size()) FAIL("U+" << std::hex << uint32_t{value});
  }
  CHECK(Folded("\u00BD") == " 1/2");  // the bound is met
  RandomText random(5);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(40);
    REQUIRE(Folded(original).size() <= 2 * original.size());
  }
}

TEST_CASE("edits ascend and all between them is copied one to one", "[text][fold]") {
  RandomText random(2);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(40);
    const Folding folding(original);
    uint32_t derived = 0;
    uint32_t source = 0;
    for (const OffsetEdit& edit : folding.edits) {
      CAPTURE(i, edit.derived.begin, edit.original.begin);
      REQUIRE(edit.derived.begin >= derived);
      REQUIRE(edit.derived.begin - derived == edit.original.begin - source);
      REQUIRE(edit.original.begin < edit.original.end);
      derived = edit.derived.end;
      source = edit.original.end;
    }
    REQUIRE(folding.text.size() - derived == original.size() - source);
  }
}

TEST_CASE("folding the original of any span that is not empty gives the span again",
          "[text][skeleton]") {
  RandomText random(3);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(30);
    const Folding folding(original);
    if (folding.text.empty()) continue;
    for (int j = 0; j < 30; ++j) {
      const Span span = RandomSpan(random, folding.text.size());
      const Span back = folding.skeleton().ToOriginal(span);
      REQUIRE(back.end <= original.size());
      const std::string again = Folded(Cut(original, back));
      CAPTURE(i, span.begin, span.end, back.begin, back.end, again);
      REQUIRE(again.find(Cut(folding.text, span)) != std::string::npos);
    }
  }
}

TEST_CASE("originals of spans lie on grapheme boundaries and keep the order of the spans",
          "[text][skeleton]") {
  RandomText random(4);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(40);
    const Folding folding(original);
    Span last;
    for (uint32_t begin = 0; begin < folding.text.size(); ++begin) {
      const Span back = folding.skeleton().ToOriginal({begin, begin + 1});
      CAPTURE(i, begin, back.begin, back.end);
      REQUIRE(back.begin >= last.begin);
      REQUIRE(back.end >= last.end);
      REQUIRE(GraphemeBegin(original, back.begin) == back.begin);
      REQUIRE(GraphemeEnd(original, back.end) == back.end);
      const Span all_before = folding.skeleton().ToOriginal({0, begin + 1});
      REQUIRE(all_before.end == back.end);
      last = back;
    }
  }
}

TEST_CASE("an empty span has an empty original, in order with the others", "[text][skeleton]") {
  RandomText random(5);
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(30);
    const Folding folding(original);
    uint32_t last = 0;
    for (uint32_t at = 0; at <= folding.text.size(); ++at) {
      const Span back = folding.skeleton().ToOriginal({at, at});
      REQUIRE(back.empty());
      REQUIRE(back.begin >= last);
      REQUIRE(back.end <= original.size());
      last = back.begin;
    }
  }
}

TEST_CASE("a text folds the same alone and after others", "[text][fold]") {
  RandomText random(6);
  std::string text;
  std::vector<OffsetEdit> edits;
  for (int i = 0; i < kTexts; ++i) {
    const std::string original = random.Next(40);
    const size_t text_begin = text.size();
    const size_t edits_begin = edits.size();
    Fold(original, text, edits);
    const Folding alone(original);
    REQUIRE(std::string_view(text).substr(text_begin) == alone.text);
    REQUIRE(edits.size() - edits_begin == alone.edits.size());
    for (size_t j = 0; j < alone.edits.size(); ++j) {
      REQUIRE(edits[edits_begin + j].derived == alone.edits[j].derived);
      REQUIRE(edits[edits_begin + j].original == alone.edits[j].original);
    }
  }
}

TEST_CASE("skeletons are their own skeletons, marks apart", "[text][fold]") {
  RandomText random(7);
  for (int i = 0; i < kTexts; ++i) {
    std::string text = Folded(random.Next(40));
    for (char& c : text) {
      if (c < ' ' && c != '\n') c = kSymbolMark;
    }
    REQUIRE(Folded(text) == text);
  }
}

TEST_CASE("hostile runs take linear time", "[text][skeleton]") {
  // Anything quadratic would take hundreds of times as long as the rest of the tests.
  const char* const unit = GENERATE("\u0301", "\u200D", "\U0001F1E6", "²", "²\u0301", "\u0600",
                                    "\u1100", "\U0001F468\u200D", "1\u200D", "\xF0", "\u00BD");
  std::string original = "1";
  for (int i = 0; i < 30'000; ++i) original += unit;
  original += '1';
  const Folding folding(original);
  const Skeleton skeleton = folding.skeleton();
  const auto size = static_cast<uint32_t>(folding.text.size());
  for (uint32_t at = 0; at < size; ++at) REQUIRE_FALSE(skeleton.ToOriginal({at, at + 1}).empty());
  CHECK(skeleton.ToOriginal({0, size}) == Span{0, static_cast<uint32_t>(original.size())});
}

}  // namespace gatepost
