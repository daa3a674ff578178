#include "pattern/list_key.h"

#include <string>
#include <utility>

namespace gatepost {

ListEntries ReadListOf(TableReader& table, std::string_view key, ListSource source, ErrorLog& log) {
  const TomlValue* value = table.Find(key, TomlValue::Kind::kString);
  if (value == nullptr) return nullptr;
  if (!IsWord(value->string)) {
    log.Add(value->where, "`" + std::string(key) +
                              "` must be a list's name: NAME for patterns/lists/NAME.txt, in "
                              "lower-case letters, digits, - and _.");
    return nullptr;
  }
  Result<ListEntries> list = source.lists.Read(value->string, source.form);
  if (list) return *std::move(list);
  Error error = std::move(list).error();
  if (error.where.line == 0) {  // it cannot be read at all: the place to mend may as well be here
    error.message = "the list " + error.ToString();
    error.where = value->where;
  }
  log.Add(std::move(error));
  return nullptr;
}

}  // namespace gatepost
