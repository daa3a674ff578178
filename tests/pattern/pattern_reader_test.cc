#include "pattern/pattern_reader.h"

#include <string>
#include <variant>

#include "catch.h"
#include "test_patterns.h"

namespace gatepost {
namespace {

Pattern Parsed(const std::string& toml) {
  Result<Pattern> pattern = ParsePattern(toml, "badge.toml", kTestLists);
  INFO((pattern ? std::string() : pattern.error().ToString()));
  REQUIRE(pattern);
  return *std::move(pattern);
}

std::string ErrorOf(const std::string& toml) {
  const Result<Pattern> pattern = ParsePattern(toml, "badge.toml", kTestLists);
  return pattern ? "(accepted)" : pattern.error().ToString();
}

}  // namespace

TEST_CASE("a pattern file without optional keys has the documented defaults",
          "[pattern][pattern_reader]") {
  const Pattern pattern = Parsed(std::string(kBadgeToml));
  CHECK(pattern.id == "test.badge");
  CHECK(pattern.name == "badge number");
  CHECK(pattern.category == "staff");
  CHECK(pattern.severity == Severity::kMedium);
  CHECK(pattern.specificity == 5);
  CHECK(pattern.edges == Edges::kWord);
  CHECK(pattern.compact.empty());
  CHECK(pattern.canonical == CanonicalForm::kUpper);
  CHECK(pattern.mask.kind == Mask::Kind::kAll);
  CHECK(pattern.replacement == "[badge number]");
  CHECK(pattern.welsh.replacement == "[rhif bathodyn]");
  CHECK(pattern.look_alikes.empty());
  CHECK(pattern.excludes.empty());
  CHECK(pattern.where == SourcePlace{"badge.toml", 2, 6});
  REQUIRE(pattern.variants.size() == 1);
  CHECK(pattern.variants[0].base == 40);
  CHECK(pattern.variants[0].valid == 0);
  CHECK(pattern.variants[0].checks.empty());
  CHECK_FALSE(pattern.variants[0].regex.is_case_sensitive());
  CHECK(pattern.variants[0].where == SourcePlace{"badge.toml", 9, 1});
  CHECK(pattern.contexts.empty());
  CHECK_FALSE(RequiresContext(pattern));
  CHECK(pattern.values.empty());
  REQUIRE(pattern.examples.size() == 1);
  CHECK(pattern.examples[0].span == "B1234");
  CHECK_FALSE(pattern.examples[0].action);
  REQUIRE(pattern.counter_examples.size() == 1);
  CHECK(pattern.counter_examples[0].why == "too short");
}

TEST_CASE("every key of a pattern file reaches the pattern", "[pattern][pattern_reader]") {
  const Pattern pattern = Parsed(BadgeWith(R"(
specificity = 9
edges = "number"
case = "sensitive"
compact = " .-"
canonical = "digits"
mask = "keep-last-2"
replacement = "<a badge>"
look_alikes = ["B0###", "B1##?"]
excludes = ["uk.phone", "uk.nhs_number"]
)",
                                           R"(
[context]
near = ["Badge  No.", "rhif bathodyn", "ANNWYL"]
near_list = "greetings"
against = ["order", "£", "#"]
within = { words = 3 }
points = 25
against_points = -15
required = true

[companion]
patterns = ["uk.phone", "uk.nino"]
within = { words = 4 }
points = 20
)"));
  CHECK(pattern.specificity == 9);
  CHECK(pattern.edges == Edges::kNumber);
  CHECK(pattern.variants[0].regex.is_case_sensitive());
  CHECK(pattern.compact == " .-");
  CHECK(pattern.canonical == CanonicalForm::kDigits);
  CHECK(pattern.mask.kind == Mask::Kind::kKeepLast);
  CHECK(pattern.mask.kept == 2);
  CHECK(pattern.replacement == "<a badge>");
  CHECK(pattern.look_alikes == std::vector<std::string>{"B0###", "B1##?"});
  CHECK(pattern.excludes == std::vector<std::string>{"uk.phone", "uk.nhs_number"});
  REQUIRE(pattern.contexts.size() == 1);
  const Context& context = pattern.contexts.front();
  CHECK(context.near.all() ==
        std::vector<std::string>{"badge no.", "rhif bathodyn", "annwyl", "dear madam"});
  CHECK(context.against.all() == std::vector<std::string>{"order", "$", "#"});
  CHECK(context.within_words == 3);
  CHECK(context.points == 25);
  CHECK(context.against_points == -15);
  CHECK(context.is_required);
  CHECK(pattern.companion.patterns == std::vector<std::string>{"uk.phone", "uk.nino"});
  CHECK(pattern.companion.within_words == 4);
  CHECK(pattern.companion.points == 20);
}

TEST_CASE("a pattern may have several groups of context", "[pattern][context_reader]") {
  const Pattern pattern = Parsed(BadgeWith("", R"(
[[context]]
near = ["badge"]
within = { words = 3 }
required = true

[[context]]
near = ["guard", "gate"]
against = ["post"]
within = { words = 20 }
side = "after"
points = 10
rules_out = true
)"));
  REQUIRE(pattern.contexts.size() == 2);
  CHECK(pattern.contexts[0].near.all() == std::vector<std::string>{"badge"});
  CHECK(pattern.contexts[0].is_required);
  CHECK(pattern.contexts[1].near.all() == std::vector<std::string>{"guard", "gate"});
  CHECK(pattern.contexts[1].within_words == 20);
  CHECK(pattern.contexts[1].points == 10);
  CHECK_FALSE(pattern.contexts[1].is_required);
  CHECK_FALSE(pattern.contexts[0].rules_out);
  CHECK(pattern.contexts[1].rules_out);
  CHECK(pattern.contexts[0].side == Side::kBoth);
  CHECK(pattern.contexts[1].side == Side::kAfter);
  CHECK(RequiresContext(pattern));
}

TEST_CASE("a companion stands in for the phrases of a required context",
          "[pattern][context_reader]") {
  const Pattern pattern = Parsed(BadgeWith("", R"(
[context]
required = true

[companion]
patterns = ["uk.phone"]
)"));
  CHECK(RequiresContext(pattern));
  CHECK(pattern.contexts.front().near.empty());
  CHECK(pattern.companion.within_words == 6);
  CHECK(pattern.companion.points == 0);
}

TEST_CASE("a check function is named, weighed or both", "[pattern][pattern_reader]") {
  const Pattern pattern = Parsed(BadgeWith(R"(
validate = ["luhn", { weights = [3, 2, 7], modulus = 11, check = "11-r" }]
)",
                                           R"(
[[variant]]
name = "long"
regex = 'B[0-9]{6}'
base = 10
valid = 30
validate = { weights = [2, -1], modulus = 3, check = "table", table = "ABC", alphabet = "0123", position = "first" }
)"));
  REQUIRE(pattern.variants.size() == 2);
  REQUIRE(pattern.variants[0].checks.size() == 2);
  const auto* luhn = std::get_if<const NamedCheck*>(&pattern.variants[0].checks[0]);
  REQUIRE(luhn != nullptr);
  CHECK((*luhn)->name == "luhn");
  const auto* sum = std::get_if<WeightedSum>(&pattern.variants[0].checks[1]);
  REQUIRE(sum != nullptr);
  CHECK(sum->weights == std::vector<int>{3, 2, 7});
  CHECK(sum->modulus == 11);
  CHECK(sum->rule == WeightedSum::Rule::kComplement);
  CHECK(sum->complement_of == 11);
  CHECK(sum->position == WeightedSum::Position::kLast);

  const Variant& second = pattern.variants[1];
  CHECK(second.name == "long");
  CHECK(second.valid == 30);
  REQUIRE(second.checks.size() == 1);  // its own replace those of the file
  const auto* own = std::get_if<WeightedSum>(&second.checks[0]);
  REQUIRE(own != nullptr);
  CHECK(own->rule == WeightedSum::Rule::kTable);
  CHECK(own->table == "ABC");
  CHECK(own->alphabet == "0123");
  CHECK(own->position == WeightedSum::Position::kFirst);
}

TEST_CASE("the rules \"r\" and \"0\" of a weighted sum are read", "[pattern][check_reader]") {
  const auto [check, rule] = GENERATE(table<std::string, WeightedSum::Rule>(
      {{"r", WeightedSum::Rule::kRemainder}, {"0", WeightedSum::Rule::kZero}}));
  const Pattern pattern =
      Parsed(BadgeWith("validate = { weights = [1], modulus = 10, check = \"" + check + "\" }\n"));
  const auto* sum = std::get_if<WeightedSum>(&pattern.variants[0].checks.at(0));
  REQUIRE(sum != nullptr);
  CHECK(sum->rule == rule);
}

TEST_CASE("a value rule reads its lists in the form in which they are compared",
          "[pattern][pattern_reader]") {
  const Pattern pattern = Parsed(BadgeWith("", R"(
[[value]]
label = "placeholder"
points = -5
is = "badges"

[[value]]
label = "official"
starts = "roles"
ends = "domains"
regex = '.{1,40}'
)"));
  REQUIRE(pattern.values.size() == 2);
  CHECK(pattern.values[0].label == "placeholder");
  CHECK(pattern.values[0].points == -5);
  CHECK_FALSE(pattern.values[0].regex);
  REQUIRE(pattern.values[0].is);
  CHECK(*pattern.values[0].is == std::vector<std::string>{"B0000", "B0001"});
  REQUIRE(pattern.values[1].starts);
  CHECK(*pattern.values[1].starts == std::vector<std::string>{"info", "press.office"});
  REQUIRE(pattern.values[1].ends);
  CHECK(*pattern.values[1].ends == std::vector<std::string>{"example.com", "gov.uk"});
  CHECK(pattern.values[1].regex);
}

TEST_CASE("an example may state the default policy's action", "[pattern][pattern_reader]") {
  const Pattern pattern =
      Parsed(Replaced(kBadgeToml, "span = \"B1234\"", "span = \"B1234\"\naction = \"review\""));
  CHECK(pattern.examples.at(0).action == "review");
}

TEST_CASE("a pattern file may begin with a byte order mark and have Windows line ends",
          "[pattern][toml_document]") {
  std::string toml = "\xEF\xBB\xBF";
  for (const char c : kBadgeToml) toml += c == '\n' ? std::string("\r\n") : std::string(1, c);
  CHECK(Parsed(toml).variants.at(0).where == SourcePlace{"badge.toml", 9, 1});
}

TEST_CASE("a pattern file over its limits is refused before it is parsed",
          "[pattern][toml_limits]") {
  std::string long_file(kBadgeToml);
  while (long_file.size() <= kMaxPatternFileBytes) long_file += "# one more line of comment\n";
  CHECK(ErrorOf(long_file) ==
        "badge.toml:1:1: this file is over the limit of 1 MiB. Shorten it; a pattern's long lists "
        "may stand in files of their own.");
  const std::string long_line(kMaxPatternLineBytes, 'x');
  CHECK(ErrorOf(std::string(kBadgeToml) + "#" + long_line) ==
        "badge.toml:24:1: this line is over the limit of 64 KiB. Break it up.");
  CHECK(ErrorOf(std::string(kBadgeToml) + long_line.substr(1) + "\n" + std::string(kBadgeToml)) !=
        "badge.toml:24:1: this line is over the limit of 64 KiB. Break it up.");
}

TEST_CASE("a header of many thousand parts is refused and does not overflow the stack",
          "[pattern][toml_limits]") {
  std::string header = "[a";
  for (int part = 0; part < 30'000; ++part) header += ".a";
  CHECK_THAT(ErrorOf(header + "]\n"), ContainsSubstring("nested deeper than 16 levels"));
}

TEST_CASE("a pattern has at most 64 variants", "[pattern][pattern_reader]") {
  std::string toml(kBadgeToml);
  for (int more = 0; more < 63; ++more) toml += "[[variant]]\nregex = 'C[0-9]{4}'\nbase = 1\n";
  CHECK(Parsed(toml).variants.size() == 64);
  toml += "[[variant]]\nregex = 'C[0-9]{4}'\nbase = 1\n";
  CHECK(ErrorOf(toml) ==
        "badge.toml:213:1: a pattern has at most 64 variants. Make two patterns of it.");
}

TEST_CASE("a pattern speaks Welsh where its file does, and English where it does not",
          "[pattern][pattern_reader]") {
  const Pattern welsh = Parsed(Replaced(kBadgeToml, "name = \"rhif bathodyn\"",
                                        "name = \"rhif bathodyn\"\nreplacement = \"[bathodyn]\""));
  CHECK(NameIn(Language::kWelsh, welsh) == "rhif bathodyn");
  CHECK(ReplacementIn(Language::kWelsh, welsh) == "[bathodyn]");
  CHECK(AdviceIn(Language::kWelsh, welsh) == "Gadewch rif y bathodyn allan.");
  CHECK(NameIn(Language::kEnglish, welsh) == "badge number");
  CHECK(ReplacementIn(Language::kEnglish, welsh) == "[badge number]");
  CHECK(AdviceIn(Language::kEnglish, welsh) == "Leave the badge number out.");

  const std::string toml(kBadgeToml);
  const Pattern english = Parsed(toml.substr(0, toml.find("[cy]")));
  CHECK(NameIn(Language::kWelsh, english) == "badge number");
  CHECK(ReplacementIn(Language::kWelsh, english) == "[badge number]");
  CHECK(AdviceIn(Language::kWelsh, english) == "Leave the badge number out.");
}

}  // namespace gatepost
