#include "pattern/audit_goals_reader.h"

#include "base/day.h"

namespace gatepost {
namespace {

constexpr IntegerRange kRates{0, 100'000};

bool IsMonth(const std::string& text) { return DayOf(text + "-01").has_value(); }

// "2023-01..2023-12".
std::optional<MonthRange> MonthRangeOf(const std::string& text) {
  constexpr std::string_view kBetween = "..";
  const size_t at = text.find(kBetween);
  if (at == std::string::npos) return std::nullopt;
  MonthRange range{text.substr(0, at), text.substr(at + kBetween.size())};
  const bool is_valid = IsMonth(range.first) && IsMonth(range.last) && range.first <= range.last;
  return is_valid ? std::optional(std::move(range)) : std::nullopt;
}

std::optional<MonthRange> ReadBaseline(TableReader& table, ErrorLog& log) {
  const TomlValue* value = table.Find("baseline", TomlValue::Kind::kString);
  if (value == nullptr) return std::nullopt;
  std::optional<MonthRange> range = MonthRangeOf(value->string);
  if (!range) {
    log.Add(value->where,
            "`baseline` must be two months, the earlier first, as \"2023-01..2023-12\".");
  }
  return range;
}

}  // namespace

AuditGoals ReadAuditGoals(TableReader& policy, ErrorLog& log) {
  AuditGoals goals;
  const TomlValue* value = policy.Find("audit", TomlValue::Kind::kTable);
  if (value == nullptr) return goals;
  TableReader table(*value, log);
  goals.target_per_1000 = table.Number("target_per_1000", kRates);
  goals.baseline = ReadBaseline(table, log);
  goals.baseline_per_1000 = table.Number("baseline_per_1000", kRates);
  if (table.Finish() && goals.baseline && goals.baseline_per_1000) {
    log.Add(value->where, "`baseline` and `baseline_per_1000` are two baselines. Leave one out.");
  }
  return goals;
}

}  // namespace gatepost
