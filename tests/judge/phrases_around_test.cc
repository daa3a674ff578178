#include "judge/phrases_around.h"

#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

// All phrases around `value`, which stands once in `text`, but for those told of replies alone.
std::vector<std::string> Around(const std::string& text, const std::string& value, uint16_t words,
                                const std::vector<NamedSpan>& others = {}) {
  const auto begin = static_cast<uint32_t>(text.find(value));
  const Span span{begin, begin + static_cast<uint32_t>(value.size())};
  SplitText split(text);
  std::vector<std::string> phrases =
      AllOf(PhrasesAround({split, span, others, PostKind::kReply}, words));
  std::erase_if(phrases, [](const std::string& phrase) { return phrase.starts_with("<reply> "); });
  return phrases;
}

}  // namespace

TEST_CASE("phrases are words, two neighbours, and those that reach the value",
          "[judge][phrases_around]") {
  CHECK(Around("Come to our house 14 Mill Lane at ten", "14 Mill Lane", 40) ==
        std::vector<std::string>{"*", "* at", "* at ten", "<reply>", "^ come", "at", "at ten",
                                 "come", "come to", "house", "house *", "our", "our house",
                                 "our house *", "ten", "ten ^", "to", "to our", "to our house *"});
}

TEST_CASE("what reaches up to the value is told of the post's kind, too",
          "[judge][phrases_around]") {
  SplitText words("at AA1 1AA on");
  const PhrasesAround around({words, {3, 10}, {}, PostKind::kInbound}, 40);
  CHECK(AllOf(around) == std::vector<std::string>{"*", "* on", "* on ^", "<inbound>", "<inbound> *",
                                                  "<inbound> * on", "<inbound> * on ^",
                                                  "<inbound> ^ at *", "<inbound> at",
                                                  "<inbound> at *", "<inbound> on", "^ at",
                                                  "^ at *", "at", "at *", "on", "on ^"});
}

TEST_CASE("signs and line breaks right beside the value are seen", "[judge][phrases_around]") {
  CHECK(Around("at: AA1 1AA\nthen", "AA1 1AA", 40) ==
        std::vector<std::string>{"*", "* <line>", "* <line> then", "* then", "* then ^", ": *",
                                 "<reply>", "^ at", "^ at *", "at", "at *", "at : *", "then",
                                 "then ^"});
  CHECK(Around("AA1 1AA, is it?", "AA1 1AA", 40) ==
        std::vector<std::string>{"*", "* ,", "* , is", "* is", "* is it", "<reply>", "?", "^ *",
                                 "is", "is it", "it", "it ^"});
}

TEST_CASE("a value alone in its text has the edges beside it", "[judge][phrases_around]") {
  CHECK(Around("AA1 1AA", "AA1 1AA", 40) == std::vector<std::string>{"*", "* ^", "<reply>", "^ *"});
}

TEST_CASE("of numbers only that they are there is said", "[judge][phrases_around]") {
  CHECK(Around("order 4711 b12 AA1 1AA", "AA1 1AA", 2) ==
        std::vector<std::string>{"*", "* ^", "0", "0 0a", "0 0a *", "0a", "0a *", "<reply>"});
}

TEST_CASE("numbers of every length, and what is none", "[judge][phrases_around]") {
  for (const std::string number : {"7", "47", "471", "4711", "47110", "4711008", "47110081",
                                   "471100815", "4711008151234567", "47110081512345678"}) {
    CAPTURE(number);
    CHECK(Around(number + " AA1 1AA", "AA1 1AA", 1) ==
          std::vector<std::string>{"*", "* ^", "0", "0 *", "<reply>"});
    for (size_t i = 0; i < number.size() && number.size() > 1; ++i) {
      std::string mixed = number;
      mixed[i] = 'b';
      CAPTURE(mixed);
      CHECK(Around(mixed + " AA1 1AA", "AA1 1AA", 1) ==
            std::vector<std::string>{"*", "* ^", "0a", "0a *", "<reply>"});
    }
    const std::string letters(number.size(), 'g');
    CHECK(Around(letters + " AA1 1AA", "AA1 1AA", 1).at(3) == letters);
  }
}

TEST_CASE("a text full of the same has each phrase of it", "[judge][phrases_around]") {
  CHECK(Around("1 2 3 4 5 x1 y2 AA1 1AA", "AA1 1AA", 40) ==
        std::vector<std::string>{"*", "* ^", "0", "0 0", "0 0a", "0 0a 0a *", "0a", "0a *", "0a 0a",
                                 "0a 0a *", "<reply>", "^ 0"});
}

TEST_CASE("another match is one word, and what stands in it none", "[judge][phrases_around]") {
  const std::string text = "Jo Bloggs of 14 Mill Lane AA1 1AA";
  const std::vector<NamedSpan> others = {{{0, 9}, Word("<uk.person_name>")},
                                         {{13, 25}, Word("<uk.address>")}};
  const auto phrases = Around(text, "AA1 1AA", 40, others);
  CHECK(phrases == std::vector<std::string>{
                       "*", "* ^", "<reply>", "<uk.address>", "<uk.address> *", "<uk.person_name>",
                       "<uk.person_name> of", "<uk.person_name> of <uk.address> *",
                       "^ <uk.person_name>", "of", "of <uk.address>", "of <uk.address> *"});
}

TEST_CASE("the edge of a text farther than the words looked at is not seen",
          "[judge][phrases_around]") {
  CHECK(Around("one two three AA1 1AA four five", "AA1 1AA", 1) ==
        std::vector<std::string>{"*", "* four", "<reply>", "four", "three", "three *"});
}

}  // namespace gatepost
