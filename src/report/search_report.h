#pragma once

// What `gatepost audit find` says: the posts that hold a person's values, and what was searched.
// Values go by the numbers of their lines, and are never said.
//
//   std::unique_ptr<SearchReport> report = MakeSearchReportText(layout);
//   report->Begin(out); … report->AddHit(found, lines, out); … report->End(coverage, out);

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "audit/value_search.h"
#include "report/audit_post_words.h"

namespace gatepost {

// What a search of a store came to.
struct SearchSummary {
  std::string store;  // as it was named
  std::string set_name;
  std::string set_hash;
  std::string key_id;
  uint64_t values = 0;
  std::vector<uint32_t> unknown_lines;
  std::vector<std::string> patterns;  // that knew a value
  SearchCoverage coverage;
  uint64_t hits = 0;
};

// Each call appends to `out`. Not thread-safe.
class SearchReport {
 public:
  virtual ~SearchReport() = default;
  virtual void Begin(std::string& out) = 0;
  virtual void AddHit(const FindingInPost& found, const std::vector<uint32_t>& lines,
                      std::string& out) = 0;
  virtual void End(const SearchSummary& summary, std::string& out) = 0;
};

[[nodiscard]] std::unique_ptr<SearchReport> MakeSearchReportText(const TextLayout& layout);
[[nodiscard]] std::unique_ptr<SearchReport> MakeSearchReportJson();

}  // namespace gatepost
