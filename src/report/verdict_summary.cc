#include "report/verdict_summary.h"

#include <algorithm>

#include "report/sentences.h"

namespace gatepost {

void VerdictSummary::Add(const Verdict& verdict) {
  whole_.action = std::max(whole_.action, verdict.action);
  whole_.would_be = std::max(whole_.would_be, verdict.would_be);
  whole_.is_complete = whole_.is_complete && verdict.is_complete;
  for (const Finding& finding : verdict.findings) {
    if (finding.action == Action::kPass) continue;
    AddFound(NameIn(context_.language, context_.patterns[finding.pattern.number()]));
  }
  for (const MetCombination& met : verdict.combinations) {
    if (met.action != Action::kPass) AddFound(met.heading);
  }
}

std::string VerdictSummary::Sentence() const {
  const Language language = context_.language;
  if (whole_.action == Action::kBlock) return Filled(kHeldBack.In(language), Found());
  if (!whole_.is_complete) {
    std::string sentence(kHoldIncomplete.In(language));
    if (!found_.empty()) sentence += " " + Filled(kFoundBeside.In(language), Found());
    return sentence;
  }
  if (whole_.action == Action::kReview) return Filled(kToBeLookedAt.In(language), Found());
  if (whole_.would_be != Action::kPass) return Filled(kNotHeldBack.In(language), Found());
  return std::string(kMayBePublished.In(language));
}

void VerdictSummary::AddFound(std::string_view name) {
  const auto known = std::ranges::find(found_, name, &std::pair<std::string, size_t>::first);
  if (known == found_.end()) {
    found_.emplace_back(name, 1);
  } else {
    ++known->second;
  }
}

std::string VerdictSummary::Found() const {
  std::string list;
  for (const auto& [name, count] : found_) {
    if (!list.empty()) list += ", ";
    list += name;
    if (count > 1) list += " (" + std::to_string(count) + ")";
  }
  return list;
}

}  // namespace gatepost
