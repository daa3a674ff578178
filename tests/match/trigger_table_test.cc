#include "match/trigger_table.h"

#include <string>
#include <vector>

#include "catch.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

Pattern WithRegexes(const std::string& id, const std::vector<std::string>& regexes) {
  std::string variants;
  for (const std::string& regex : regexes) {
    variants += "[[variant]]\nregex = '''" + regex + "'''\nbase = 1\n";
  }
  return SamplePattern(id, variants);
}

Pattern Cued() {
  return SamplePattern("t.cued",
                       "[context]\nnear = [\"born\"]\nrequired = true\n"
                       "[[variant]]\nregex = '''\\d'''\nbase = 1\n");
}

TEST_CASE("a trigger says how far before its end a match can begin", "[match][trigger_table]") {
  const TriggerTable table = MakeTriggerTable({WithRegexes("t.a", {R"(\d{1,3}nhs no)"})});
  REQUIRE(table.expressions == std::vector<std::string>{"[Nn][Hh][Ss] [Nn][Oo]"});
  CHECK(table.uses[0] == std::vector<TriggerUse>{{0, 7, 9}});
  CHECK(table.untriggered.empty());
}

TEST_CASE("variants are numbered through all patterns, and share equal expressions",
          "[match][trigger_table]") {
  const TriggerTable table =
      MakeTriggerTable({WithRegexes("t.a", {"nhs no", R"(\d)"}), WithRegexes("t.b", {"nhs no"})});
  REQUIRE(table.expressions.size() == 1);
  CHECK(table.uses[0] == std::vector<TriggerUse>{{0, 6, 6}, {2, 6, 6}});
  CHECK(table.untriggered == std::vector<uint32_t>{1});
}

TEST_CASE("cues of a context that is required stand in for a trigger", "[match][trigger_table]") {
  const std::string variants =
      "[[variant]]\nregex = '''\\d'''\nbase = 1\n[[variant]]\nregex = '''zz\\d'''\nbase = 1\n";
  const std::string context = "[context]\nnear = [\"date born\", \"d born\"]\nrequired = true\n";
  const TriggerTable table = MakeTriggerTable({SamplePattern("t.c", context + variants)});
  CHECK(table.expressions ==
        std::vector<std::string>{"[Bb][Oo][Rr][Nn]", "[Dd][Aa][Tt][Ee]", "[Zz][Zz]"});
  CHECK(table.cued == std::vector<std::vector<uint32_t>>{{0}, {0}, {}});
  CHECK(table.uses[0].empty());
  CHECK(table.uses[2].size() == 1);
  CHECK(table.untriggered.empty());

  const std::string companion = "[companion]\npatterns = [\"t.d\"]\npoints = 1\n";
  CHECK(MakeTriggerTable({SamplePattern("t.c", context + companion + variants)}).untriggered ==
        std::vector<uint32_t>{0});
}

TEST_CASE("a table is the same after a way through bytes", "[match][trigger_table]") {
  const TriggerTable table = MakeTriggerTable(
      {WithRegexes("t.a",
                   {"nhs no", R"(\d)", R"(\d{6}[ -]?\d{4}|[ab]@[ab]{3}\.uk)", R"(\x01@@\x02)"}),
       Cued()});
  const auto read = TriggerTableFrom(ToBytes(table) + "more");
  REQUIRE(read.has_value());
  CHECK(read->table == table);
  CHECK(read->bytes == ToBytes(table).size());
}

TEST_CASE("bytes that are cut off are no table", "[match][trigger_table]") {
  const std::string bytes =
      ToBytes(MakeTriggerTable({WithRegexes("t.a", {"nhs no", R"(\d)", "ni number"}), Cued()}));
  for (size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(TriggerTableFrom(std::string_view(bytes).substr(0, size)).has_value());
  }
}

}  // namespace
}  // namespace gatepost
