#include "pattern/weights_reader.h"

#include "catch.h"

namespace gatepost {

TEST_CASE("a weight is points with their sign, a space and a phrase", "[pattern][weights_reader]") {
  struct Row {
    const char* entry;
    int points;
    const char* phrase;
  };
  const Row row = GENERATE(Row{"+12 our *", 12, "our *"}, Row{"-3 library", -3, "library"},
                           Row{"+0 *", 0, "*"}, Row{"-1000 <reply>", -1000, "<reply>"});
  CAPTURE(row.entry);
  const auto weight = ParseWeight(row.entry);
  REQUIRE(weight);
  CHECK(weight->points == row.points);
  CHECK(weight->phrase == row.phrase);
}

TEST_CASE("anything else is no weight", "[pattern][weights_reader]") {
  const char* const entry =
      GENERATE("", "our *", "12 our *", "+ our *", "+12", "+12 ", "+-5 our *", "++5 our *",
               "+1001 our *", "-1001 our *", "+12x our *", "+99999999999 our *", "+1.5 our *");
  CAPTURE(entry);
  CHECK_FALSE(ParseWeight(entry));
}

}  // namespace gatepost
