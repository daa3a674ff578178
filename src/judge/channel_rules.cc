#include "judge/channel_rules.h"

#include "text/fold.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

PatternRule Resolve(const Pattern& pattern, const ChannelPolicy& policy) {
  PatternRule rule{true, 0, policy.fallback, pattern.advice};
  if (const auto category = policy.categories.find(pattern.category);
      category != policy.categories.end()) {
    rule.thresholds = category->second;
  }
  const auto found = policy.overrides.find(pattern.id);
  if (found == policy.overrides.end()) return rule;
  const PatternOverride& change = found->second;
  rule.is_enabled = change.is_enabled;
  rule.points = change.points;
  if (change.thresholds) rule.thresholds = *change.thresholds;
  if (change.advice) rule.advice = *change.advice;
  return rule;
}

ChannelRules Resolve(const std::vector<Pattern>& patterns, const ChannelPolicy& policy) {
  ChannelRules rules{policy.mode, policy.placeholders_count, {}};
  for (const Pattern& pattern : patterns) rules.patterns.push_back(Resolve(pattern, policy));
  return rules;
}

}  // namespace

RuleBook::RuleBook(const std::vector<Pattern>& patterns, const Policy& policy,
                   std::chrono::sys_days as_of)
    : base_(Resolve(patterns, policy.base)), official_(patterns.size()) {
  for (const auto& [name, channel] : policy.channels) {
    channels_.emplace(name, Resolve(patterns, channel));
  }
  for (const OfficialContact& contact : policy.official_contacts) {
    if (contact.expires && *contact.expires < as_of) continue;
    for (size_t i = 0; i < patterns.size(); ++i) {
      if (patterns[i].id != contact.pattern) continue;
      official_[i].insert(Canonical(patterns[i].canonical, Folded(contact.value)));
    }
  }
}

const ChannelRules& RuleBook::For(std::string_view channel) const {
  const auto found = channels_.find(channel);
  return found == channels_.end() ? base_ : found->second;
}

bool RuleBook::IsOfficial(PatternIndex pattern, const std::string& canonical) const {
  return official_[pattern.number()].contains(canonical);
}

}  // namespace gatepost
