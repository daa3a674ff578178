#include "pattern/regex_reader.h"

#include <string>
#include <utility>

namespace gatepost {

std::optional<Regex> ReadRegex(TableReader& table, RegexOptions options, ErrorLog& log) {
  const TomlValue* value = table.Find("regex", TomlValue::Kind::kString);
  if (value == nullptr) return std::nullopt;
  constexpr char kBackspace = '\b';
  if (value->string.find(kBackspace) != std::string::npos) {
    log.Add(
        value->where,
        "this regex holds a backspace (U+0008), which is what \\b means between double quotes. "
        "Write regexes between single quotes; what may stand beside a match is said by `edges`.");
    return std::nullopt;
  }
  Result<Regex> regex = Regex::Parse(value->string, options);
  if (regex) return *std::move(regex);
  Error error = std::move(regex).error();
  error.where = PlaceInside(*value, error.where.line, error.where.column);
  log.Add(std::move(error));
  return std::nullopt;
}

}  // namespace gatepost
