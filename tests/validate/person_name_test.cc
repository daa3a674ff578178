#include "validate/person_name.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

TEST_CASE("a known first name and a known surname are a full name", "[validate][person_name]") {
  const std::string value =
      GENERATE("Gareth Bloggs", "Gareth J. Bloggs", "Kerry-Ann Bloggs", "Gareth \"Gaz\" Bloggs",
               "Gareth O'Bloggs", "Gareth McXyzzy", "Gareth Xyzzy-Bloggs", "Gareth ap Xyzzy",
               "Gareth van der Xyzzy", "Gareth Hill", "Rose Bloggs", "Rose Gareth Hill");
  CAPTURE(value);
  CHECK(IsFullName(value));
  CHECK(IsLikelyName(value));
}

TEST_CASE("the surname may come first", "[validate][person_name]") {
  const std::string value = GENERATE("Bloggs, Gareth", "Bloggs, Gareth J.", "BLOGGS Gareth",
                                     "ST JOHN Gareth", "BLOGGS, Gareth", "O'BLOGGS Gareth");
  CAPTURE(value);
  CHECK(IsFullName(value));
}

TEST_CASE("a name may be in capitals or in small letters", "[validate][person_name]") {
  CHECK(IsFullName("GARETH BLOGGS"));
  CHECK(IsFullName("JO BLOGGS"));
  CHECK(IsFullName("gareth bloggs"));
  // Without capitals "rose" and "hill" are as likely to be words.
  CHECK_FALSE(IsFullName("rose bloggs"));
  CHECK_FALSE(IsFullName("gareth hill"));
}

TEST_CASE("two common words are no full name, nor a place with a great one's",
          "[validate][person_name]") {
  const std::string value = GENERATE("Rose Hill", "Victoria Park", "Albert Hall", "George Wood",
                                     "Will James", "Gareth Xyzzy", "Xyzzy Bloggs", "G. Bloggs");
  CAPTURE(value);
  CHECK_FALSE(IsFullName(value));
}

TEST_CASE("one known name makes another likely", "[validate][person_name]") {
  const std::string value = GENERATE("Gareth Xyzzy", "Xyzzy Bloggs", "G. Bloggs", "G J Bloggs",
                                     "GJ Bloggs", "G. Hill-Bloggs", "Xyzzy J. Bloggs", "G. Young");
  CAPTURE(value);
  CHECK(IsLikelyName(value));
}

TEST_CASE("common words make no name likely", "[validate][person_name]") {
  const std::string value =
      GENERATE("Xyzzy Plugh", "Gareth Window", "Window Bloggs", "Rose Xyzzy", "G. Xyzzy", "G Young",
               "G. Hill", "Victoria Hill", "Gareth Window Bloggs");
  CAPTURE(value);
  CHECK_FALSE(IsLikelyName(value));
}

TEST_CASE("greetings, places, offices and single words are no names at all",
          "[validate][person_name]") {
  const std::string value =
      GENERATE("", " ", ",", "Gareth", "Hi Gareth", "Gareth Thanks", "Gareth Street",
               "Gareth Council", "Sgt Bloggs", "Diolch Gareth", "Gareth Monday", "De Souza",
               "Bloggs,", ", Gareth", "Gareth J.", "Gareth The Bloggs", "GARETH THANKS");
  CAPTURE(value);
  CHECK_FALSE(IsFullName(value));
  CHECK_FALSE(IsLikelyName(value));
  CHECK_FALSE(IsPossibleName(value));
}

TEST_CASE("where a name is expected, no list need know it", "[validate][person_name]") {
  const std::string value = GENERATE("Xyzzy Plugh", "Gareth Xyzzy", "Rose Window", "Xyzzy Window",
                                     "Rose Young", "Gareth Bloggs", "X. Plugh");
  CAPTURE(value);
  CHECK(IsPossibleName(value));
}

TEST_CASE("what begins with a common word is not even a possible name", "[validate][person_name]") {
  const std::string value = GENERATE("Window Plugh", "Victoria Park", "Chapel Row", "Window Hill");
  CAPTURE(value);
  CHECK_FALSE(IsPossibleName(value));
}

TEST_CASE("more words than any name has are looked at without harm", "[validate][person_name]") {
  std::string value = "Gareth";
  for (int i = 0; i < 40; ++i) value += " Bloggs";
  CHECK(IsLikelyName(value));
  CHECK_FALSE(IsFullName(std::string(120, '-')));
  CHECK_FALSE(IsFullName(std::string(120, ',')));
}

}  // namespace
}  // namespace gatepost
