#include <algorithm>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "base/digest.h"
#include "pattern/audit_goals_reader.h"
#include "pattern/phrase.h"
#include "pattern/policy.h"
#include "pattern/toml_limits.h"
#include "pattern/toml_reader.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

constexpr IntegerRange kScores{1, 1000};
constexpr IntegerRange kPoints{-100, 100};
constexpr size_t kMaxParts = 8;

// `review` and `block` of `table`, which stand in for those of `inherited`.
Thresholds ReadThresholds(TableReader& table, const Thresholds& inherited, ErrorLog& log) {
  Thresholds thresholds{table.Integer("review", kScores, inherited.review),
                        table.Integer("block", kScores, inherited.block), table.where()};
  if (thresholds.review > thresholds.block) {
    log.Add(table.where(), "`review` is " + std::to_string(thresholds.review) +
                               " and `block`, set here or inherited, is " +
                               std::to_string(thresholds.block) +
                               ". Make `review` the smaller of the two.");
  }
  return thresholds;
}

std::optional<std::string> ReadWelshAdvice(TableReader& change, ErrorLog& log) {
  const TomlValue* value = change.Find("cy", Kind::kTable);
  if (value == nullptr) return std::nullopt;
  TableReader table(*value, log);
  table.Require({"advice"});
  std::string advice = table.Line("advice");
  table.Finish();
  return advice;
}

PatternOverride ReadOverride(const TomlValue& value, PatternOverride change, ErrorLog& log) {
  TableReader table(value, log);
  change.where = value.where;
  change.is_enabled = table.Bool("enabled", change.is_enabled);
  change.points = table.Integer("points", kPoints, change.points);
  if (table.Has("advice")) change.advice = table.Line("advice");
  if (table.Has("cy")) change.welsh_advice = ReadWelshAdvice(table, log);
  const bool has_review = table.Has("review");
  const bool has_block = table.Has("block");
  const bool is_half = has_review != has_block && !change.thresholds;
  if (!is_half && (has_review || has_block)) {
    change.thresholds = ReadThresholds(table, change.thresholds.value_or(Thresholds{}), log);
  }
  if (table.Finish() && is_half) {
    log.Add(value.where, "an override sets both thresholds or none. Give `review` and `block`.");
  }
  return change;
}

// The keys that the whole policy and each channel have; what is absent stays as `channel` has it.
ChannelPolicy ReadChannel(TableReader& table, ChannelPolicy channel, ErrorLog& log) {
  channel.mode = table.Choice("mode", {Mode::kEnforce, Mode::kReportOnly}, channel.mode);
  channel.placeholders_count = table.Bool("placeholders_count", channel.placeholders_count);
  if (const TomlValue* value = table.Find("thresholds", Kind::kTable)) {
    TableReader thresholds(*value, log);
    channel.fallback = ReadThresholds(thresholds, channel.fallback, log);
    thresholds.Finish();
  }
  for (const TomlMember* member : table.NamedTables("category")) {
    if (!IsWord(member->key)) {
      log.Add(member->where,
              "`" + member->key + "` is no category. Write one lower-case word, as \"contact\".");
    }
    TableReader category(member->value, log);
    const auto known = channel.categories.find(member->key);
    const Thresholds& inherited =
        known != channel.categories.end() ? known->second : channel.fallback;
    channel.categories[member->key] = ReadThresholds(category, inherited, log);
    category.Finish();
  }
  for (const TomlMember* member : table.NamedTables("override")) {
    if (!IsPatternId(member->key)) {
      log.Add(member->where, "`" + member->key +
                                 "` is no id of a pattern. Write it whole and in quotes, as "
                                 "[override.\"uk.phone\"].");
      continue;
    }
    PatternOverride& change = channel.overrides[member->key];
    change = ReadOverride(member->value, change, log);
  }
  return channel;
}

OfficialContact ReadContact(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  table.Require({"pattern", "value", "reason", "owner"});
  OfficialContact contact;
  contact.pattern = table.PatternId("pattern");
  contact.value = table.Line("value");
  contact.reason = table.Line("reason");
  contact.owner = table.Line("owner");
  contact.where = value.where;
  const TomlValue* expires = table.Find("expires");
  if (expires != nullptr && expires->kind == Kind::kDate) {
    contact.expires = expires->date;
  } else if (expires != nullptr) {
    log.Add(expires->where, "`expires` must be a date without quotes, as 2030-12-31, not " +
                                std::string(Describe(expires->kind)) + ".");
  }
  table.Finish();
  return contact;
}

void ReadContacts(TableReader& table, ErrorLog& log, Policy& policy) {
  std::set<std::pair<std::string, std::string>> seen;
  for (const TomlValue* each : table.Tables("official_contact")) {
    OfficialContact contact = ReadContact(*each, log);
    if (!seen.emplace(contact.pattern, contact.value).second) {
      log.Add(each->where, "this official contact stands in the policy twice. Leave one out.");
    }
    policy.official_contacts.push_back(std::move(contact));
  }
}

void CheckPart(const CombinationPart& part, TableReader& table, ErrorLog& log) {
  const bool has_words = table.Has("words");
  if (int{table.Has("pattern")} + int{table.Has("category")} + int{has_words} != 1) {
    log.Add(part.where,
            "a part of a combination is one of `pattern`, `category` and `words`. Give one.");
  }
  if (has_words && part.words.empty()) log.Add(part.where, "`words` is empty. Give phrases.");
  if (has_words && table.Has("min_score")) {
    log.Add(part.where, "words have no score. Leave `min_score` out.");
  }
}

CombinationPart ReadPart(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  CombinationPart part;
  part.where = value.where;
  part.pattern = table.PatternId("pattern");
  part.category = table.Word("category");
  part.words = ReadPhrases(table, "words", log);
  part.min_score = table.Integer("min_score", kScores, part.min_score);
  if (table.Finish()) CheckPart(part, table, log);
  return part;
}

void ReadWelsh(TableReader& file, ErrorLog& log, Combination& combination) {
  const TomlValue* value = file.Find("cy", Kind::kTable);
  if (value == nullptr) return;
  TableReader table(*value, log);
  table.Require({"name"});
  combination.welsh_name = table.Line("name");
  combination.welsh_advice = table.Line("advice");
  table.Finish();
}

Combination ReadCombination(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  table.Require({"name", "all", "action"});
  Combination combination;
  combination.where = value.where;
  combination.name = table.Line("name");
  for (const TomlValue* part : table.Tables("all")) {
    combination.all.push_back(ReadPart(*part, log));
  }
  if (table.Has("all") && (combination.all.size() < 2 || combination.all.size() > kMaxParts)) {
    log.Add(table.Find("all")->where, "a combination has two to eight parts, not " +
                                          std::to_string(combination.all.size()) + ".");
  }
  combination.action =
      table.Choice("action", {Action::kReview, Action::kBlock}, combination.action);
  combination.advice = table.Line("advice");
  ReadWelsh(table, log, combination);
  table.Finish();
  return combination;
}

void ReadCombinations(TableReader& table, ErrorLog& log, Policy& policy) {
  std::set<std::string> names;
  for (const TomlValue* each : table.Tables("combination")) {
    Combination combination = ReadCombination(*each, log);
    if (!names.insert(combination.name).second) {
      log.Add(each->where, "two combinations are named \"" + combination.name +
                               "\". Give one of them another name.");
    }
    policy.combinations.push_back(std::move(combination));
  }
}

// The file that `path` names if it is said in the file of that name.
std::string BesideFile(const std::string& file_name, const std::string& path) {
  return (std::filesystem::path(file_name).parent_path() / path).string();
}

Policy ReadPolicyTable(const TomlValue& root, ErrorLog& log) {
  TableReader table(root, log);
  Policy policy;
  table.Require({"name"});
  policy.name = table.Line("name");
  policy.key_file = table.Line("key_file");
  policy.base = ReadChannel(table, ChannelPolicy{}, log);
  for (const TomlMember* member : table.NamedTables("channel")) {
    if (member->key.empty()) {
      log.Add(member->where, "this channel has no name. Write it, as [channel.press].");
    }
    TableReader channel(member->value, log);
    policy.channels[member->key] = ReadChannel(channel, policy.base, log);
    channel.Finish();
  }
  policy.audit = ReadAuditGoals(table, log);
  ReadContacts(table, log, policy);
  ReadCombinations(table, log, policy);
  table.Finish();
  return policy;
}

}  // namespace

Result<Policy> ParsePolicy(std::string_view toml, const std::string& file_name) {
  const Result<TomlValue> root = ParseToml(toml, file_name);
  if (!root) return Fail(root.error());
  ErrorLog log(ErrorCode::kInvalidPolicy);
  Policy policy = ReadPolicyTable(*root, log);
  if (log.first()) return Fail(*log.first());
  if (!policy.key_file.empty()) policy.key_file = BesideFile(file_name, policy.key_file);
  Sha256 hash;
  hash.Add(toml);
  policy.hash = hash.HexDigest();
  return policy;
}

Result<Policy> ReadPolicy(const std::string& path) {
  const Result<std::string> content = ReadTomlFile(path);
  if (!content) return Fail(content.error());
  return ParsePolicy(*content, path);
}

}  // namespace gatepost
