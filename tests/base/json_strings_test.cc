#include "base/json_strings.h"

#include <string>
#include <vector>

#include "catch.h"

namespace gatepost {
namespace {

std::string With(std::string_view json, const std::vector<NewJsonString>& strings) {
  std::string out = ">";
  AppendWithStrings(json, strings, out);
  return out.substr(1);
}

TEST_CASE("a document without new strings stays as it is", "[base][json_strings]") {
  const auto json = GENERATE(as<std::string>(), "", "{", R"({"a":"b)", "\"\\", "no JSON",
                             "\xEF\xBB\xBF{\"a\" : 1.50e0}\r\n", "[\"\xFF\\ud83d\"]");
  CHECK(With(json, {}) == json);
  CHECK(With(json, {{7, "x"}}) == json);
}

TEST_CASE("strings are counted with the keys and written in their places", "[base][json_strings]") {
  constexpr std::string_view kJson = R"( {"a" : "b", "c\"d":[1.0,"e\\","\u0066"],"g":null} )";
  CHECK(With(kJson, {{1, "B"}}) == R"( {"a" : "B", "c\"d":[1.0,"e\\","\u0066"],"g":null} )");
  CHECK(With(kJson, {{3, "E"}}) == R"( {"a" : "b", "c\"d":[1.0,"E","\u0066"],"g":null} )");
  CHECK(With(kJson, {{4, "F"}}) == R"( {"a" : "b", "c\"d":[1.0,"e\\","F"],"g":null} )");
  CHECK(With(kJson, {{0, "A"}, {1, ""}, {2, "C"}, {5, "G"}}) ==
        R"( {"A" : "", "C":[1.0,"e\\","\u0066"],"G":null} )");
}

TEST_CASE("a new string is escaped", "[base][json_strings]") {
  CHECK(With(R"(["a"])", {{0, "say \"\\\n\u00e9"}}) == "[\"say \\\"\\\\\\n\u00e9\"]");
}

TEST_CASE("an escaped character of more bytes does not hide the end of its string",
          "[base][json_strings]") {
  CHECK(With("[\"\\\u00e9\",\"b\"]", {{1, "c"}}) == "[\"\\\u00e9\",\"c\"]");
}

}  // namespace
}  // namespace gatepost
