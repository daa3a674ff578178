#include "base/span.h"

#include "catch.h"

using gatepost::Cut;
using gatepost::Span;

TEST_CASE("A span is half-open: its end is the first byte outside", "[base][span]") {
  const Span span{2, 5};
  CHECK(span.size() == 3);
  CHECK_FALSE(span.empty());
  CHECK(Span{4, 4}.empty());
  CHECK(Cut("abcdefg", span) == "cde");
  CHECK(Cut("abc", {0, 3}) == "abc");
  CHECK(Cut("abc", {3, 3}).empty());
}

TEST_CASE("Spans that only touch do not overlap", "[base][span]") {
  const Span span{2, 5};
  CHECK_FALSE(span.Overlaps({5, 7}));
  CHECK_FALSE(span.Overlaps({0, 2}));
  CHECK(span.Overlaps({4, 7}));
  CHECK(span.Overlaps({0, 3}));
  CHECK(span.Overlaps({3, 4}));
  CHECK(span.Overlaps({0, 9}));
}

TEST_CASE("A span contains itself and what lies within it, nothing that sticks out",
          "[base][span]") {
  const Span span{2, 5};
  CHECK(span.Contains(span));
  CHECK(span.Contains({2, 2}));
  CHECK(span.Contains({3, 5}));
  CHECK_FALSE(span.Contains({1, 3}));
  CHECK_FALSE(span.Contains({3, 6}));
}
