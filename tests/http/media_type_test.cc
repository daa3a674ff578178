#include "http/media_type.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("types are told without regard to case and parameters", "[http][media_type]") {
  CHECK(ReadMediaType("application/json").Is("application/json"));
  CHECK(ReadMediaType(" Application/JSON ; charset=utf-8").Is("application/json"));
  CHECK_FALSE(ReadMediaType("application/json5").Is("application/json"));
  CHECK_FALSE(ReadMediaType("").Is("application/json"));
}

TEST_CASE("what is written in UTF-8, or in what is the same there, can be read",
          "[http][media_type]") {
  for (const char* readable :
       {"text/plain", "text/plain;charset=UTF-8", "text/plain; format=flowed; charset=\"utf-8\"",
        "text/plain; Charset=us-ascii", "text/plain; charset=utf8"}) {
    CAPTURE(readable);
    CHECK(ReadMediaType(readable).IsUtf8());
  }
  for (const char* other :
       {"text/plain; charset=iso-8859-1", "text/plain;charset=utf-16",
        "text/plain; charset=\"utf-8", "text/plain; charset=utf-8; charset=x"}) {
    CAPTURE(other);
    CHECK_FALSE(ReadMediaType(other).IsUtf8());
  }
}
