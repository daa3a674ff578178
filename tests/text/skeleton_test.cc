#include "text/skeleton.h"

#include <string>

#include "catch.h"
#include "text/fold.h"

namespace gatepost {
namespace {

void Add(SkeletonBatch& batch, std::string_view original, size_t field) {
  batch.AddPlain(PostIndex(7), FieldIndex(field), original);
}

}  // namespace

TEST_CASE("the original of a value is the value and nothing beside it", "[text][skeleton]") {
  struct Row {
    const char* original;
    const char* value;     // in the skeleton
    const char* expected;  // in the original
  };
  const Row row = GENERATE(
      Row{"call 07700 900123 now", "07700 900123", "07700 900123"},
      Row{"é 07700\u00A0900123 é", "07700 900123", "07700\u00A0900123"},
      Row{"\u200B07\u200B700\u200B900123\u200B!", "07700900123", "07\u200B700\u200B900123"},
      Row{"(0\uFE0F\u20E37\uFE0F\u20E3)", "07", "0\uFE0F\u20E37\uFE0F\u20E3"},
      Row{"電話０７７００です", "07700", "０７７００"}, Row{"ⓐ⓪⑦⑦⓪⓪ⓑ", "07700", "⓪⑦⑦⓪⓪"},
      Row{"Straße 5", "ss", "ß"}, Row{"Straße 5", "s", "ß"}, Row{"e\u0301x", "x", "x"},
      Row{"e\u0301x", "e", "e\u0301"}, Row{"a\r\nb", "\n", "\r\n"}, Row{"12½ miles", "1/2", "½"},
      Row{"\xFFjo@example.com\xE2\x82", "jo@example.com", "jo@example.com"},
      Row{"👩\u200D👩 jo", "jo", "jo"});
  SkeletonBatch batch;
  Add(batch, row.original, 0);
  const Skeleton skeleton = batch[SkeletonIndex(0)];
  const size_t begin = skeleton.text().find(row.value);
  REQUIRE(begin != std::string_view::npos);
  const Span span{static_cast<uint32_t>(begin),
                  static_cast<uint32_t>(begin + std::string_view(row.value).size())};
  CHECK(Cut(skeleton.original(), skeleton.ToOriginal(span)) == row.expected);
}

TEST_CASE("a marked digit comes with the neighbour that makes it a digit", "[text][skeleton]") {
  SkeletonBatch batch;
  Add(batch, "²³¹²³", 0);  // two bytes each; written as two and three
  const Skeleton skeleton = batch[SkeletonIndex(0)];
  CHECK(skeleton.text() == "23123");
  CHECK(skeleton.ToOriginal({0, 1}) == Span{0, 4});
  CHECK(skeleton.ToOriginal({1, 2}) == Span{0, 4});
  CHECK(skeleton.ToOriginal({4, 5}) == Span{4, 10});
  CHECK(skeleton.ToOriginal({1, 3}) == Span{0, 10});
  CHECK(skeleton.ToOriginal({0, 5}) == Span{0, 10});
}

TEST_CASE("a batch holds its skeletons end to end with a NUL after each", "[text][skeleton]") {
  SkeletonBatch batch;
  CHECK(batch.empty());
  Add(batch, "one", 0);
  Add(batch, "", 1);
  Add(batch, "“zwei”", 2);
  REQUIRE(batch.size() == 3);
  CHECK(batch.text() == std::string_view("one\0\0\"zwei\"\0", 12));
  CHECK(batch.SpanOf(SkeletonIndex(0)) == Span{0, 3});
  CHECK(batch.SpanOf(SkeletonIndex(1)) == Span{4, 4});
  CHECK(batch.SpanOf(SkeletonIndex(2)) == Span{5, 11});

  const Skeleton last = batch[SkeletonIndex(2)];
  CHECK(last.text() == "\"zwei\"");
  CHECK(last.original() == "“zwei”");
  CHECK(last.post() == PostIndex(7));
  CHECK(last.field() == FieldIndex(2));
  CHECK(last.view() == View::kPlain);
  CHECK(Cut(last.original(), last.ToOriginal({1, 5})) == "zwei");
  CHECK(batch[SkeletonIndex(0)].ToOriginal({1, 3}) == Span{1, 3});
}

TEST_CASE("a cleared batch starts anew", "[text][skeleton]") {
  SkeletonBatch batch;
  Add(batch, "“first”", 0);
  batch.Clear();
  CHECK(batch.empty());
  CHECK(batch.text().empty());
  Add(batch, "é", 3);
  CHECK(batch[SkeletonIndex(0)].text() == "e");
  CHECK(batch[SkeletonIndex(0)].ToOriginal({0, 1}) == Span{0, 2});
  CHECK(batch[SkeletonIndex(0)].field() == FieldIndex(3));
}

TEST_CASE("edits of a plain skeleton are made once, those of a copy never", "[text][skeleton]") {
  SkeletonBatch batch;
  Add(batch, "caf\u00E9 noir", 0);
  Add(batch, "plain text, long enough", 1);
  CHECK(batch[SkeletonIndex(0)].edits().size() == 1);
  CHECK(batch[SkeletonIndex(0)].edits().data() == batch[SkeletonIndex(0)].edits().data());
  CHECK(batch[SkeletonIndex(1)].edits().empty());
  CHECK(batch[SkeletonIndex(1)].edits().data() == nullptr);
  CHECK(batch[SkeletonIndex(1)].ToOriginal({6, 10}) == Span{6, 10});
}

}  // namespace gatepost
