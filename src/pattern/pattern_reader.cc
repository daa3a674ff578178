#include "pattern/pattern_reader.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

#include "pattern/context_reader.h"
#include "pattern/pattern_parser.h"
#include "pattern/policy.h"
#include "pattern/toml_reader.h"
#include "pattern/value_rule_reader.h"
#include "pattern/variant_reader.h"
#include "pattern/weights_reader.h"

namespace gatepost {
namespace {

using Kind = TomlValue::Kind;

std::string ReadCompact(TableReader& table, ErrorLog& log) {
  std::string compact = table.Text("compact");
  const bool is_valid = std::all_of(compact.begin(), compact.end(), [](char c) {
    const bool is_letter_or_digit =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    return c == '\n' || (c >= ' ' && c < 0x7F && !is_letter_or_digit);
  });
  if (!is_valid) {
    log.Add(table.Find("compact")->where,
            "`compact` may hold spaces, line breaks and ASCII punctuation, nothing else.");
  }
  return compact;
}

Mask ReadMask(TableReader& table, ErrorLog& log) {
  const TomlValue* value = table.Find("mask", Kind::kString);
  if (value == nullptr || value->string == "all") return {};
  const std::string_view name = value->string;
  constexpr std::string_view kFirst = "keep-first-";
  constexpr std::string_view kLast = "keep-last-";
  const bool is_first = name.starts_with(kFirst);
  if (is_first || name.starts_with(kLast)) {
    const std::string_view count = name.substr(is_first ? kFirst.size() : kLast.size());
    if (count.size() == 1 && count[0] >= '1' && count[0] <= '4') {
      return {is_first ? Mask::Kind::kKeepFirst : Mask::Kind::kKeepLast,
              static_cast<uint8_t>(count[0] - '0')};
    }
  }
  log.Add(value->where, R"(`mask` must be "all", "keep-first-N" or "keep-last-N", N from 1 to 4.)");
  return {};
}

std::vector<std::string> ReadReferences(TableReader& table) {
  std::vector<std::string> references;
  for (const TomlValue* each : table.Strings("references")) references.push_back(each->string);
  return references;
}

bool IsLookAlike(std::string_view text) {
  constexpr std::ptrdiff_t kMaxFreeDigits = 9;
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7F; }) &&
         std::count(text.begin(), text.end(), '#') <= kMaxFreeDigits &&
         std::count(text.begin(), text.end(), '?') <= 1;
}

std::vector<std::string> ReadLookAlikes(TableReader& table, ErrorLog& log) {
  std::vector<std::string> ranges;
  for (const TomlValue* each : table.Strings("look_alikes")) {
    if (!IsLookAlike(each->string)) {
      log.Add(each->where,
              "`look_alikes` must hold values in printable ASCII, with at most nine # for any "
              "digit and one ? for a check digit: \"07700 900###\".");
    }
    ranges.push_back(each->string);
  }
  return ranges;
}

std::vector<std::string> ReadExcludes(TableReader& table, ErrorLog& log) {
  std::vector<std::string> ids;
  for (const TomlValue* each : table.Strings("excludes")) {
    if (!IsPatternId(each->string)) {
      log.Add(each->where, "`excludes` must hold ids of patterns, as \"uk.phone\".");
    }
    ids.push_back(each->string);
  }
  return ids;
}

std::string InBrackets(const std::string& name) { return "[" + name + "]"; }

Wording ReadWelsh(TableReader& file, ErrorLog& log) {
  const TomlValue* value = file.Find("cy", Kind::kTable);
  if (value == nullptr) return {};
  TableReader table(*value, log);
  table.Require({"name"});
  Wording welsh;
  welsh.name = table.Line("name");
  welsh.replacement = table.Line("replacement", InBrackets(welsh.name));
  welsh.advice = table.Line("advice");
  table.Finish();
  return welsh;
}

void ReadIdentity(TableReader& table, ErrorLog& log, Pattern& pattern) {
  pattern.id = table.PatternId("id");
  pattern.name = table.Line("name");
  pattern.category = table.Word("category");
  pattern.severity = table.Choice(
      "severity", {Severity::kLow, Severity::kMedium, Severity::kHigh, Severity::kCritical},
      pattern.severity);
  pattern.specificity =
      static_cast<uint8_t>(table.Integer("specificity", {0, 9}, pattern.specificity));
  pattern.edges = table.Choice("edges", {Edges::kWord, Edges::kLone, Edges::kNumber, Edges::kNone},
                               pattern.edges);
  pattern.compact = ReadCompact(table, log);
  pattern.canonical =
      table.Choice("canonical",
                   {CanonicalForm::kUpper, CanonicalForm::kLower, CanonicalForm::kDigits,
                    CanonicalForm::kE164Uk, CanonicalForm::kDate},
                   pattern.canonical);
  pattern.mask = ReadMask(table, log);
  pattern.replacement = table.Line("replacement", InBrackets(pattern.name));
  pattern.advice = table.Line("advice");
  pattern.welsh = ReadWelsh(table, log);
  pattern.look_alikes = ReadLookAlikes(table, log);
  pattern.references = ReadReferences(table);
  pattern.excludes = ReadExcludes(table, log);
}

RegexOptions ReadCase(TableReader& table) {
  constexpr std::array<std::string_view, 2> kNames{"insensitive", "sensitive"};
  return {.is_case_sensitive = table.OneOf("case", kNames) == 1U};
}

Example ReadExample(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  table.Require({"text", "span"});
  Example example{table.Text("text"), table.Text("span"), std::nullopt, value.where};
  if (table.Has("action")) {
    const Action action =
        table.Choice("action", {Action::kPass, Action::kReview, Action::kBlock}, Action::kPass);
    example.action = std::string(NameOf(action));
  }
  table.Finish();
  return example;
}

CounterExample ReadCounterExample(const TomlValue& value, ErrorLog& log) {
  TableReader table(value, log);
  table.Require({"text", "why"});
  CounterExample example{table.Text("text"), table.Line("why"), value.where};
  table.Finish();
  return example;
}

void ReadProofs(TableReader& table, ErrorLog& log, Pattern& pattern) {
  for (const TomlValue* each : table.Tables("match")) {
    pattern.examples.push_back(ReadExample(*each, log));
  }
  for (const TomlValue* each : table.Tables("no_match")) {
    pattern.counter_examples.push_back(ReadCounterExample(*each, log));
  }
}

void CheckProofs(const Pattern& pattern, TableReader& table, ErrorLog& log) {
  const bool has_examples = !pattern.examples.empty();
  if (has_examples && !pattern.counter_examples.empty()) return;
  log.Add(table.where(), std::string("this is a pattern without tests: it has no ") +
                             (has_examples ? "[[no_match]]" : "[[match]]") + ". Add at least one.");
}

Pattern ReadPattern(const TomlValue& root, ListReader& lists, ErrorLog& log) {
  TableReader table(root, log);
  Pattern pattern;
  table.Require({"id", "name", "category", "severity", "variant"});
  const TomlValue* id = table.Find("id");
  pattern.where = id != nullptr ? id->where : root.where;
  ReadIdentity(table, log, pattern);
  const RegexOptions options = ReadCase(table);
  pattern.variants = ReadVariants(table, options, log);
  pattern.contexts = ReadContexts(table, lists, log);
  pattern.companion = ReadCompanion(table, pattern, log);
  pattern.weights = ReadWeights(table, lists, log);
  for (const TomlValue* each : table.Tables("value")) {
    pattern.values.push_back(ReadValueRule(*each, {lists, options, pattern.canonical}, log));
  }
  ReadProofs(table, log, pattern);
  if (table.Finish()) CheckProofs(pattern, table, log);
  return pattern;
}

}  // namespace

Result<Pattern> ParsePatternWith(ListReader& lists, std::string_view toml,
                                 const std::string& file_name) {
  const Result<TomlValue> root = ParseToml(toml, file_name);
  if (!root) return Fail(root.error());
  ErrorLog log(ErrorCode::kInvalidPattern);
  Pattern pattern = ReadPattern(*root, lists, log);
  if (log.first()) return Fail(*log.first());
  return pattern;
}

Result<Pattern> ParsePattern(std::string_view toml, const std::string& file_name,
                             const ListFolder& lists) {
  ListReader reader(lists);
  return ParsePatternWith(reader, toml, file_name);
}

}  // namespace gatepost
