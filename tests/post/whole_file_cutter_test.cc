#include "post/whole_file_cutter.h"

#include "catch.h"

using namespace gatepost;

TEST_CASE("A whole file is one record", "[post][whole_file_cutter]") {
  const auto source = SourceOver("{\"a\":1}", 2);
  const auto cutter = CutWholeFile(*source, 7);
  const auto record = cutter->Next().value();
  REQUIRE(record);
  CHECK(record->bytes == "{\"a\":1}");
  CHECK(record->line == 1);
  CHECK_FALSE(record->is_too_large);
  CHECK_FALSE(cutter->Next().value());
}

TEST_CASE("A whole file over the limit is a record that is too large",
          "[post][whole_file_cutter]") {
  const auto source = SourceOver("{\"a\":1}");
  const auto cutter = CutWholeFile(*source, 6);
  const auto record = cutter->Next().value();
  REQUIRE(record);
  CHECK(record->bytes.empty());
  CHECK(record->is_too_large);
  CHECK_FALSE(cutter->Next().value());
}
