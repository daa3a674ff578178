#include "pattern/weights_reader.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "pattern/context_reader.h"
#include "pattern/list_key.h"

namespace gatepost {
namespace {

constexpr int kMostPoints = 1000;

}  // namespace

std::optional<Weight> ParseWeight(std::string_view entry) {
  const bool has_sign = entry.starts_with('+') || entry.starts_with('-');
  if (!has_sign) return std::nullopt;
  const size_t space = entry.find(' ');
  if (space == std::string_view::npos || space + 1 == entry.size()) return std::nullopt;
  Weight weight{0, std::string(entry.substr(space + 1))};
  if (space < 2 || !IsDigit(entry[1])) return std::nullopt;
  const char* const begin = entry.data() + (entry.front() == '+' ? 1 : 0);
  const char* const end = entry.data() + space;
  const auto [read, error] = std::from_chars(begin, end, weight.points);
  if (error != std::errc() || read != end) return std::nullopt;
  if (weight.points > kMostPoints || weight.points < -kMostPoints) return std::nullopt;
  return weight;
}

Weights ReadWeights(TableReader& file, ListReader& lists, ErrorLog& log) {
  Weights weights;
  const TomlValue* value = file.Find("weights", TomlValue::Kind::kTable);
  if (value == nullptr) return weights;
  TableReader table(*value, log);
  table.Require({"list"});
  const ListEntries entries = ReadListOf(table, "list", {lists, CanonicalForm::kLower}, log);
  weights.within_words = ReadWithin(table, weights.within_words, log);
  table.Finish();
  if (!entries) return weights;
  const SourcePlace& where = table.Find("list")->where;
  std::vector<Weight> phrases;
  for (const std::string& entry : *entries) {
    const std::optional<Weight> weight = ParseWeight(entry);
    if (!weight) {
      log.Add(where, "\"" + entry +
                         "\" of the list is no weight. Write points from -1000 to +1000, with " +
                         "their sign, and the phrase: \"+12 our *\".");
      return weights;
    }
    phrases.push_back(*weight);
  }
  std::sort(phrases.begin(), phrases.end(),
            [](const Weight& a, const Weight& b) { return a.phrase < b.phrase; });
  for (size_t i = 1; i < phrases.size(); ++i) {
    if (phrases[i].phrase != phrases[i - 1].phrase) continue;
    log.Add(where, "\"" + phrases[i].phrase + "\" stands twice in the list. Leave one out.");
  }
  weights.phrases = std::move(phrases);
  return weights;
}

}  // namespace gatepost
