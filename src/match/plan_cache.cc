#include "match/plan_cache.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <optional>
#include <type_traits>
#include <utility>

#include "base/bytes.h"
#include "base/digest.h"
#include "base/kept_file.h"

namespace gatepost {
namespace {

constexpr KeptKind kKind{"gatepost-plan-2\n", ".plan"};

// Lists as they stand in memory: a key holds only for machines that write numbers alike.
template <class T>
void AppendList(const std::vector<T>& list, std::string& bytes) {
  static_assert(std::is_trivially_copyable_v<T>);
  std::string raw(list.size() * sizeof(T), '\0');
  if (!raw.empty()) std::memcpy(raw.data(), list.data(), raw.size());
  AppendString(raw, bytes);
}

template <class T>
std::vector<T> ReadList(ByteReader& reader) {
  const std::string_view raw = reader.String();
  std::vector<T> list(raw.size() / sizeof(T));
  if (!list.empty()) std::memcpy(list.data(), raw.data(), list.size() * sizeof(T));
  return list;
}

void AppendSet(const ByteSet& set, std::string& bytes) {
  AppendList(std::vector<ByteSet>{set}, bytes);
}

ByteSet ReadSet(ByteReader& reader) {
  const std::vector<ByteSet> list = ReadList<ByteSet>(reader);
  return list.empty() ? ByteSet() : list.front();
}

std::string ToBytes(const SearchPlan& plan) {
  const PlanParts& parts = plan.parts();
  std::string bytes;
  AppendList(parts.variants, bytes);
  AppendList(parts.nfa.nodes(), bytes);
  AppendList(parts.nfa.sets(), bytes);
  for (const auto& nodes : parts.anywhere) AppendList(nodes, bytes);
  for (const auto& nodes : parts.near_digits) AppendList(nodes, bytes);
  AppendList(parts.trigger_starts, bytes);
  AppendNumber(static_cast<uint32_t>(parts.triggers.size()), bytes);
  for (const AnchoredTrigger& trigger : parts.triggers) {
    AppendNumber(trigger.group, bytes);
    AppendNumber(trigger.min_back, bytes);
    AppendNumber(trigger.max_back, bytes);
    AppendList(trigger.before, bytes);
  }
  AppendNumber(static_cast<uint32_t>(parts.groups.size()), bytes);
  for (const auto& nodes : parts.groups) AppendList(nodes, bytes);
  AppendList(parts.group_edges, bytes);
  AppendSet(parts.bytes.anywhere, bytes);
  AppendSet(parts.bytes.after_no_digit, bytes);
  AppendSet(parts.bytes.after_no_word, bytes);
  const PlanTables& tables = plan.tables();
  for (const PrefixTable* table :
       {&tables.begins, &tables.begins_near_digits, &tables.triggers_begin, &tables.groups_begin}) {
    AppendNumber(table->factor(), bytes);
    AppendList(table->rows(), bytes);
    AppendList(table->slots(), bytes);
  }
  return bytes;
}

// Nodes, numbers and groups must be there: what leads nowhere is no plan.
bool IsWhole(const PlanParts& parts) {
  const auto are_nodes = [&parts](const PlanParts::Nodes& nodes) {
    return std::all_of(nodes.begin(), nodes.end(),
                       [&](Nfa::Node node) { return node < parts.nfa.nodes().size(); });
  };
  const size_t numbers = parts.variants.size() + parts.triggers.size();
  return std::all_of(parts.anywhere.begin(), parts.anywhere.end(), are_nodes) &&
         std::all_of(parts.near_digits.begin(), parts.near_digits.end(), are_nodes) &&
         are_nodes(parts.trigger_starts) &&
         std::all_of(parts.groups.begin(), parts.groups.end(), are_nodes) &&
         parts.group_edges.size() == parts.groups.size() &&
         std::all_of(parts.triggers.begin(), parts.triggers.end(),
                     [&](const AnchoredTrigger& trigger) {
                       return trigger.group < parts.groups.size() &&
                              trigger.min_back <= trigger.max_back;
                     }) &&
         std::all_of(parts.nfa.nodes().begin(), parts.nfa.nodes().end(),
                     [&](const Nfa::NodeData& node) {
                       return node.kind() != Nfa::Kind::kAccept || node.next() < numbers;
                     });
}

std::optional<PrefixTable> ReadTable(ByteReader& reader) {
  const uint32_t factor = reader.Number();
  auto rows = ReadList<PrefixTable::Row>(reader);
  return PrefixTable::Of(factor, std::move(rows), ReadList<uint64_t>(reader));
}

std::optional<SearchPlan> PlanFrom(std::string_view bytes) {
  ByteReader reader(bytes);
  PlanParts parts;
  parts.variants = ReadList<PlannedVariant>(reader);
  auto nodes = ReadList<Nfa::NodeData>(reader);
  auto nfa = Nfa::Of(std::move(nodes), ReadList<ByteSet>(reader));
  if (!nfa) return std::nullopt;
  parts.nfa = std::move(*nfa);
  for (auto& each : parts.anywhere) each = ReadList<Nfa::Node>(reader);
  for (auto& each : parts.near_digits) each = ReadList<Nfa::Node>(reader);
  parts.trigger_starts = ReadList<Nfa::Node>(reader);
  parts.triggers.resize(reader.Count(16));
  for (AnchoredTrigger& trigger : parts.triggers) {
    trigger.group = static_cast<uint16_t>(reader.Number());
    trigger.min_back = reader.Number();
    trigger.max_back = reader.Number();
    trigger.before = ReadList<ByteSet>(reader);
  }
  parts.groups.resize(reader.Count(4));
  for (auto& each : parts.groups) each = ReadList<Nfa::Node>(reader);
  parts.group_edges = ReadList<Edges>(reader);
  parts.bytes.anywhere = ReadSet(reader);
  parts.bytes.after_no_digit = ReadSet(reader);
  parts.bytes.after_no_word = ReadSet(reader);
  auto begins = ReadTable(reader);
  auto near_digits = ReadTable(reader);
  auto triggers = ReadTable(reader);
  auto groups = ReadTable(reader);
  const bool has_tables = begins && near_digits && triggers && groups;
  if (!has_tables || reader.has_run_out() || reader.left() > 0 || !IsWhole(parts)) {
    return std::nullopt;
  }
  return SearchPlan(std::move(parts), PlanTables(std::move(*begins), std::move(*near_digits),
                                                 std::move(*triggers), std::move(*groups)));
}

}  // namespace

std::string PlanKey(const std::vector<Pattern>& patterns) {
  Sha256 digest;
  digest.Add(kKind.magic);
  digest.Add(GATEPOST_PLAN_CODE);
  digest.Add(std::endian::native == std::endian::little ? "little" : "other");
  for (const Pattern& pattern : patterns) {
    digest.Add(NameOf(pattern.edges));
    for (const Variant& variant : pattern.variants) {
      digest.Add(variant.regex.is_case_sensitive() ? "case" : "any case");
      digest.Add(variant.regex.source());
    }
  }
  return digest.HexDigest();
}

Result<SearchPlan> LoadPlan(const PrivateFolder& folder, std::string_view key) {
  const Result<SharedBytes> file = LoadKept(folder, kKind, key);
  if (!file) return Fail(file.error());
  auto plan = PlanFrom(file->view());
  if (!plan) return DoubtKept(kKind, key, "has no plan");
  return std::move(*plan);
}

Status StorePlan(const PrivateFolder& folder, std::string_view key, const SearchPlan& plan) {
  return StoreKept(folder, kKind, key, ToBytes(plan));
}

}  // namespace gatepost
