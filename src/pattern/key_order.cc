#include "pattern/key_order.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

namespace gatepost {
namespace {

using Keys = std::span<const std::string_view>;

constexpr std::array<std::string_view, 24> kFile{
    "id",      "name",       "category",  "severity", "specificity", "edges",
    "case",    "compact",    "canonical", "mask",     "replacement", "look_alikes",
    "advice",  "references", "excludes",  "validate", "cy",          "variant",
    "context", "companion",  "weights",   "value",    "match",       "no_match"};
constexpr std::array<std::string_view, 3> kWelsh{"name", "replacement", "advice"};
constexpr std::array<std::string_view, 5> kVariant{"name", "regex", "base", "valid", "validate"};
constexpr std::array<std::string_view, 6> kValidate{"weights", "modulus",  "check",
                                                    "table",   "alphabet", "position"};
constexpr std::array<std::string_view, 11> kContext{
    "near", "near_list", "against",        "against_list", "kinds",    "within",
    "side", "points",    "against_points", "required",     "rules_out"};
constexpr std::array<std::string_view, 1> kWithin{"words"};
constexpr std::array<std::string_view, 3> kCompanion{"patterns", "within", "points"};
constexpr std::array<std::string_view, 2> kWeights{"list", "within"};
constexpr std::array<std::string_view, 6> kValue{"label", "points", "regex",
                                                 "is",    "starts", "ends"};
constexpr std::array<std::string_view, 3> kMatch{"text", "span", "action"};
constexpr std::array<std::string_view, 2> kNoMatch{"text", "why"};

constexpr std::array<std::pair<std::string_view, Keys>, 11> kTables{{{"", kFile},
                                                                     {"cy", kWelsh},
                                                                     {"variant", kVariant},
                                                                     {"validate", kValidate},
                                                                     {"context", kContext},
                                                                     {"within", kWithin},
                                                                     {"companion", kCompanion},
                                                                     {"weights", kWeights},
                                                                     {"value", kValue},
                                                                     {"match", kMatch},
                                                                     {"no_match", kNoMatch}}};

// The place of the key in its table; behind all others if it is not known.
size_t RankOf(std::string_view key, std::string_view table) {
  const Keys keys = KeysInOrder(table);
  return static_cast<size_t>(std::find(keys.begin(), keys.end(), FirstPart(key)) - keys.begin());
}

void SortEntries(std::vector<LayoutEntry>& entries, std::string_view table);

void SortInside(LayoutValue& value, std::string_view name) {
  SortEntries(value.entries, name);
  for (LayoutValue::Line& line : value.lines) {
    for (LayoutValue& item : line.items) SortInside(item, name);
  }
}

void SortEntries(std::vector<LayoutEntry>& entries, std::string_view table) {
  std::vector<size_t> order(entries.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
    return RankOf(entries[a].key, table) < RankOf(entries[b].key, table);
  });
  std::vector<LayoutEntry> sorted;
  sorted.reserve(entries.size());
  for (size_t i = 0; i < order.size(); ++i) {
    LayoutEntry& entry = sorted.emplace_back(std::move(entries[order[i]]));
    if (i > 0 && order[i] != order[i - 1] + 1) entry.has_gap = false;
    SortInside(entry.value, LastPart(entry.key));
  }
  entries = std::move(sorted);
}

}  // namespace

Keys KeysInOrder(std::string_view table) {
  const auto found = std::find_if(kTables.begin(), kTables.end(),
                                  [&](const auto& each) { return each.first == table; });
  return found == kTables.end() ? Keys() : found->second;
}

void SortLayout(TomlLayout& layout) {
  for (LayoutBlock& block : layout.blocks) SortEntries(block.entries, LastPart(block.name));
  std::stable_sort(layout.blocks.begin() + 1, layout.blocks.end(),
                   [](const LayoutBlock& a, const LayoutBlock& b) {
                     return RankOf(a.name, "") < RankOf(b.name, "");
                   });
}

}  // namespace gatepost
