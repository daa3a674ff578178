#include "pattern/pattern_format.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "pattern/key_order.h"
#include "pattern/toml_document.h"
#include "pattern/toml_layout.h"

namespace gatepost {
namespace {

bool IsControl(char c) { return (c >= 0 && c < ' ') || c == 0x7F; }

// What the string says; nullopt if it is none.
std::optional<std::string> ContentOf(const std::string& token) {
  if (!token.starts_with('"') && !token.starts_with('\'')) return std::nullopt;
  Result<TomlValue> table = ParseToml("string = " + token, "");
  if (!table || table->members.size() != 1) return std::nullopt;
  return std::move(table->members.front().value.string);
}

// As '''…''', where nothing is escaped; nullopt if that cannot hold it, or would be hard to read.
std::optional<std::string> Literal(std::string_view content) {
  const bool is_strange = std::any_of(content.begin(), content.end(), IsControl);
  if (is_strange || content.starts_with('\'') || content.ends_with('\'') ||
      content.find("'''") != std::string_view::npos) {
    return std::nullopt;
  }
  return std::string("'''").append(content).append("'''");
}

// As "…"; nullopt if it has characters that only an escape could write.
std::optional<std::string> Basic(std::string_view content) {
  if (std::any_of(content.begin(), content.end(), IsControl)) return std::nullopt;
  std::string text = "\"";
  for (const char c : content) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

// A regex between single quotes, one or three, any other string between double ones. One over
// several lines stays as its author broke it, and what is well quoted as it is spelt.
std::string Requoted(const std::string& token, bool is_regex) {
  if (token.find('\n') != std::string::npos) return token;
  const bool is_basic = token.starts_with('"') && !token.starts_with("\"\"\"");
  if (is_regex ? token.starts_with('\'') : is_basic) return token;
  const std::optional<std::string> content = ContentOf(token);
  if (!content) return token;
  return (is_regex ? Literal(*content) : Basic(*content)).value_or(token);
}

void Requote(std::vector<LayoutEntry>& entries);

void Requote(LayoutValue& value, bool is_regex) {
  if (value.kind == LayoutValue::Kind::kToken) value.token = Requoted(value.token, is_regex);
  Requote(value.entries);
  for (LayoutValue::Line& line : value.lines) {
    for (LayoutValue& item : line.items) Requote(item, is_regex);
  }
}

void Requote(std::vector<LayoutEntry>& entries) {
  for (LayoutEntry& entry : entries) Requote(entry.value, LastPart(entry.key) == "regex");
}

Status CheckSame(const TomlValue& before, std::string_view formatted,
                 const std::string& file_name) {
  const Result<TomlValue> after = ParseToml(formatted, file_name);
  if (after && SaysTheSame(before, *after)) return {};
  return Fail(ErrorCode::kInternal,
              "is left as it is, because its settled layout would not say the same. Please report "
              "this as a bug, with the file.",
              {file_name});
}

}  // namespace

Result<std::string> FormatPattern(std::string_view toml, const std::string& file_name,
                                  const ListFolder& lists) {
  if (const Result<Pattern> pattern = ParsePattern(toml, file_name, lists); !pattern) {
    return Fail(pattern.error());
  }
  const Result<TomlValue> before = ParseToml(toml, file_name);
  if (!before) return Fail(before.error());
  TomlLayout layout = ReadLayout(toml);
  SortLayout(layout);
  for (LayoutBlock& block : layout.blocks) Requote(block.entries);
  std::string formatted = WriteLayout(std::move(layout));
  if (const Status status = CheckSame(*before, formatted, file_name); !status) {
    return Fail(status.error());
  }
  return formatted;
}

}  // namespace gatepost
