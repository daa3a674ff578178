#include "report/gravest_findings.h"

#include <cstdint>
#include <iterator>
#include <tuple>
#include <utility>

namespace gatepost {
namespace {

// To whole characters.
void Shorten(std::string& text, size_t bytes) {
  if (text.size() <= bytes) return;
  while (bytes > 0 && (static_cast<uint8_t>(text[bytes]) & 0xC0) == 0x80) --bytes;
  text.resize(bytes);
  if (bytes > 0) text += "…";
}

}  // namespace

bool GravestFindings::IsGraverFinding(const AuditFinding& a, const AuditFinding& b) {
  const auto key = [](const AuditFinding& finding) {
    return std::tuple(SeverityRank(finding.severity), finding.action != "block", -finding.score);
  };
  return key(a) < key(b);
}

void GravestFindings::Add(const FindingInPost& found) {
  if (most_ == 0) return;
  if (findings_.size() == most_) {
    const auto least = std::prev(findings_.end());
    if (!IsGraverFinding(found.finding, least->finding)) return;
    findings_.erase(least);
  }
  GraveFinding grave{found.finding, found.post, found.input.name, found.decision != nullptr};
  Shorten(grave.post.text, text_bytes_);
  findings_.insert(std::move(grave));
}

}  // namespace gatepost
