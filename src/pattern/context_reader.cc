#include "pattern/context_reader.h"

#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "pattern/phrase.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

void CheckContext(const Context& context, bool has_companion, TableReader& table, ErrorLog& log) {
  const bool has_near = !context.near.empty();
  const bool asks_for_companion = context.is_required && has_companion;
  const bool has_kinds = !context.kinds.empty();
  if (!has_near && !has_kinds && context.against.empty() && !asks_for_companion) {
    log.Add(table.where(), "[context] needs phrases. Give `near` or `against`.");
  }
  if (has_near && has_kinds) {
    log.Add(table.where(),
            "`kinds` and `near` would share their points. Give `kinds` a [[context]] of its own.");
  }
  if (has_kinds && !table.Has("points")) {
    log.Add(table.where(), "`kinds` changes nothing without `points`. Give `points`.");
  }
  if (!has_near && !has_kinds && context.is_required && !has_companion) {
    log.Add(table.where(),
            "`required` asks for one of `near` or a companion, but there is neither. Give `near` "
            "or [companion].");
  }
  if (has_near && !context.is_required && !table.Has("points")) {
    log.Add(table.where(), "`near` changes nothing without `points`. Give `points`.");
  }
  if (context.rules_out && context.against.empty()) {
    log.Add(table.where(),
            "`rules_out` asks for phrases that leave no finding, but there is none. Give "
            "`against`.");
  }
  const std::set<std::string_view> against(context.against.begin(), context.against.end());
  for (const std::string& phrase : context.near) {
    if (!against.contains(phrase)) continue;
    log.Add(table.where(), "\"" + phrase +
                               "\" speaks both for and against a match. Leave it out of `near` or "
                               "of `against`.");
  }
}

std::vector<PostKind> ReadKinds(TableReader& table, ErrorLog& log) {
  std::vector<PostKind> kinds;
  for (const TomlValue* each : table.Strings("kinds")) {
    if (const std::optional<PostKind> kind = PostKindOf(each->string)) {
      kinds.push_back(*kind);
    } else {
      log.Add(each->where, "`kinds` must hold kinds of posts: own, reply, repost, inbound.");
    }
  }
  return kinds;
}

Side ReadSide(TableReader& table) {
  constexpr std::array<std::string_view, 3> kSides{"both", "before", "after"};
  return static_cast<Side>(table.OneOf("side", kSides).value_or(0));
}

std::vector<std::string> ReadCompanionIds(TableReader& table, std::string_view own_id,
                                          ErrorLog& log) {
  std::vector<std::string> ids;
  for (const TomlValue* each : table.Strings("patterns")) {
    if (!IsPatternId(each->string)) {
      log.Add(each->where, "`patterns` must hold ids of patterns, as \"uk.sort_code\".");
    }
    if (each->string == own_id) {
      log.Add(each->where, "no pattern is its own companion. Name other patterns.");
    }
    ids.push_back(each->string);
  }
  return ids;
}

Context ReadContext(const TomlValue& value, bool has_companion, PhraseLists source) {
  Context context;
  TableReader table(value, source.log);
  std::vector<std::string> near = ReadPhrases(table, "near", source.log);
  std::vector<std::string> against = ReadPhrases(table, "against", source.log);
  AddListedPhrases(table, "near_list", source, near);
  AddListedPhrases(table, "against_list", source, against);
  context.near = std::move(near);
  context.against = std::move(against);
  context.kinds = ReadKinds(table, source.log);
  context.within_words = ReadWithin(table, context.within_words, source.log);
  context.side = ReadSide(table);
  context.points = table.Integer("points", {0, 100}, context.points);
  context.against_points = table.Integer("against_points", {-100, 0}, context.against_points);
  context.is_required = table.Bool("required", context.is_required);
  context.rules_out = table.Bool("rules_out", context.rules_out);
  if (table.Finish()) CheckContext(context, has_companion, table, source.log);
  return context;
}

}  // namespace

uint16_t ReadWithin(TableReader& table, uint16_t fallback, ErrorLog& log) {
  const TomlValue* within = table.Find("within", Kind::kTable);
  if (within == nullptr) return fallback;
  TableReader window(*within, log);
  window.Require({"words"});
  const int words = window.Integer("words", {1, kMaxContextWords}, fallback);
  window.Finish();
  return static_cast<uint16_t>(words);
}

std::vector<Context> ReadContexts(TableReader& file, ListReader& lists, ErrorLog& log) {
  std::vector<Context> contexts;
  const bool has_companion = file.Has("companion");
  const TomlValue* value = file.Find("context");
  if (value != nullptr && value->kind == Kind::kArray) {
    for (const TomlValue* each : file.Tables("context")) {
      contexts.push_back(ReadContext(*each, has_companion, {lists, log}));
    }
  } else if (const TomlValue* one = file.Find("context", Kind::kTable)) {
    contexts.push_back(ReadContext(*one, has_companion, {lists, log}));
  }
  return contexts;
}

Companion ReadCompanion(TableReader& file, const Pattern& pattern, ErrorLog& log) {
  Companion companion;
  const TomlValue* value = file.Find("companion", Kind::kTable);
  if (value == nullptr) return companion;
  TableReader table(*value, log);
  table.Require({"patterns"});
  companion.where = table.where();
  if (const TomlValue* ids = table.Find("patterns")) companion.where = ids->where;
  companion.patterns = ReadCompanionIds(table, pattern.id, log);
  companion.within_words = ReadWithin(table, companion.within_words, log);
  companion.points = table.Integer("points", {0, 100}, companion.points);
  if (!table.Finish()) return companion;
  if (companion.patterns.empty()) {
    log.Add(companion.where, "`patterns` names no companion. Name one or leave [companion] out.");
  }
  if (!RequiresContext(pattern) && !table.Has("points")) {
    log.Add(table.where(), "`patterns` changes nothing without `points`. Give `points`.");
  }
  return companion;
}

}  // namespace gatepost
