#include "match/plan_cache.h"

#include <algorithm>
#include <bit>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/digest.h"
#include "base/kept_file.h"
#include "base/shared_list.h"

namespace gatepost {
namespace {

constexpr KeptKind kKind{"gatepost-plan-4\n", ".plan"};

// Lists as they stand in memory: a key holds only for machines that write numbers alike. Each lies
// where a list of any numbers may, so that it can be used without being copied.
constexpr size_t kAlignment = 8;
static_assert(KeptOffset(kKind) % kAlignment == 0);

void AppendRaw(std::string_view raw, std::string& bytes) {
  AppendString(std::string((kAlignment - bytes.size() % kAlignment) % kAlignment, '\0'), bytes);
  AppendString(raw, bytes);
}

template <class T>
void AppendList(const SharedList<T>& list, std::string& bytes) {
  AppendRaw(list.bytes(), bytes);
}
template <class T>
void AppendList(const std::vector<T>& list, std::string& bytes) {
  AppendList(SharedList<T>(list), bytes);
}

void AppendSet(const ByteSet& set, std::string& bytes) {
  AppendList(std::vector<ByteSet>{set}, bytes);
}

std::string ToBytes(const SearchPlan& plan) {
  const PlanParts& parts = plan.parts();
  std::string bytes;
  AppendList(parts.variants, bytes);
  AppendList(std::vector(parts.nfa.nodes().begin(), parts.nfa.nodes().end()), bytes);
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
    AppendList(table->blocks(), bytes);
    AppendList(table->fourths(), bytes);
  }
  for (const auto& start : plan.starts()) AppendList(start, bytes);
  return bytes;
}

// Takes lists off the front of what ToBytes gave; those that are no lists are empty, and then it
// has run out.
class PlanReader {
 public:
  explicit PlanReader(const SharedBytes& bytes) : bytes_(bytes), left_(bytes.view()) {}

  [[nodiscard]] ByteReader& left() { return left_; }
  [[nodiscard]] bool is_done() const {
    return are_lists_ && !left_.has_run_out() && left_.left() == 0;
  }

  template <class T>
  SharedList<T> List() {
    static_assert(alignof(T) <= kAlignment);
    left_.String();  // what aligns it
    auto list = SharedList<T>::In(bytes_.Part(left_.String()));
    are_lists_ &= list.has_value();
    return list ? std::move(*list) : SharedList<T>();
  }
  template <class T>
  std::vector<T> Copied() {
    const SharedList<T> list = List<T>();
    return {list.begin(), list.end()};
  }
  ByteSet Set() {
    const SharedList<ByteSet> list = List<ByteSet>();
    are_lists_ &= list.size() == 1;
    return list.empty() ? ByteSet() : list[0];
  }
  std::optional<PrefixTable> Table() {
    auto blocks = List<uint16_t>();
    return PrefixTable::Of(std::move(blocks), List<uint32_t>());
  }

 private:
  SharedBytes bytes_;
  ByteReader left_;
  bool are_lists_ = true;
};

// Nodes and groups must be there: what leads nowhere is no plan.
bool IsWhole(const PlanParts& parts, const PlanStarts& starts) {
  const std::span<const Nfa::NodeData> nodes = parts.nfa.nodes();
  const auto are_nodes = [&nodes](const PlanParts::Nodes& list) {
    return std::all_of(list.begin(), list.end(),
                       [&nodes](Nfa::Node node) { return node < nodes.size(); });
  };
  const auto is_start = [&nodes](const SharedList<Nfa::Node>& start) {
    return std::all_of(start.begin(), start.end(), [&nodes](Nfa::Node node) {
      return node < nodes.size() && nodes[node].kind() == Nfa::Kind::kBytes;
    });
  };
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
         std::all_of(starts.begin(), starts.end(), is_start);
}

std::optional<SearchPlan> PlanFrom(const SharedBytes& bytes) {
  PlanReader reader(bytes);
  PlanParts parts;
  parts.variants = reader.Copied<PlannedVariant>();
  auto nodes = reader.List<Nfa::NodeData>();
  auto sets = reader.Copied<ByteSet>();
  for (auto& each : parts.anywhere) each = reader.Copied<Nfa::Node>();
  for (auto& each : parts.near_digits) each = reader.Copied<Nfa::Node>();
  parts.trigger_starts = reader.Copied<Nfa::Node>();
  parts.triggers.resize(reader.left().Count(16));
  for (AnchoredTrigger& trigger : parts.triggers) {
    trigger.group = static_cast<uint16_t>(reader.left().Number());
    trigger.min_back = reader.left().Number();
    trigger.max_back = reader.left().Number();
    trigger.before = reader.Copied<ByteSet>();
  }
  parts.groups.resize(reader.left().Count(4));
  for (auto& each : parts.groups) each = reader.Copied<Nfa::Node>();
  parts.group_edges = reader.Copied<Edges>();
  parts.bytes.anywhere = reader.Set();
  parts.bytes.after_no_digit = reader.Set();
  parts.bytes.after_no_word = reader.Set();
  auto begins = reader.Table();
  auto near_digits = reader.Table();
  auto triggers = reader.Table();
  auto groups = reader.Table();
  PlanStarts starts(SearchPlan::kFirstGroup + parts.groups.size());
  for (auto& start : starts) start = reader.List<Nfa::Node>();
  auto nfa = Nfa::Of(std::move(nodes), std::move(sets),
                     static_cast<uint32_t>(parts.variants.size() + parts.triggers.size()));
  const bool is_there = nfa && begins && near_digits && triggers && groups && reader.is_done();
  if (!is_there) return std::nullopt;
  parts.nfa = std::move(*nfa);
  if (!IsWhole(parts, starts)) return std::nullopt;
  PlanTables tables(std::move(*begins), std::move(*near_digits), std::move(*triggers),
                    std::move(*groups));
  return SearchPlan(std::move(parts), std::move(tables), std::move(starts));
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
  auto plan = PlanFrom(*file);
  if (!plan) return DoubtKept(kKind, key, "has no plan");
  return std::move(*plan);
}

Status StorePlan(const PrivateFolder& folder, std::string_view key, const SearchPlan& plan) {
  return StoreKept(folder, kKind, key, ToBytes(plan));
}

}  // namespace gatepost
