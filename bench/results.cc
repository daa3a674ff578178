#include "bench/results.h"

#include <array>
#include <cmath>
#include <cstdio>

#include "base/json_writer.h"

namespace gatepost::bench {
namespace {

std::string WithUnit(double value, const std::string& unit) {
  return InThreeDigits(value) + " " + unit;
}

void WriteRow(const Row& row, JsonWriter& json) {
  json.BeginObject().Member("figure", row.figure).Member("basis", row.basis);
  json.Key("value").Decimal(row.value, 6).Key("limit").Decimal(row.limit, 6);
  json.Key("aim").Decimal(row.aim, 6).Member("unit", row.unit);
  json.Member("smaller_is_better", row.better == Better::kSmaller);
  json.Member("keeps_limit", row.ShareOfLimit() >= 1).EndObject();
}

}  // namespace

double Row::ShareOfLimit() const {
  if (value <= 0 || limit <= 0) return 0;
  return better == Better::kLarger ? value / limit : limit / value;
}

std::string InThreeDigits(double value) {
  const double size = std::abs(value);
  int places = 0;
  for (double step = 100; size < step && places < 5; step /= 10) ++places;
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.*f", places, value);
  std::string digits(text.data());
  if (places == 0) return digits;
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

std::string ValueOf(const Row& row) { return WithUnit(row.value, row.unit); }

std::string LimitOf(const Row& row) {
  return (row.better == Better::kLarger ? "at least " : "at most ") + WithUnit(row.limit, row.unit);
}

std::string ToMarkdown(const Results& results) {
  std::string text = "# How fast Gatepost is\n\n";
  for (const auto& [key, value] : results.about) {
    text.append("- ").append(key).append(": ").append(value).append("\n");
  }
  text +=
      "\n| figure | measured | limit | aim | kept | over what |\n|---|---:|---:|---:|---|---|\n";
  for (const Row& row : results.rows) {
    text += "| " + row.figure + " | " + ValueOf(row) + " | " + LimitOf(row) + " | " +
            WithUnit(row.aim, row.unit) + " | " + (row.ShareOfLimit() >= 1 ? "yes" : "no") + " | " +
            row.basis + " |\n";
  }
  if (!results.speeds.empty()) {
    text +=
        "\nFor orientation only, this machine's at that moment:\n\n| what | speed |\n|---|---:|\n";
  }
  for (const Speed& speed : results.speeds) {
    text += "| " + speed.what + " | " + WithUnit(speed.value, speed.unit) + " |\n";
  }
  if (!results.notes.empty()) text += "\n";
  for (const std::string& note : results.notes) text += "- " + note + "\n";
  return text;
}

std::string ToJson(const Results& results) {
  std::string text;
  JsonWriter json(text);
  json.BeginObject().Key("about").BeginObject();
  for (const auto& [key, value] : results.about) json.Member(key, value);
  json.EndObject().Key("rows").BeginArray();
  for (const Row& row : results.rows) WriteRow(row, json);
  json.EndArray().Key("speeds").BeginArray();
  for (const Speed& speed : results.speeds) {
    json.BeginObject().Member("what", speed.what).Key("value").Decimal(speed.value, 3);
    json.Member("unit", speed.unit).EndObject();
  }
  json.EndArray().Key("notes").BeginArray();
  for (const std::string& note : results.notes) json.String(note);
  json.EndArray().EndObject();
  return text + "\n";
}

}  // namespace gatepost::bench
