#include "text/simple_fold.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "catch.h"
#include "random_text.h"
#include "text/byte_masks.h"
#include "text/fold.h"

namespace gatepost {
namespace {

using SimpleFold = SimpleRun (*)(std::string_view, char*, const EditSink*);

struct Written {
  size_t read = 0;
  std::string text;
  std::vector<OffsetEdit> edits;
};

bool SameEdits(const std::vector<OffsetEdit>& a, const std::vector<OffsetEdit>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
    return one.derived == other.derived && one.original == other.original;
  });
}

bool Same(const Written& a, const Written& b) {
  return a.read == b.read && a.text == b.text && SameEdits(a.edits, b.edits);
}

Written Run(SimpleFold fold, std::string_view original) {
  Written written;
  written.text.resize(original.size() + kSimpleFoldRoom);
  const EditSink sink{written.edits, 5, 7};
  const SimpleRun run = fold(original, written.text.data(), &sink);
  written.read = run.read;
  written.text.resize(run.written);
  return written;
}

// A copy that ends where its memory ends, so that a sanitizer sees what is read behind it.
Written RunExactly(SimpleFold fold, std::string_view original) {
  const std::vector<char> bytes(original.begin(), original.end());
  return Run(fold, {bytes.data(), bytes.size()});
}

// Texts of several scripts, so long that blocks end anywhere in their sequences.
std::string LongText(RandomText& random) {
  std::string text;
  const size_t parts = random.Below(12);
  for (size_t i = 0; i < parts; ++i) {
    const char32_t page = std::vector<char32_t>{0x80,   0x100,  0x400,  0x600,   0x900,   0x2000,
                                                0x3040, 0x4E00, 0xAC00, 0x1F300, 0x1F600, 0xE0000,
                                                0x2000, 0xC0,   0xD7A0, 0x10FF00}[random.Below(16)];
    for (size_t j = random.Below(30); j > 0; --j) {
      AppendUtf8(page + static_cast<char32_t>(random.Below(128)), text);
      if (random.Below(6) == 0) text += ' ';
    }
    text += random.Ascii(random.Below(70));
    if (random.Below(8) == 0) text += random.Next(6);
  }
  return text;
}

}  // namespace

TEST_CASE("masks of many bytes at once are those of each byte", "[text][byte_masks]") {
  RandomText random(70);
  for (int i = 0; i < 5000; ++i) {
    std::string block = i % 2 == 0 ? LongText(random) : random.Ascii(80);
    block.resize(kBlockBytes, static_cast<char>(i));
    if (i % 3 == 0) block[random.Below(block.size())] = static_cast<char>(random.Below(256));
    const ByteMasks found = ByteMasksOf(block.data());
    const ByteMasks expected = byte_masks::OfBytes(block.data());
    REQUIRE(found.from_80 == expected.from_80);
    REQUIRE(found.from_c0 == expected.from_c0);
    REQUIRE(found.from_e0 == expected.from_e0);
    REQUIRE(found.from_f0 == expected.from_f0);
    REQUIRE(found.controls == expected.controls);
    REQUIRE(ArePlain16(block.data()) == byte_masks::ArePlain(block.data(), kChunkBytes));
    REQUIRE(ArePlain64(block.data()) == byte_masks::ArePlain(block.data(), kBlockBytes));
  }
}

TEST_CASE("what is simple folds the same with AVX-512 and without", "[text][simple_fold]") {
  RandomText random(71);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = i % 4 == 0 ? random.Next(40) : LongText(random);
    const std::string_view rest = std::string_view(text).substr(random.Below(text.size() + 1));
    if (!Same(RunExactly(FoldSimple, rest), RunExactly(FoldSimplePortably, rest)))
      FAIL("text " << i);
  }
  SUCCEED();
}

// Code point by code point, each folded alone where its neighbours do not matter.
TEST_CASE("each simple code point has an edit of its own", "[text][simple_fold]") {
  RandomText random(72);
  for (int i = 0; i < 3000; ++i) {
    const std::string original = LongText(random);
    const Written run = RunExactly(FoldSimple, original);
    std::string text;
    std::vector<OffsetEdit> edits;
    for (uint32_t at = 0; at < run.read;) {
      const CodePoint point = DecodeUtf8(original, at);
      const std::string folded = Folded(std::string_view(original).substr(at, point.size));
      const auto derived = static_cast<uint32_t>(7 + text.size());
      const auto size = static_cast<uint32_t>(folded.size());
      if (point.size > 1) {
        edits.push_back({{derived, derived + size}, {5 + at, 5 + at + point.size}});
      }
      text += folded;
      at += point.size;
    }
    if (text != run.text || !SameEdits(edits, run.edits)) FAIL("text " << i);
  }
  SUCCEED();
}

TEST_CASE("a text folds the same with its edits and without", "[text][simple_fold]") {
  RandomText random(73);
  for (int i = 0; i < 5000; ++i) {
    const std::string original = i % 4 == 0 ? random.Next(40) : LongText(random);
    std::string with_edits = "before";
    std::string without = "before";
    std::vector<OffsetEdit> edits;
    Fold(original, with_edits, edits);
    Fold(original, without);
    if (with_edits != without) FAIL("text " << i);
  }
  SUCCEED();
}

TEST_CASE("what is not simple stops the run", "[text][simple_fold]") {
  struct Row {
    const char* original;
    size_t read;
    const char* text;
  };
  const Row row =
      GENERATE(Row{"", 0, ""}, Row{"plain\ntext", 10, "plain\ntext"}, Row{"ta\tb", 2, "ta"},
               Row{"é—ж", 7, "e-_"}, Row{"a½", 1, "a"}, Row{"x\xC0\x80", 1, "x"},
               Row{"x\xED\xA0\x80", 1, "x"}, Row{"x\xE0\x80\xA9", 1, "x"},
               Row{"x\xF0\x80\x80\xA9", 1, "x"}, Row{"x\xF4\x90\x80\x80", 1, "x"},
               Row{"é\xC3", 2, "e"}, Row{"é\x80", 2, "e"}, Row{"漢字かな", 12, "\x1A\x1A\x1A\x1A"},
               Row{"한국", 6, "__"}, Row{"a\u200Bb", 5, "ab"}, Row{"\xFF", 0, ""});
  CAPTURE(row.original);
  for (const SimpleFold fold : {FoldSimple, FoldSimplePortably}) {
    const Written run = RunExactly(fold, row.original);
    CHECK(run.read == row.read);
    CHECK(run.text == row.text);
  }
}

TEST_CASE("a plain prefix is as long as it can be, or a few bytes shorter", "[text][simple_fold]") {
  for (size_t size = 0; size < 700; ++size) {
    const std::string text(size, 'x');
    const size_t found = PlainPrefix(text);
    if (found > size || found + 16 <= size) FAIL("size " << size);
    for (const size_t at : {size / 3, size / 2, size - size / 4}) {
      std::string spoiled = text + "tail";
      spoiled[at] = '\x7F';
      const size_t before = PlainPrefix(spoiled);
      if (before > at || before + 16 <= at) FAIL("size " << size << " at " << at);
    }
  }
  SUCCEED();
}

}  // namespace gatepost
