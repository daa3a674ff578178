#include "pattern/toml_reader.h"

#include <algorithm>
#include <utility>

#include "pattern/nearest_name.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

std::string Quoted(std::string_view name) { return "`" + std::string(name) + "`"; }

auto Position(const SourcePlace& where) { return std::pair(where.line, where.column); }

bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsNameCharacter(char c) { return IsLower(c) || IsDigit(c) || c == '_'; }
bool IsControl(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

}  // namespace

void ErrorLog::Add(Error error) {
  const bool is_earlier = !first_ || (error.where.file == first_->where.file &&
                                      Position(error.where) < Position(first_->where));
  if (is_earlier) first_ = std::move(error);
}

const TomlValue* TableReader::Find(std::string_view key) {
  asked_.push_back(key);
  for (const TomlMember& member : table_.members) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

const TomlValue* TableReader::Find(std::string_view key, Kind kind) {
  const TomlValue* value = Find(key);
  return value != nullptr && IsOfKind(*value, kind, Quoted(key), log_) ? value : nullptr;
}

bool TableReader::Bool(std::string_view key, bool fallback) {
  const TomlValue* value = Find(key, Kind::kBool);
  return value != nullptr ? value->boolean : fallback;
}

int TableReader::Integer(std::string_view key, IntegerRange range, int fallback) {
  const TomlValue* value = Find(key, Kind::kInteger);
  if (value == nullptr) return fallback;
  if (value->integer < range.min || value->integer > range.max) {
    log_.Add(value->where, Quoted(key) + " must be from " + std::to_string(range.min) + " to " +
                               std::to_string(range.max) + ", not " +
                               std::to_string(value->integer) + ".");
    return fallback;
  }
  return static_cast<int>(value->integer);
}

std::optional<double> TableReader::Number(std::string_view key, IntegerRange range) {
  const TomlValue* value = Find(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind != Kind::kInteger && value->kind != Kind::kFloat) {
    log_.Add(value->where,
             Quoted(key) + " must be a number, not " + std::string(Describe(value->kind)) + ".");
    return std::nullopt;
  }
  const double number =
      value->kind == Kind::kInteger ? static_cast<double>(value->integer) : value->number;
  if (number >= range.min && number <= range.max) return number;
  log_.Add(value->where, Quoted(key) + " must be a number from " + std::to_string(range.min) +
                             " to " + std::to_string(range.max) + ".");
  return std::nullopt;
}

std::string TableReader::Text(std::string_view key) {
  const TomlValue* value = Find(key, Kind::kString);
  if (value == nullptr) return "";
  if (value->string.empty()) {
    log_.Add(value->where,
             Quoted(key) + " is empty. Fill it in" + (IsRequired(key) ? "." : " or leave it out."));
  }
  return value->string;
}

std::string TableReader::Line(std::string_view key, std::string_view fallback) {
  if (!Has(key)) return std::string(fallback);
  std::string text = Text(key);
  if (std::any_of(text.begin(), text.end(), IsControl)) {
    log_.Add(Find(key)->where, Quoted(key) + " must be one line without control characters.");
  }
  return text;
}

std::string TableReader::Word(std::string_view key) {
  const TomlValue* value = Find(key, Kind::kString);
  if (value == nullptr) return "";
  if (!IsWord(value->string)) {
    log_.Add(value->where, Quoted(key) + " must be one lower-case word, as \"health\".");
  }
  return value->string;
}

std::string TableReader::PatternId(std::string_view key) {
  const TomlValue* value = Find(key, Kind::kString);
  if (value == nullptr) return "";
  if (!IsPatternId(value->string)) {
    log_.Add(value->where, Quoted(key) +
                               " must be a pattern's id: lower-case words with a dot between, as "
                               "\"uk.nhs_number\".");
  }
  return value->string;
}

std::vector<const TomlValue*> TableReader::Strings(std::string_view key) {
  std::vector<const TomlValue*> strings;
  const TomlValue* array = Find(key, Kind::kArray);
  if (array == nullptr) return strings;
  std::vector<std::string_view> seen;
  for (const TomlValue& item : array->items) {
    if (!IsOfKind(item, Kind::kString, "an entry of " + Quoted(key), log_)) continue;
    if (item.string.empty())
      log_.Add(item.where, "an entry of " + Quoted(key) + " is empty. Leave it out.");
    strings.push_back(&item);
  }
  std::vector<const TomlValue*> sorted = strings;
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](auto* a, auto* b) { return a->string < b->string; });
  for (size_t i = 1; i < sorted.size(); ++i) {
    if (sorted[i]->string == sorted[i - 1]->string) {
      log_.Add(sorted[i]->where,
               "this entry of " + Quoted(key) + " stands there twice. Leave one out.");
    }
  }
  return strings;
}

std::vector<const TomlValue*> TableReader::Tables(std::string_view key) {
  std::vector<const TomlValue*> tables;
  const TomlValue* array = Find(key);
  if (array == nullptr) return tables;
  if (array->kind != Kind::kArray) {
    log_.Add(array->where,
             Quoted(key) + " must be a list of tables. Write [[" + std::string(key) + "]].");
    return tables;
  }
  for (const TomlValue& item : array->items) {
    if (IsOfKind(item, Kind::kTable, "an entry of " + Quoted(key), log_)) tables.push_back(&item);
  }
  return tables;
}

std::vector<const TomlMember*> TableReader::NamedTables(std::string_view key) {
  std::vector<const TomlMember*> tables;
  const TomlValue* table = Find(key, Kind::kTable);
  if (table == nullptr) return tables;
  for (const TomlMember& member : table->members) {
    if (IsOfKind(member.value, Kind::kTable, Quoted(member.key), log_)) tables.push_back(&member);
  }
  return tables;
}

std::optional<size_t> TableReader::OneOf(std::string_view key,
                                         std::span<const std::string_view> names) {
  const TomlValue* value = Find(key, Kind::kString);
  if (value == nullptr) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), value->string);
  if (found != names.end()) return static_cast<size_t>(found - names.begin());
  std::string message = Quoted(key) + " must be ";
  for (const std::string_view each : names) {
    if (each != names.front()) message += each == names.back() ? " or " : ", ";
    message += "\"" + std::string(each) + "\"";
  }
  log_.Add(value->where, message + ".");
  return std::nullopt;
}

void TableReader::Require(std::initializer_list<std::string_view> keys) {
  required_.insert(required_.end(), keys);
}

bool TableReader::IsRequired(std::string_view key) const {
  return std::find(required_.begin(), required_.end(), key) != required_.end();
}

bool TableReader::Finish() {
  std::sort(asked_.begin(), asked_.end());
  asked_.erase(std::unique(asked_.begin(), asked_.end()), asked_.end());
  const TomlMember* unknown = nullptr;  // the first in the file
  for (const TomlMember& member : table_.members) {
    if (std::binary_search(asked_.begin(), asked_.end(), member.key)) continue;
    if (unknown == nullptr || Position(member.where) < Position(unknown->where)) unknown = &member;
  }
  if (unknown != nullptr) {
    log_.Add(unknown->where,
             "unknown key " + Quoted(unknown->key) + "." + Suggestion(unknown->key, asked_));
    return false;
  }
  for (const std::string_view key : required_) {
    if (!Has(key)) log_.Add(table_.where, Quoted(key) + " is missing here. Add it.");
  }
  return !log_.first();
}

bool IsOfKind(const TomlValue& value, Kind kind, std::string_view subject, ErrorLog& log) {
  if (value.kind == kind) return true;
  log.Add(value.where, std::string(subject) + " must be " + std::string(Describe(kind)) + ", not " +
                           std::string(Describe(value.kind)) + ".");
  return false;
}

SourcePlace PlaceInside(const TomlValue& string, uint32_t line, uint32_t column) {
  if (string.content.line == 0 || line == 0) return string.where;
  if (line == 1) {
    return {string.content.file, string.content.line, string.content.column + column - 1};
  }
  return {string.content.file, string.content.line + line - 1, column};
}

bool IsPatternId(std::string_view text) {
  for (size_t parts = 1;; ++parts) {
    const size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || !std::all_of(part.begin(), part.end(), IsNameCharacter)) return false;
    if (dot == std::string_view::npos) return parts > 1;
    text.remove_prefix(dot + 1);
  }
}

bool IsWord(std::string_view text) {
  return !text.empty() && IsLower(text.front()) &&
         std::all_of(text.begin(), text.end(),
                     [](char c) { return IsNameCharacter(c) || c == '-'; });
}

}  // namespace gatepost
