#include "pattern/value_rule_reader.h"

#include <string>
#include <string_view>
#include <utility>

#include "pattern/regex_reader.h"

namespace gatepost {
namespace {

// Reads the lists that one table names.
struct ListKeys {
  TableReader& table;
  ListReader& lists;
  ErrorLog& log;

  [[nodiscard]] ListEntries Read(std::string_view key, CanonicalForm form) const {
    const TomlValue* value = table.Find(key, TomlValue::Kind::kString);
    if (value == nullptr) return nullptr;
    if (!IsWord(value->string)) {
      log.Add(value->where, "`" + std::string(key) +
                                "` must be a list's name: NAME for patterns/lists/NAME.txt, in "
                                "lower-case letters, digits, - and _.");
      return nullptr;
    }
    Result<ListEntries> list = lists.Read(value->string, form);
    if (list) return *std::move(list);
    Error error = std::move(list).error();
    if (error.where.line == 0) {  // it cannot be read at all: the place to mend may as well be here
      error.message = "the list " + error.ToString();
      error.where = value->where;
    }
    log.Add(std::move(error));
    return nullptr;
  }
};

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
  const ListKeys lists{table, sources.lists, log};
  ValueRule rule;
  rule.label = table.Word("label");
  rule.points = table.Integer("points", {-100, 100}, 0);
  rule.regex = ReadRegex(table, sources.options, log);
  rule.is = lists.Read("is", sources.form);
  rule.starts = lists.Read("starts", CanonicalForm::kLower);
  rule.ends = lists.Read("ends", CanonicalForm::kLower);
  if (table.Finish()) CheckRule(table, log);
  return rule;
}

}  // namespace gatepost
