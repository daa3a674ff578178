#include <array>

#include "report/trend_report.h"

namespace gatepost {
namespace {

constexpr int kPlaces = 4;
constexpr std::array<std::string_view, 3> kStates{"met", "looks_met", "missed"};

void WriteNumber(std::string_view key, const std::optional<double>& number, JsonWriter& json) {
  json.Key(key);
  if (number) {
    json.Decimal(*number, kPlaces);
  } else {
    json.Null();
  }
}

void WritePeriod(const PeriodFindings& period, JsonWriter& json) {
  json.Member("first", period.first).Member("last", period.last);
  json.Member("posts", JsonNumber(period.posts)).Member("findings", JsonNumber(period.findings));
  json.Key("per_1000");
  if (!period.rate) {
    json.Null();
    return;
  }
  json.BeginObject().Key("value").Decimal(period.rate->value, kPlaces);
  json.Key("low").Decimal(period.rate->low, kPlaces);
  json.Key("high").Decimal(period.rate->high, kPlaces).EndObject();
}

}  // namespace

void AppendTrendJson(const TrendSummary& trend, std::string& out) {
  JsonWriter json(out);
  json.BeginObject().Key("months").BeginArray();
  for (const PeriodFindings& month : trend.months) {
    json.BeginObject();
    WritePeriod(month, json);
    WriteNumber("change_per_cent", trend.ChangeOf(month), json);
    json.EndObject();
  }
  json.EndArray().Key("current").BeginObject();
  WritePeriod(trend.current, json);
  json.EndObject().Key("baseline").BeginObject();
  WriteNumber("per_1000", trend.baseline, json);
  if (trend.base_period) {
    json.Member("first", trend.base_period->first).Member("last", trend.base_period->last);
  }
  json.EndObject().Key("change_per_cent");
  if (trend.change) {
    json.BeginObject().Key("value").Decimal(trend.change->value, kPlaces);
    json.Key("low").Decimal(trend.change->low, kPlaces);
    WriteNumber("high", trend.change->high, json);
    json.EndObject();
  } else {
    json.Null();
  }
  json.Key("target").BeginObject();
  WriteNumber("per_1000", trend.target, json);
  json.Key("state");
  if (trend.target_state) {
    json.String(kStates[static_cast<size_t>(*trend.target_state)]);
  } else {
    json.Null();
  }
  json.EndObject();
  json.Member("posts_without_date", JsonNumber(trend.posts_without_date));
  json.Member("findings_without_date", JsonNumber(trend.findings_without_date)).EndObject();
  out += '\n';
}

}  // namespace gatepost
