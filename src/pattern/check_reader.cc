#include "pattern/check_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "pattern/nearest_name.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;
using Rule = WeightedSum::Rule;
using Position = WeightedSum::Position;

constexpr int kMaxWeight = 999;
constexpr int kMaxModulus = 97;

// The m of "m-r".
std::optional<int> ComplementOf(std::string_view rule) {
  if (!rule.ends_with("-r")) return std::nullopt;
  const std::string_view digits = rule.substr(0, rule.size() - 2);
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool is_number = error == std::errc() && end == digits.data() + digits.size();
  return is_number ? std::optional(number) : std::nullopt;
}

void ReadWeights(TableReader& table, ErrorLog& log, WeightedSum& sum) {
  const TomlValue* weights = table.Find("weights", Kind::kArray);
  if (weights == nullptr) return;
  if (weights->items.empty() || weights->items.size() >= kMaxRegexWidth) {
    log.Add(weights->where,
            "`weights` must hold one weight for each character but the check "
            "character, 1 to 127 of them.");
  }
  for (const TomlValue& item : weights->items) {
    if (!IsOfKind(item, Kind::kInteger, "a weight", log)) continue;
    if (item.integer < -kMaxWeight || item.integer > kMaxWeight) {
      log.Add(item.where, "a weight must be from -999 to 999.");
      continue;
    }
    sum.weights.push_back(static_cast<int>(item.integer));
  }
}

void ReadRule(TableReader& table, ErrorLog& log, WeightedSum& sum) {
  const TomlValue* rule = table.Find("check", Kind::kString);
  if (rule == nullptr) return;
  const std::optional<int> complement = ComplementOf(rule->string);
  if (rule->string == "r") {
    sum.rule = Rule::kRemainder;
  } else if (rule->string == "0") {
    sum.rule = Rule::kZero;
  } else if (rule->string == "table") {
    sum.rule = Rule::kTable;
  } else if (complement && *complement >= sum.modulus - 1 && *complement <= kMaxModulus) {
    sum.rule = Rule::kComplement;
    sum.complement_of = *complement;
  } else {
    log.Add(rule->where, R"(`check` must be "r", "0", "table" or ")" + std::to_string(sum.modulus) +
                             R"(-r" (a number not less than the modulus but one, less the )"
                             "remainder).");
  }
}

bool IsPrintable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7F; });
}

bool IsDistinct(std::string text) {
  std::sort(text.begin(), text.end());
  return std::adjacent_find(text.begin(), text.end()) == text.end();
}

// Each character of an alphabet stands for one value; a table may give two remainders the same one,
// as the Unique Taxpayer Reference's does.
void CheckCharacters(TableReader& table, const WeightedSum& sum, ErrorLog& log) {
  if (!IsPrintable(sum.alphabet) || !IsDistinct(sum.alphabet)) {
    log.Add(table.Find("alphabet")->where,
            "`alphabet` must hold ASCII letters, digits or signs, each once.");
  }
  if (!IsPrintable(sum.table)) {
    log.Add(table.Find("table")->where, "`table` must hold ASCII letters, digits or signs.");
  }
}

WeightedSum ReadWeightedSum(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  WeightedSum sum;
  table.Require({"weights", "modulus", "check"});
  ReadWeights(table, log, sum);
  sum.modulus = table.Integer("modulus", {2, kMaxModulus}, sum.modulus);
  ReadRule(table, log, sum);
  constexpr std::array<std::string_view, 2> kPositions{"last", "first"};
  sum.position = table.OneOf("position", kPositions) == 1U ? Position::kFirst : Position::kLast;
  sum.table = table.Text("table");
  sum.alphabet = table.Text("alphabet");
  CheckCharacters(table, sum, log);
  if (!table.Finish()) return sum;
  const bool has_table = !sum.table.empty();
  if (has_table != (sum.rule == Rule::kTable)) {
    log.Add(value.where, "`table` and check = \"table\" belong together. Give both or neither.");
  } else if (has_table && sum.table.size() != static_cast<size_t>(sum.modulus)) {
    log.Add(table.Find("table")->where, "`table` must hold one character for each remainder, " +
                                            std::to_string(sum.modulus) + " of them, not " +
                                            std::to_string(sum.table.size()) + ".");
  }
  return sum;
}

std::optional<Check> ReadCheck(const TomlValue& value, ErrorLog& log) {
  if (value.kind == Kind::kTable) return ReadWeightedSum(value, log);
  if (value.kind != Kind::kString) {
    log.Add(value.where,
            "`validate` must be a check's name, a table {weights, modulus, check} or "
            "an array of these, not " +
                std::string(Describe(value.kind)) + ".");
    return std::nullopt;
  }
  if (const NamedCheck* check = FindCheck(value.string)) return check;
  std::vector<std::string_view> names;
  for (const NamedCheck& each : AllChecks()) names.push_back(each.name);
  log.Add(value.where,
          "there is no check `" + value.string + "`." + Suggestion(value.string, names));
  return std::nullopt;
}

}  // namespace

std::vector<Check> ReadChecks(TableReader& owner, ErrorLog& log) {
  std::vector<Check> checks;
  const TomlValue* validate = owner.Find("validate");
  if (validate == nullptr) return checks;
  const bool is_array = validate->kind == Kind::kArray;
  if (is_array && validate->items.empty()) {
    log.Add(validate->where, "`validate` is empty. Name a check or leave it out.");
  }
  const std::span<const TomlValue> values =
      is_array ? std::span(validate->items) : std::span(validate, 1);
  for (const TomlValue& value : values) {
    if (std::optional<Check> check = ReadCheck(value, log)) checks.push_back(*std::move(check));
  }
  return checks;
}

}  // namespace gatepost
