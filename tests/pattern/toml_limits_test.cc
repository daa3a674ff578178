#include "pattern/toml_limits.h"

#include <string>

#include "catch.h"

namespace gatepost {
namespace {

std::string Repeated(const std::string& text, int count) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("depth counts brackets and the dots of a key, outside strings and comments",
          "[pattern][toml_limits]") {
  const std::string many = Repeated("[", 40) + Repeated("a.", 40);
  const auto [text, is_allowed] = GENERATE_COPY(table<std::string, bool>({
      {"a = " + Repeated("[", 16) + Repeated("]", 16), true},
      {"a = " + Repeated("[", 17) + Repeated("]", 17), false},
      {"a = " + Repeated("{b=", 17), false},
      {Repeated("a.", 16) + "b = 1", true},
      {Repeated("a.", 17) + "b = 1", false},
      {"[" + Repeated("a.", 17) + "b]", false},
      {"a = [" + Repeated("1.5, ", 100) + "]", true},
      {Repeated("a = [1.5]\n", 100), true},
      {"# " + many, true},
      {"a = '" + many + "'", true},
      {"a = \"" + many + "\"", true},
      {"a = \"\\\"" + many + "\"", true},
      {"a = '\\'" + many, false},  // a literal string knows no escapes
      {"a = '''\n'" + many + "\n'''", true},
      {"a = '''b''''" + many, false},  // the fourth quote is content, what follows is not
      {"a = \"\"\"\n\\\"\"\"" + many + "\n\"\"\"", true},
      {"a = ''" + many, false},
      {"a = '''''''", true},
      {"a = \"\\", true},  // a backslash at the very end
  }));
  CAPTURE(text);
  CHECK(CheckTomlLimits(text, "a.toml").has_value() == is_allowed);
}

TEST_CASE("sizes and encoding are refused with their place", "[pattern][toml_limits]") {
  const Status utf8 = CheckTomlLimits("a = 1\nb = 'x\xC3'\n", "a.toml");
  REQUIRE_FALSE(utf8);
  CHECK(utf8.error().code == ErrorCode::kSyntax);
  CHECK(utf8.error().where == SourcePlace{"a.toml", 2, 7});

  const Status line = CheckTomlLimits("a = 1\n#" + std::string(64 << 10, 'x'), "a.toml");
  REQUIRE_FALSE(line);
  CHECK(line.error().code == ErrorCode::kTooLarge);
  CHECK(line.error().where == SourcePlace{"a.toml", 2, 1});
  CHECK(CheckTomlLimits(std::string(64 << 10, '#'), "a.toml"));

  const Status file = CheckTomlLimits(Repeated("# comment\n", 104'858), "a.toml");
  REQUIRE_FALSE(file);
  CHECK(file.error().code == ErrorCode::kTooLarge);
  CHECK(CheckTomlLimits(Repeated("# comment\n", 104'857), "a.toml"));
}

}  // namespace gatepost
