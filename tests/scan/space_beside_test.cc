#include "scan/space_beside.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

// `text` without its X's, each taken out by itself.
std::string Without(std::string text) {
  SpaceBeside space(text);
  std::string rest;
  uint32_t at = 0;
  for (size_t x = text.find('X'); x != std::string::npos; x = text.find('X', x + 1)) {
    const auto begin = static_cast<uint32_t>(x);
    const Span removed = space.WithoutGap({begin, begin + 1});
    rest += Cut(text, {at, removed.begin});
    at = removed.end;
  }
  return rest + text.substr(at);
}

TEST_CASE("what is removed takes the space along that would be left over", "[scan][space_beside]") {
  CHECK(Without("ring X now") == "ring now");
  CHECK(Without("ring X") == "ring");
  CHECK(Without("ring X.") == "ring.");
  CHECK(Without("ring X\r\nnow") == "ring\r\nnow");
  CHECK(Without("(or X)") == "(or)");
  CHECK(Without("X rings") == "rings");
  CHECK(Without("line\nX rings") == "line\nrings");
  CHECK(Without("a\tX b") == "a b");
}

TEST_CASE("what is removed leaves all other spaces and signs", "[scan][space_beside]") {
  CHECK(Without("ring  X  now") == "ring   now");
  CHECK(Without("ring:X now") == "ring: now");
  CHECK(Without("ring X-now") == "ring -now");
  CHECK(Without("(X)") == "()");
  CHECK(Without("X") == "");
  CHECK(Without("\nX\n") == "\n\n");
  CHECK(Without("ring (X) now") == "ring () now");
}

TEST_CASE("several removed beside each other leave one space", "[scan][space_beside]") {
  CHECK(Without("ring X X now") == "ring now");
  CHECK(Without("X X X now") == "now");
  CHECK(Without("a X, X, X.") == "a,,.");
  CHECK(Without("X X") == "");
}

}  // namespace
}  // namespace gatepost
