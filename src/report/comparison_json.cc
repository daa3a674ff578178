#include <span>

#include "report/comparison_report.h"

namespace gatepost {
namespace {

void WriteStore(std::string_view name, const std::vector<AuditRun>& runs, JsonWriter& json) {
  json.BeginObject().Member("store", name).Key("runs").BeginArray();
  for (const AuditRun& run : runs) {
    json.BeginObject().Member("gatepost", run.gatepost);
    json.Member("patterns", run.set_name).Member("patterns_hash", run.set_hash);
    json.Member("policy", run.policy_name).Member("policy_hash", run.policy_hash);
    json.Member("key", run.key_id).EndObject();
  }
  json.EndArray().EndObject();
}

void WriteCounts(const ChangeCounts& counts, JsonWriter& json) {
  json.BeginObject();
  for (const FindingChange change : {FindingChange::kNew, FindingChange::kKnownValue,
                                     FindingChange::kGone, FindingChange::kStill}) {
    json.Member(NameOf(change), JsonNumber(counts.Of(change)));
  }
  json.EndObject();
}

void WriteFindings(std::span<const ChangedFinding> findings, JsonWriter& json) {
  json.BeginArray();
  for (const ChangedFinding& each : findings) {
    json.BeginObject().Member("change", NameOf(each.change));
    WriteValueMembers(each.finding, json);
    json.Member("field", NameOf(each.finding.field)).Member("standing", NameOf(each.standing));
    json.Key("post").BeginObject();
    WritePostMembers(each.post, each.input, json);
    json.EndObject().EndObject();
  }
  json.EndArray();
}

}  // namespace

void AppendComparisonJson(const Comparison& comparison, const ComparedStores& stores,
                          std::string& out) {
  JsonWriter json(out);
  json.BeginObject().Key("before");
  WriteStore(stores.before, comparison.before, json);
  json.Key("after");
  WriteStore(stores.after, comparison.after, json);
  json.Member("compared_by", comparison.is_by_fingerprint ? "fingerprint" : "masked");
  json.Member("same_patterns", comparison.has_same_patterns);
  json.Member("same_policy", comparison.has_same_policy);
  json.Member("new_action", NameOf(comparison.new_action)).Key("counts");
  WriteCounts(comparison.all, json);
  json.Key("by_identifier").BeginObject();
  for (const auto& [pattern, changes] : comparison.by_identifier) {
    json.Key(pattern);
    WriteCounts(changes.counts, json);
  }
  json.EndObject().Key("by_severity").BeginObject();
  constexpr std::array<std::string_view, kSeverityRanks> kNames{"critical", "high", "medium", "low",
                                                                "other"};
  for (size_t rank = 0; rank < kSeverityRanks; ++rank) {
    json.Key(kNames[rank]);
    WriteCounts(comparison.by_severity[rank], json);
  }
  json.EndObject().Key("new");
  WriteFindings(comparison.listed_new, json);
  json.Key("gone");
  WriteFindings(comparison.listed_gone, json);
  json.EndObject();
  out += '\n';
}

}  // namespace gatepost
