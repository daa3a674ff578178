#include "report/field_places.h"

#include "catch.h"
#include "report/sample_run.h"

using namespace gatepost;

TEST_CASE("The only text needs no name, other fields have theirs", "[report][field_places]") {
  Post post = PostOf("a\n 07700 900123");
  post.fields.push_back({FieldKind::kAltText, 0, "07700 900123", nullptr});
  FieldPlaces places(post);
  CHECK(places.Describe(PlaceOf(post, 0, kPhone)) == "2:2");
  CHECK(places.Describe(PlaceOf(post, 1, kPhone)) == "alt_text, 1:1");
}

TEST_CASE("Fields of one kind are told apart by number, texts too", "[report][field_places]") {
  Post post = PostOf("07700 900123");
  post.fields.push_back({FieldKind::kText, 1, "07700 900123", nullptr});
  post.fields.push_back({FieldKind::kAltText, 0, "", nullptr});
  post.fields.push_back({FieldKind::kAltText, 1, " 07700 900123", nullptr});
  FieldPlaces places(post);
  CHECK(places.Describe(PlaceOf(post, 0, kPhone)) == "text 1, 1:1");
  CHECK(places.Describe(PlaceOf(post, 1, kPhone)) == "text 2, 1:1");
  CHECK(places.Describe(PlaceOf(post, 3, kPhone)) == "alt_text 2, 1:2");
}

TEST_CASE("Spans are told in bytes, code points and UTF-16 units", "[report][field_places]") {
  const Post post = PostOf("\U0001F642\u00E9 07700 900123");
  FieldPlaces places(post);
  const Place place = PlaceOf(post, 0, kPhone);
  const SpanUnits units = places.UnitsOf(place);
  CHECK(units.bytes == Span{7, 19});
  CHECK(units.codepoints == Span{3, 15});
  CHECK(units.utf16 == Span{4, 16});
  CHECK(places.ValueAt(place) == kPhone);
}
