#include "report/search_report.h"

namespace gatepost {
namespace {

void WriteLines(std::string_view key, const std::vector<uint32_t>& lines, JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const uint32_t line : lines) json.Integer(line);
  json.EndArray();
}

template <class Words>
void WriteWords(std::string_view key, const Words& words, JsonWriter& json) {
  json.Key(key).BeginArray();
  for (const std::string& word : words) json.String(word);
  json.EndArray();
}

void WriteCoverage(const SearchSummary& summary, JsonWriter& json) {
  const SearchCoverage& coverage = summary.coverage;
  json.Key("searched").BeginObject().Member("store", summary.store);
  json.Member("patterns", summary.set_name).Member("patterns_hash", summary.set_hash);
  json.Member("key", summary.key_id).Member("inputs", JsonNumber(coverage.inputs));
  json.Member("posts", JsonNumber(coverage.posts));
  json.Member("first_month", coverage.first_month).Member("last_month", coverage.last_month);
  json.Member("posts_without_date", JsonNumber(coverage.posts_without_date));
  json.Member("findings", JsonNumber(coverage.findings));
  WriteWords("patterns_that_knew", summary.patterns, json);
  json.EndObject().Key("not_searched").BeginObject();
  WriteLines("unknown_lines", summary.unknown_lines, json);
  json.Member("findings_under_other_keys", JsonNumber(coverage.under_other_keys));
  WriteWords("other_keys", coverage.other_keys, json);
  json.Member("findings_without_fingerprint", JsonNumber(coverage.without_fingerprint));
  json.Member("unread", JsonNumber(coverage.unread));
  json.Member("unfinished_inputs", JsonNumber(coverage.unfinished_inputs));
  json.Member("other_patterns", !coverage.has_same_patterns).Member("free_text", true).EndObject();
}

// One document, written as hits come.
class SearchJson final : public SearchReport {
 public:
  void Begin(std::string& out) override { out += "{\"hits\":["; }

  void AddHit(const FindingInPost& found, const std::vector<uint32_t>& lines,
              std::string& out) override {
    if (!is_first_) out += ",\n";
    is_first_ = false;
    JsonWriter json(out);
    json.BeginObject();
    WriteLines("lines", lines, json);
    json.Member("pattern", found.finding.pattern).Member("name", found.finding.name);
    json.Member("field", NameOf(found.finding.field)).Key("post").BeginObject();
    WritePostMembers(found.post, found.input.name, json);
    json.EndObject().EndObject();
  }

  void End(const SearchSummary& summary, std::string& out) override {
    out += "],\"summary\":";
    JsonWriter json(out);
    json.BeginObject().Member("values", JsonNumber(summary.values));
    json.Member("hits", JsonNumber(summary.hits));
    WriteCoverage(summary, json);
    json.EndObject();
    out += "}\n";
  }

 private:
  bool is_first_ = true;
};

}  // namespace

std::unique_ptr<SearchReport> MakeSearchReportJson() { return std::make_unique<SearchJson>(); }

}  // namespace gatepost
