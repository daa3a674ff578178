#pragma once

// The gravest of a report's open findings, as many as a page has room for.

#include <cstddef>
#include <set>
#include <string>

#include "audit/exposure.h"
#include "audit/store.h"

namespace gatepost {

struct GraveFinding {
  AuditFinding finding;
  AuditPost post;
  std::string input;         // its name
  bool was_decided = false;  // by a decision that holds no longer
};

// The higher severity first, block before review, the higher score; of equal ones the one that came
// first. Not thread-safe.
class GravestFindings {
 public:
  explicit GravestFindings(size_t most, size_t text_bytes = 0)
      : most_(most), text_bytes_(text_bytes) {}

  void Add(const FindingInPost& found);
  [[nodiscard]] const auto& findings() const { return findings_; }

 private:
  struct IsGraver {
    bool operator()(const GraveFinding& a, const GraveFinding& b) const {
      return IsGraverFinding(a.finding, b.finding);
    }
  };
  static bool IsGraverFinding(const AuditFinding& a, const AuditFinding& b);

  size_t most_;
  size_t text_bytes_;  // of a post's text that are kept
  std::multiset<GraveFinding, IsGraver> findings_;
};

}  // namespace gatepost
