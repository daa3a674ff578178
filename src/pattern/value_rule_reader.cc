#include "pattern/value_rule_reader.h"

#include "pattern/list_key.h"
#include "pattern/regex_reader.h"

namespace gatepost {
namespace {

void CheckRule(TableReader& table, ErrorLog& log) {
  if (!table.Has("regex") && !table.Has("is") && !table.Has("starts") && !table.Has("ends")) {
    log.Add(table.where(), "[[value]] has no condition. Give `regex`, `is`, `starts` or `ends`.");
  }
  if (!table.Has("label") && !table.Has("points")) {
    log.Add(table.where(), "[[value]] changes nothing. Give `label` or `points`.");
  }
}

}  // namespace

ValueRule ReadValueRule(const TomlValue& value, ValueRuleSources sources, ErrorLog& log) {
  TableReader table(value, log);
  const ListSource lower{sources.lists, CanonicalForm::kLower};
  ValueRule rule;
  rule.label = table.Word("label");
  rule.points = table.Integer("points", {-100, 100}, 0);
  rule.regex = ReadRegex(table, sources.options, log);
  rule.is = ReadListOf(table, "is", {sources.lists, sources.form}, log);
  rule.starts = ReadListOf(table, "starts", lower, log);
  rule.ends = ReadListOf(table, "ends", lower, log);
  if (table.Finish()) CheckRule(table, log);
  return rule;
}

}  // namespace gatepost
