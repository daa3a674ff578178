#pragma once

// What `gatepost audit find --rescan` says: the posts that have a name, handle or address, told by
// what those are called ("name 1"), never by what they are.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "audit/post_walk.h"
#include "report/audit_post_words.h"

namespace gatepost {

struct RescanSummary {
  std::vector<std::string> labels;  // what was looked for
  uint64_t hits = 0;                // posts that have any of it
  PostWalkSummary walk;
};

// Each call appends to `out`. Not thread-safe.
class RescanReport {
 public:
  virtual ~RescanReport() = default;
  virtual void Begin(std::string& out) = 0;
  // `labels` are those of what the post has.
  virtual void AddHit(const WalkedPost& walked, const std::vector<std::string>& labels,
                      std::string& out) = 0;
  virtual void End(const RescanSummary& summary, std::string& out) = 0;
};

[[nodiscard]] std::unique_ptr<RescanReport> MakeRescanReportText(const TextLayout& layout);
[[nodiscard]] std::unique_ptr<RescanReport> MakeRescanReportJson();

}  // namespace gatepost
