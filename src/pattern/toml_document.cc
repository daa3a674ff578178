#include "pattern/toml_document.h"

#include <toml++/toml.h>

#include <algorithm>
#include <exception>
#include <utility>

#include "base/byte_order_mark.h"
#include "base/utf8.h"
#include "pattern/toml_limits.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

// From the parser's columns, which count code points, to ours, which count bytes.
class Places {
 public:
  Places(std::string_view text, const std::string& file_name) : text_(text), file_name_(file_name) {
    lines_.push_back(0);
    for (size_t at = 0; at < text.size();) {
      code_points_.push_back(static_cast<uint32_t>(at));
      const bool is_newline = text[at] == '\n';
      at += DecodeUtf8(text, at).size;
      if (is_newline) lines_.push_back(code_points_.size());
    }
    code_points_.push_back(static_cast<uint32_t>(text.size()));
  }

  [[nodiscard]] SourcePlace At(toml::source_position position) const {
    const size_t line = std::clamp<size_t>(position.line, 1, lines_.size());
    const size_t first = lines_[line - 1];
    const size_t wanted = first + std::max<size_t>(position.column, 1) - 1;
    const size_t code_point = std::min(wanted, code_points_.size() - 1);
    return {file_name_, static_cast<uint32_t>(line),
            code_points_[code_point] - code_points_[first] + 1};
  }

  // Where the content of the string at `string` begins, if it stands between single quotes; else
  // line 0.
  [[nodiscard]] SourcePlace ContentOf(const SourcePlace& string) const {
    const size_t at = code_points_[lines_[string.line - 1]] + string.column - 1;
    const std::string_view rest = text_.substr(at);
    if (!rest.starts_with('\'')) return {};
    if (!rest.starts_with("'''")) return {file_name_, string.line, string.column + 1};
    const std::string_view content =
        rest.substr(3);  // a newline straight after the quotes is dropped
    const bool is_next_line = content.starts_with('\n') || content.starts_with("\r\n");
    if (is_next_line) return {file_name_, string.line + 1, 1};
    return {file_name_, string.line, string.column + 3};
  }

 private:
  std::string_view text_;
  const std::string& file_name_;
  std::vector<size_t> lines_;          // each line's first entry in code_points_
  std::vector<uint32_t> code_points_;  // the byte at which each begins
};

// Recursion is bounded by kMaxTomlDepth.
TomlValue Convert(const toml::node& node, const Places& places);

void ConvertTable(const toml::table& table, const Places& places, TomlValue& value) {
  value.kind = Kind::kTable;
  for (const auto& [key, member] : table) {
    value.members.push_back(
        {std::string(key.str()), places.At(key.source().begin), Convert(member, places)});
  }
}

void ConvertDate(const toml::date& date, TomlValue& value) {
  value.kind = Kind::kDate;
  value.date =
      std::chrono::year(date.year) / std::chrono::month(date.month) / std::chrono::day(date.day);
}

TomlValue Convert(const toml::node& node, const Places& places) {
  TomlValue value;
  value.where = places.At(node.source().begin);
  if (const auto* table = node.as_table()) {
    ConvertTable(*table, places, value);
  } else if (const auto* array = node.as_array()) {
    value.kind = Kind::kArray;
    for (const toml::node& item : *array) value.items.push_back(Convert(item, places));
  } else if (const auto* string = node.as_string()) {
    value.kind = Kind::kString;
    value.string = string->get();
    value.content = places.ContentOf(value.where);
  } else if (const auto* integer = node.as_integer()) {
    value.kind = Kind::kInteger;
    value.integer = integer->get();
  } else if (const auto* boolean = node.as_boolean()) {
    value.kind = Kind::kBool;
    value.boolean = boolean->get();
  } else if (const auto* date = node.as_date()) {
    ConvertDate(date->get(), value);
  } else if (const auto* number = node.as_floating_point()) {
    value.kind = Kind::kFloat;
    value.number = number->get();
  } else {
    value.kind = Kind::kTime;
  }
  return value;
}

std::string ParseMessage(std::string_view description) {
  constexpr std::string_view kPrefix = "Error while parsing ";  // "key-value pair: …"
  const size_t colon = description.find(": ");
  if (description.starts_with(kPrefix) && colon != std::string_view::npos) {
    description.remove_prefix(colon + 2);
  }
  const bool is_escape = description.find("escape sequence") != std::string_view::npos;
  return "this is not valid TOML: " + std::string(description) +
         (is_escape ? ". Write regexes between single quotes, where nothing is escaped."
                    : ". Correct the text here or just before.");
}

}  // namespace

std::string_view Describe(Kind kind) {
  switch (kind) {
    case Kind::kString:
      return "a string";
    case Kind::kInteger:
      return "an integer";
    case Kind::kFloat:
      return "a number with a decimal point";
    case Kind::kBool:
      return "true or false";
    case Kind::kDate:
      return "a date";
    case Kind::kTime:
      return "a time";
    case Kind::kArray:
      return "an array";
    case Kind::kTable:
      return "a table";
  }
  return "a value";
}

Result<TomlValue> ParseToml(std::string_view text, const std::string& file_name) {
  if (Status status = CheckTomlLimits(text, file_name); !status) return Fail(status.error());
  text = WithoutByteOrderMark(text);
  const Places places(text, file_name);
  try {
    return Convert(toml::parse(text), places);
  } catch (const toml::parse_error& error) {
    return Fail(ErrorCode::kSyntax, ParseMessage(error.description()),
                places.At(error.source().begin));
  } catch (const std::exception& error) {
    return Fail(ErrorCode::kInternal, "the TOML parser failed: " + std::string(error.what()) + ".",
                {file_name, 1, 1});
  }
}

bool SaysTheSame(const TomlValue& a, const TomlValue& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::kString:
      return a.string == b.string;
    case Kind::kInteger:
      return a.integer == b.integer;
    case Kind::kFloat:
      return a.number == b.number;
    case Kind::kBool:
      return a.boolean == b.boolean;
    case Kind::kDate:
      return a.date == b.date;
    case Kind::kArray:
      return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                        SaysTheSame);
    case Kind::kTable:
      return std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                        [](const TomlMember& x, const TomlMember& y) {
                          return x.key == y.key && SaysTheSame(x.value, y.value);
                        });
    case Kind::kTime:
      break;
  }
  return false;
}

}  // namespace gatepost
