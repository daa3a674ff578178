#include "pattern/context_reader.h"

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "pattern/phrase.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

void CheckContext(const Context& context, TableReader& table, ErrorLog& log) {
  const bool has_near = !context.near.empty();
  if (!has_near && context.against.empty()) {
    log.Add(table.where(), "[context] needs phrases. Give `near` or `against`.");
  }
  if (!has_near && context.is_required) {
    log.Add(table.where(), "`required` asks for one of `near`, but there is none. Give `near`.");
  }
  if (has_near && !context.is_required && !table.Has("points")) {
    log.Add(table.where(), "`near` changes nothing without `points`. Give `points`.");
  }
  const std::set<std::string_view> against(context.against.begin(), context.against.end());
  for (const std::string& phrase : context.near) {
    if (!against.contains(phrase)) continue;
    log.Add(table.where(), "\"" + phrase +
                               "\" speaks both for and against a match. Leave it out of `near` or "
                               "of `against`.");
  }
}

uint16_t ReadWithin(TableReader& table, uint16_t fallback, ErrorLog& log) {
  const TomlValue* within = table.Find("within", Kind::kTable);
  if (within == nullptr) return fallback;
  TableReader window(*within, log);
  window.Require({"words"});
  const int words = window.Integer("words", {1, kMaxContextWords}, fallback);
  window.Finish();
  return static_cast<uint16_t>(words);
}

}  // namespace

Context ReadContext(TableReader& file, ErrorLog& log) {
  Context context;
  const TomlValue* value = file.Find("context", Kind::kTable);
  if (value == nullptr) return context;
  TableReader table(*value, log);
  context.near = ReadPhrases(table, "near", log);
  context.against = ReadPhrases(table, "against", log);
  context.within_words = ReadWithin(table, context.within_words, log);
  context.points = table.Integer("points", {0, 100}, context.points);
  context.against_points = table.Integer("against_points", {-100, 0}, context.against_points);
  context.is_required = table.Bool("required", context.is_required);
  if (table.Finish()) CheckContext(context, table, log);
  return context;
}

}  // namespace gatepost
