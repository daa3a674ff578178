#pragma once

// A policy resolved for one pattern set: what holds on a channel, looked up by index instead of by
// name.

#include <chrono>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/index.h"
#include "base/language.h"
#include "pattern/pattern.h"
#include "pattern/policy.h"

namespace gatepost {

// What the policy says of one pattern on one channel.
struct PatternRule {
  bool is_enabled = true;
  int points = 0;
  Thresholds thresholds;
  std::string advice;
  std::string replacement;  // what a suggestion writes
};

struct ChannelRules {
  Mode mode = Mode::kEnforce;
  bool placeholders_count = true;
  std::vector<PatternRule> patterns;  // by PatternIndex
};

// Const, shared by all workers.
class RuleBook {
 public:
  RuleBook(const std::vector<Pattern>& patterns, const Policy& policy, std::chrono::sys_days as_of,
           Language language);

  // The rules of the named channel, or the policy's base.
  [[nodiscard]] const ChannelRules& For(std::string_view channel) const;
  // The value, in canonical form, is one of the organisation's own on the day of the scan.
  [[nodiscard]] bool IsOfficial(PatternIndex pattern, const std::string& canonical) const;

 private:
  ChannelRules base_;
  std::map<std::string, ChannelRules, std::less<>> channels_;
  std::vector<std::set<std::string>> official_;  // by PatternIndex
};

}  // namespace gatepost
