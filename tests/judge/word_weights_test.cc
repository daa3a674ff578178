#include "judge/word_weights.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

Weights MakeWeights() {
  Weights weights;
  weights.phrases = {{-5, "*"},          {2, "0"},       {9, "<inbound> our *"},
                     {30, "<line> *"},   {6, "<reply>"}, {25, "<reply> , *"},
                     {20, "<uk.phone>"}, {3, "^ our"},   {7, "bin"},
                     {-20, "library"},   {4, "our"},     {10, "our *"}};
  return weights;
}

WordWeights::Sum SumOf(const std::string& text, PostKind kind = PostKind::kOwn) {
  static const Weights kWeights = MakeWeights();
  static const WordWeights kByPhrase(kWeights);
  const auto begin = static_cast<uint32_t>(text.find("AA1 1AA"));
  SplitText words(text);
  return kByPhrase.Of(PhrasesAround({words, {begin, begin + 7}, {}, kind}, 40));
}

}  // namespace

TEST_CASE("each phrase that stands there adds its points once", "[judge][word_weights]") {
  CHECK(SumOf("AA1 1AA").points == -5);
  CHECK(SumOf("the bin at AA1 1AA, a bin!").points == 2);
  CHECK(SumOf("the BIN at our AA1 1AA").points == -5 + 7 + 10 + 4);
  CHECK(SumOf("Our 3 bins: AA1 1AA").points == -5 + 4 + 3 + 2);
  CHECK(SumOf("AA1 1AA", PostKind::kReply).points == 1);
  CHECK(SumOf("at our AA1 1AA", PostKind::kInbound).points == -5 + 10 + 4 + 9);
}

TEST_CASE("the phrases that say most are named, on the side of the sum", "[judge][word_weights]") {
  CHECK(SumOf("AA1 1AA").strongest.empty());
  CHECK(SumOf("the bin at our AA1 1AA", PostKind::kReply).strongest == "our * | bin | <reply>");
  CHECK(SumOf("library bin AA1 1AA").strongest == "library");
  // One for inbound posts alone is named like the one for all.
  CHECK(SumOf("at our AA1 1AA", PostKind::kInbound).strongest == "our * | our");
  CHECK(SumOf("bin\nAA1 1AA").strongest == "<line> * | bin");
  CHECK(SumOf("bin, AA1 1AA", PostKind::kReply).strongest == ", * | bin | <reply>");
}

}  // namespace gatepost
