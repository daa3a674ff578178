#include "audit/value_search.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "audit/store_file.h"
#include "base/sample_keys.h"
#include "catch.h"
#include "sample_patterns.h"

namespace gatepost {
namespace {

// A code that is found alone, and a badge that asks for a word beside it.
std::shared_ptr<const PatternSet> TwoPatterns() {
  auto set = PatternSet::Compile(
      "sample", "00",
      {SamplePattern("t.code",
                     "compact = \" \"\n[[variant]]\nregex = 'C\\d\\d ?\\d\\d'\nbase = 50\n"),
       SamplePattern("t.badge",
                     "[[variant]]\nregex = 'B\\d{4}'\nbase = 50\n"
                     "[context]\nrequired = true\nnear = [\"badge\"]\npoints = 10\n")});
  if (!set) FAIL(set.error().ToString());
  return *set;
}

// Not the key that the findings of sample stores are made under.
std::shared_ptr<const Keyring> SampleKeyring(bool has_retired = false) {
  std::vector<Key> retired;
  if (has_retired) {
    retired.push_back(SampleKey(64));
    retired.back().Retire(kKeyDay);
  }
  return std::make_shared<const Keyring>(SampleKey(32), std::move(retired));
}

class Search {
 public:
  explicit Search(std::shared_ptr<const Keyring> keyring)
      : search(TwoPatterns(), keyring), fingerprinter(*keyring) {}
  ValueSearch search;
  Fingerprinter fingerprinter;

  [[nodiscard]] const std::vector<uint32_t>* LinesOf(const std::string& fingerprint) const {
    AuditFinding finding;
    finding.fingerprint = fingerprint;
    return search.LinesOf(finding);
  }
};

}  // namespace

TEST_CASE("a value is found in any writing, and one that asks for words is found without them",
          "[audit][value_search]") {
  Search its(SampleKeyring());
  its.search.AddLines("c1234\r\n\n  B0001 \nmy code is C12 34, ok?\nnothing known\n");
  CHECK(its.search.values() == 4);
  const auto* code = its.LinesOf(its.fingerprinter.Of("t.code", "C1234"));
  REQUIRE(code != nullptr);
  CHECK(*code == std::vector<uint32_t>{1, 4});
  const auto* badge = its.LinesOf(its.fingerprinter.Of("t.badge", "B0001"));
  REQUIRE(badge != nullptr);
  CHECK(*badge == std::vector<uint32_t>{3});
  CHECK(its.search.unknown_lines() == std::vector<uint32_t>{5});
  CHECK(its.search.patterns() == std::set<std::string>{"t.badge", "t.code"});
  CHECK(its.LinesOf("") == nullptr);
}

TEST_CASE("values are searched under retired keys, too", "[audit][value_search]") {
  Search its(SampleKeyring(true));
  its.search.AddLines("C1234");
  const std::vector<std::string> before = its.fingerprinter.Retired("t.code", "C1234");
  REQUIRE(before.size() == 1);
  CHECK(its.LinesOf(before.front()) != nullptr);
  CHECK(its.search.fingerprints().size() == 2);
}

TEST_CASE("an answer says what of the store was not searched", "[audit][value_search]") {
  Search its(SampleKeyring());
  AuditFinding known = PhoneFinding(1);
  known.fingerprint = its.fingerprinter.Of("t.code", "C1234");
  AuditFinding keyless = PhoneFinding(2);
  keyless.fingerprint = "";
  AuditFinding combination = keyless;
  combination.masked = "";
  const StoreFile store({PostWith(1, "2024-05-01", {known, keyless, combination}),
                         PostWith(2, "2023-02-01", {PhoneFinding(3)}), PostWith(3, "")});
  Result<SearchCoverage> coverage = CoverageOf(*store, KeyedRun().set_hash);
  REQUIRE(coverage);
  CHECK(coverage->inputs == 1);
  CHECK(coverage->posts == 3);
  CHECK(coverage->first_month == "2023-02");
  CHECK(coverage->last_month == "2024-05");
  CHECK(coverage->posts_without_date == 1);
  CHECK(coverage->has_same_patterns);
  CHECK(coverage->is_complete());
  const Status status = store->ForEachFinding({}, [&](const FindingInPost& found) -> Status {
    coverage->Add(found.finding, its.search);
    return {};
  });
  REQUIRE(status);
  CHECK(coverage->findings == 4);
  CHECK(coverage->without_fingerprint == 1);
  CHECK(coverage->under_other_keys == 1);
  CHECK(coverage->other_keys == std::set<std::string>{"3b1e6285"});
  CHECK_FALSE(coverage->is_complete());
  CHECK_FALSE(CoverageOf(*store, "00")->has_same_patterns);
}

}  // namespace gatepost
