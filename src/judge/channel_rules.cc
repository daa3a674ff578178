#include "judge/channel_rules.h"

#include "text/fold.h"
#include "validate/canonical.h"

namespace gatepost {
namespace {

// The change's advice in that language. One in English alone still says what the organisation
// wants, and so comes before what the pattern says in Welsh.
const std::optional<std::string>& AdviceOf(const PatternOverride& change, Language language) {
  const bool is_welsh = language == Language::kWelsh && change.welsh_advice;
  return is_welsh ? change.welsh_advice : change.advice;
}

PatternRule Resolve(const Pattern& pattern, const ChannelPolicy& policy, Language language) {
  PatternRule rule{true, 0, policy.fallback, AdviceIn(language, pattern),
                   ReplacementIn(language, pattern)};
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
  if (const auto& advice = AdviceOf(change, language)) rule.advice = *advice;
  return rule;
}

ChannelRules Resolve(const std::vector<Pattern>& patterns, const ChannelPolicy& policy,
                     Language language) {
  ChannelRules rules{policy.mode, policy.placeholders_count, {}};
  for (const Pattern& pattern : patterns) {
    rules.patterns.push_back(Resolve(pattern, policy, language));
  }
  return rules;
}

}  // namespace

RuleBook::RuleBook(const std::vector<Pattern>& patterns, const Policy& policy,
                   std::chrono::sys_days as_of, Language language)
    : base_(Resolve(patterns, policy.base, language)), official_(patterns.size()) {
  for (const auto& [name, channel] : policy.channels) {
    channels_.emplace(name, Resolve(patterns, channel, language));
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
