#include "pattern/toml_document.h"

#include <string>

#include "catch.h"
#include "pattern/toml_reader.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

TomlValue Parsed(std::string_view toml) {
  Result<TomlValue> root = ParseToml(toml, "a.toml");
  INFO((root ? std::string() : root.error().ToString()));
  REQUIRE(root);
  return *std::move(root);
}

const TomlValue& ValueOf(const TomlValue& table, std::string_view key) {
  for (const TomlMember& member : table.members) {
    if (member.key == key) return member.value;
  }
  FAIL("no key " << key);
  return table;
}

}  // namespace

TEST_CASE("each kind of TOML value is told apart", "[pattern][toml_document]") {
  const TomlValue root = Parsed(R"(
string = 'a'
integer = -7
float = 1.5
bool = true
date = 2030-12-31
time = 12:00:00
moment = 2030-12-31T12:00:00Z
array = [1, 2]
table = { a = 1 }
)");
  CHECK(ValueOf(root, "string").kind == Kind::kString);
  CHECK(ValueOf(root, "integer").kind == Kind::kInteger);
  CHECK(ValueOf(root, "integer").integer == -7);
  CHECK(ValueOf(root, "float").kind == Kind::kFloat);
  CHECK(ValueOf(root, "float").number == 1.5);
  CHECK(ValueOf(root, "bool").kind == Kind::kBool);
  CHECK(ValueOf(root, "bool").boolean);
  CHECK(ValueOf(root, "date").kind == Kind::kDate);
  CHECK(ValueOf(root, "date").date ==
        std::chrono::sys_days(std::chrono::year(2030) / std::chrono::December / 31));
  CHECK(ValueOf(root, "time").kind == Kind::kTime);
  CHECK(ValueOf(root, "moment").kind == Kind::kTime);
  CHECK(ValueOf(root, "array").items.size() == 2);
  CHECK(ValueOf(root, "table").members.size() == 1);
}

TEST_CASE("places count bytes, not characters", "[pattern][toml_document]") {
  const TomlValue root = Parsed("t = { 'ffôn' = 'ŵ', b = 1 }\n");
  const TomlValue& table = ValueOf(root, "t");
  CHECK(table.where == SourcePlace{"a.toml", 1, 5});
  CHECK(ValueOf(table, "ffôn").where == SourcePlace{"a.toml", 1, 17});
  CHECK(ValueOf(table, "b").where == SourcePlace{"a.toml", 1, 27});
}

TEST_CASE("a byte within a string is found in the file where the string shows it",
          "[pattern][toml_document]") {
  const TomlValue root = Parsed(
      "a = 'xyz'\n"
      "b = '''xyz'''\n"
      "c = '''\nxyz\nuvw'''\n"
      "d = \"xyz\"\n"
      "e = \"\"\"xyz\"\"\"\n"
      "f = '''\r\nxyz'''\n");
  CHECK(PlaceInside(ValueOf(root, "a"), 1, 2) == SourcePlace{"a.toml", 1, 7});
  CHECK(PlaceInside(ValueOf(root, "b"), 1, 2) == SourcePlace{"a.toml", 2, 9});
  CHECK(PlaceInside(ValueOf(root, "c"), 1, 2) == SourcePlace{"a.toml", 4, 2});
  CHECK(PlaceInside(ValueOf(root, "c"), 2, 3) == SourcePlace{"a.toml", 5, 3});
  CHECK(PlaceInside(ValueOf(root, "d"), 1, 2) == SourcePlace{"a.toml", 6, 5});
  CHECK(PlaceInside(ValueOf(root, "e"), 1, 2) == SourcePlace{"a.toml", 7, 5});
  CHECK(PlaceInside(ValueOf(root, "f"), 1, 2) == SourcePlace{"a.toml", 9, 2});
}

TEST_CASE("two texts say the same whatever their order and places", "[pattern][toml_document]") {
  const TomlValue root = Parsed("a = 'x'\nb = [1, { c = true }]\nd = 2030-12-31\n");
  CHECK(SaysTheSame(root, Parsed("d = 2030-12-31\n\n\"b\" = [0x1, {c=true}]  # c\na = \"x\"")));
  for (const char* other :
       {"a = 'y'\nb = [1, { c = true }]\nd = 2030-12-31", "a = 'x'\nb = [1, { c = true }]",
        "a = 'x'\nb = [2, { c = true }]\nd = 2030-12-31",
        "a = 'x'\nb = [1, { c = false }]\nd = 2030-12-31",
        "a = 'x'\nb = [{ c = true }, 1]\nd = 2030-12-31",
        "a = 'x'\nb = [1, { e = true }]\nd = 2030-12-31",
        "a = 'x'\nb = [1, { c = true }]\nd = 2030-12-30",
        "a = 1\nb = [1, { c = true }]\nd = 2030-12-31"}) {
    CAPTURE(other);
    CHECK_FALSE(SaysTheSame(root, Parsed(other)));
  }
  CHECK(SaysTheSame(Parsed("a = 1.5"), Parsed("a = 15e-1")));
  CHECK_FALSE(SaysTheSame(Parsed("a = 1.5"), Parsed("a = 1.25")));
  CHECK_FALSE(SaysTheSame(Parsed("a = nan"), Parsed("a = nan")));
  CHECK_FALSE(SaysTheSame(Parsed("a = 08:30:00"), Parsed("a = 08:30:00")));
}

}  // namespace gatepost
