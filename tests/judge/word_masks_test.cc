#include "judge/word_masks.h"

#include <string>

#include "catch.h"
#include "text/random_text.h"

namespace gatepost {
namespace {

void RequireSame(const WordMasks& masks, const WordMasks& plain) {
  REQUIRE(masks.words == plain.words);
  REQUIRE(masks.signs == plain.signs);
  REQUIRE(masks.apostrophes == plain.apostrophes);
}

TEST_CASE("the bytes of words are told apart the same way on every processor", "[judge][words]") {
  RandomText random(3);
  for (int i = 0; i < 500; ++i) {
    std::string text;
    for (size_t size = random.Below(150); size > 0; --size) {
      text += static_cast<char>(random.Below(128));
    }
    for (size_t at = 0; at <= text.size() + 64; at += 1 + random.Below(64)) {
      CAPTURE(text, at);
      const WordMasks plain = PlainWordMasksOf(text, at);
      RequireSame(WordMasksOf(text, at), plain);
#if defined(__x86_64__)
      RequireSame(WordMasksBySse2(text, at), plain);
#endif
    }
  }
  const WordMasks masks = PlainWordMasksOf("a $_9'#", 0);
  CHECK(masks.words == 0b0011001);
  CHECK(masks.signs == 0b1000100);
  CHECK(masks.apostrophes == 0b0100000);
}

}  // namespace
}  // namespace gatepost
