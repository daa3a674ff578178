#pragma once

// An organisation's policy as plain data: what score in what category means what action.
// docs/policy.md describes the file.

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pattern/audit_goals.h"
#include "pattern/pattern.h"

namespace gatepost {

enum class Action : uint8_t { kPass, kReview, kBlock };
[[nodiscard]] std::string_view NameOf(Action action);  // "pass", "review", "block"
[[nodiscard]] std::optional<Action> ActionOf(std::string_view name);

enum class Mode : uint8_t {
  kEnforce,
  kReportOnly,  // the action is always pass; the verdict says what it would have been
};

[[nodiscard]] std::string_view NameOf(Mode mode);  // "enforce", "report-only"

// The least score that means the action; a score no finding reaches means never. review <= block.
struct Thresholds {
  int review = 40;
  int block = 70;
  SourcePlace where;  // of the table that sets them; empty if none does
};

// `[override."uk.phone"]`: adjusts one pattern without a copy of its file. Unset = as the pattern
// says.
struct PatternOverride {
  bool is_enabled = true;
  int points = 0;                        // added to every score, as a reason
  std::optional<Thresholds> thresholds;  // instead of the category's
  std::optional<std::string> advice;
  std::optional<std::string> welsh_advice;
  SourcePlace where;
};

// A value of the organisation's own, in any writing: found, labelled `official`, never acted on.
struct OfficialContact {
  std::string pattern;  // "uk.phone"
  std::string value;    // as written in the policy
  std::string reason;
  std::string owner;
  std::optional<std::chrono::sys_days> expires;  // the last day on which it counts
  SourcePlace where;
};

// One part of a combination: a finding of a pattern or category with at least that score, or one of
// some phrases.
struct CombinationPart {
  std::string pattern;  // one of pattern, category and words is set
  std::string category;
  std::vector<std::string> words;  // folded phrases, as Context::near
  int min_score = 1;
  SourcePlace where;
};

// Parts that are personal together although each alone would pass.
struct Combination {
  std::string name;                  // "postcode with a phone number"
  std::vector<CombinationPart> all;  // two or more, each met by another finding
  Action action = Action::kReview;
  std::string advice;
  std::string welsh_name;  // empty where the policy has no Welsh
  std::string welsh_advice;
  SourcePlace where;
};

// What holds on one channel; a policy has one for all channels and may refine it for named ones.
struct ChannelPolicy {
  Mode mode = Mode::kEnforce;
  Thresholds fallback;  // categories not named
  std::map<std::string, Thresholds> categories;
  std::map<std::string, PatternOverride> overrides;  // by pattern id
  bool placeholders_count = true;  // false: findings labelled `placeholder` never act
};

struct Policy {
  std::string name;  // "default"
  std::string hash;  // SHA-256 of the file's content
  ChannelPolicy base;
  // By name, which is never empty; each complete: base with the channel's changes.
  std::map<std::string, ChannelPolicy> channels;
  std::vector<OfficialContact> official_contacts;
  std::vector<Combination> combinations;
  AuditGoals audit;
  // Where the key for fingerprints is kept, empty if not said. A path that is not absolute starts
  // from the policy file's folder: here it is one to open.
  std::string key_file;
};

// Parses a policy file's content, as strictly as patterns are parsed. Of several errors the
// earliest in the file is returned.
[[nodiscard]] Result<Policy> ParsePolicy(std::string_view toml, const std::string& file_name);
[[nodiscard]] Result<Policy> ReadPolicy(const std::string& path);

// Names in the policy that no pattern has (ids, categories) and official contacts that their
// pattern can never find: errors with their place, in the order of the file.
[[nodiscard]] std::vector<Error> CheckPolicyAgainst(const Policy& policy,
                                                    const std::vector<Pattern>& patterns);

}  // namespace gatepost
