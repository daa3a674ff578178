#include <string>
#include <vector>

#include "catch.h"
#include "validate/check.h"
#include "validate/mutations.h"

namespace gatepost {
namespace {

using Rule = WeightedSum::Rule;
using Strings = std::vector<std::string>;

WeightedSum NhsNumber() {
  return {.weights = {10, 9, 8, 7, 6, 5, 4, 3, 2}, .modulus = 11, .rule = Rule::kComplement};
}

WeightedSum TaxpayerReference() {
  return {.weights = {6, 7, 8, 9, 10, 5, 4, 3, 2},
          .modulus = 11,
          .rule = Rule::kTable,
          .position = WeightedSum::Position::kFirst,
          .table = "21987654321"};
}

WeightedSum PupilNumber() {
  return {.weights = {2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13},
          .modulus = 23,
          .rule = Rule::kTable,
          .position = WeightedSum::Position::kFirst,
          .table = "ABCDEFGHJKLMNPQRTUVWXYZ",
          .alphabet = "ABCDEFGHJKLMNPQRTUVWXYZ"};
}

WeightedSum ArticleNumber() {
  return {.weights = {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3}, .modulus = 10, .rule = Rule::kZero};
}

WeightedSum PolishTaxNumber() {
  return {.weights = {6, 5, 7, 2, 3, 4, 5, 6, 7}, .modulus = 11, .rule = Rule::kRemainder};
}

auto AcceptedBy(const WeightedSum& sum) {
  return [&sum](const std::string& value) { return sum.Accepts(value); };
}

TEST_CASE("weights 10 to 2 mod 11 accept NHS numbers and notice every wrong digit and swap",
          "[validate][weighted_sum]") {
  const WeightedSum sum = NhsNumber();
  // NHS Data Dictionary; Wikipedia, "NHS number"; the test range 999.
  const std::string value =
      GENERATE("9434765919", "9876543210", "4505577104", "9990000018", "9000000009");
  CAPTURE(value);
  CHECK(sum.Accepts(value));
  CHECK(Unnoticed(SingleDigitErrors(value), AcceptedBy(sum)).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), AcceptedBy(sum)).empty());
}

TEST_CASE("a complement equal to the modulus is 0, and 10 is never a check digit",
          "[validate][weighted_sum]") {
  const WeightedSum sum = NhsNumber();
  CHECK(sum.Accepts("9876543210"));  // 11 - 0
  for (char digit = '0'; digit <= '9'; ++digit) {
    CHECK_FALSE(sum.Accepts(std::string("123456789") + digit));  // 11 - 1
  }
}

TEST_CASE("a complement of 10 under modulus 11 refuses the remainder 0",
          "[validate][weighted_sum]") {
  // Unique learner numbers: ten minus the remainder; numbers with the remainder 0 are not issued.
  const WeightedSum sum{.weights = {10, 9, 8, 7, 6, 5, 4, 3, 2},
                        .modulus = 11,
                        .rule = Rule::kComplement,
                        .complement_of = 10};
  CHECK(sum.Accepts("9276308686"));  // HESA, field ULN
  CHECK(Unnoticed(SingleDigitErrors("9276308686"), AcceptedBy(sum)).empty());
  for (char digit = '0'; digit <= '9'; ++digit) {
    CHECK_FALSE(sum.Accepts(std::string("987654321") + digit));
  }
}

struct TableCase {
  std::string value;
  size_t unnoticed_errors;
  Strings unnoticed_swaps;
};

TEST_CASE("a table with the check digit first accepts taxpayer references",
          "[validate][weighted_sum]") {
  const WeightedSum sum = TaxpayerReference();
  // The table holds 1 and 2 twice, so that in each place one other digit goes unnoticed, unless it
  // would have to be 10: hmrc/reference-checker; test references of HMRC.
  const TableCase c = GENERATE(values<TableCase>({
      {"1955839661", 9, {}},
      {"2234567890", 8, {}},
      {"1097172564", 8, {"1097172546"}},
      {"2108834503", 9, {}},
  }));
  CAPTURE(c.value);
  CHECK(sum.Accepts(c.value));
  CHECK(Unnoticed(SingleDigitErrors(c.value), AcceptedBy(sum)).size() == c.unnoticed_errors);
  CHECK(Unnoticed(AdjacentSwaps(c.value), AcceptedBy(sum)) == c.unnoticed_swaps);
  CHECK_FALSE(sum.Accepts("1234567890"));
  CHECK_FALSE(sum.Accepts("5550000621"));
}

TEST_CASE("a table of letters accepts unique pupil numbers in any case",
          "[validate][weighted_sum]") {
  const WeightedSum sum = PupilNumber();
  // Department for Education, UPN guide; python-stdnum; a letter at the end marks a temporary one.
  const std::string value = GENERATE("B801200005001", "P207000016049", "b801200005001");
  CAPTURE(value);
  CHECK(sum.Accepts(value));
  CHECK(Unnoticed(SingleDigitErrors(value), AcceptedBy(sum)).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), AcceptedBy(sum)).empty());
}

TEST_CASE("letters have their place in the alphabet as value, or A = 10 without one",
          "[validate][weighted_sum]") {
  WeightedSum sum{.weights = {1}, .modulus = 10, .rule = Rule::kRemainder, .alphabet = "ABC"};
  CHECK(sum.Accepts("A0"));
  CHECK(sum.Accepts("c2"));
  CHECK_FALSE(sum.Accepts("D3"));  // not in the alphabet
  sum.alphabet.clear();
  CHECK(sum.Accepts("A0"));  // 10
  CHECK(sum.Accepts("D3"));  // 13
  CHECK(sum.Accepts("z5"));  // 35
}

TEST_CASE("a sum that must be 0 accepts article numbers and notices every wrong digit",
          "[validate][weighted_sum]") {
  const WeightedSum sum = ArticleNumber();
  struct Case {
    std::string value;
    Strings unnoticed_swaps;  // of digits that differ by 5
  };
  // ISBN Users' Manual; GS1 General Specifications; Wikipedia, "International Article Number".
  const Case c = GENERATE(values<Case>({
      {"9780306406157", {"9780306401657"}},
      {"5901234123457", {}},
      {"4006381333931", {"4006831333931"}},
  }));
  CAPTURE(c.value);
  CHECK(sum.Accepts(c.value));
  CHECK(Unnoticed(SingleDigitErrors(c.value), AcceptedBy(sum)).empty());
  CHECK(Unnoticed(AdjacentSwaps(c.value), AcceptedBy(sum)) == c.unnoticed_swaps);
}

TEST_CASE("the remainder itself as check digit accepts Polish tax numbers and refuses 10",
          "[validate][weighted_sum]") {
  const WeightedSum sum = PolishTaxNumber();
  // python-stdnum, pl.nip; the examples of the Polish Ministry of Finance.
  const std::string value = GENERATE("8567346215", "1234563218", "5260250274");
  CAPTURE(value);
  CHECK(sum.Accepts(value));
  CHECK(Unnoticed(SingleDigitErrors(value), AcceptedBy(sum)).empty());
  CHECK(Unnoticed(AdjacentSwaps(value), AcceptedBy(sum)).empty());
  for (char digit = '0'; digit <= '9'; ++digit) {
    CHECK_FALSE(sum.Accepts(std::string("000000020") + digit) == (digit != '1'));  // 2 * 6 = 12
    CHECK_FALSE(sum.Accepts(std::string("020000000") + digit));                    // 2 * 5 = 10
  }
}

TEST_CASE("a value of another length or with other characters is refused by every rule",
          "[validate][weighted_sum]") {
  const WeightedSum sum =
      GENERATE(NhsNumber(), TaxpayerReference(), ArticleNumber(), PolishTaxNumber());
  const std::string value =
      GENERATE("", "9", "943476591", "94347659190", "943 476 5919", "94347659l-", "----------");
  CAPTURE(value);
  CHECK_FALSE(sum.Accepts(value));
}

}  // namespace
}  // namespace gatepost
