#include "match/trigger_table.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/bytes.h"
#include "match/cues.h"
#include "regex/byte_set.h"
#include "regex/trigger.h"

namespace gatepost {
namespace {

std::string ToExpression(const ClassString& run) {
  std::string source;
  for (const RunStep& step : run.steps) {
    if (step.gap.max > 0) {
      source += ToClassSource(step.gap.bytes) + "{0," + std::to_string(step.gap.max) + "}";
    }
    source += ToClassSource(step.bytes);
  }
  return source;
}

// The word in any case.
std::string ToExpression(std::string_view word) {
  std::string source;
  for (const char& c : word) source += ToClassSource(WithBothCases(SetOf({&c, 1})));
  return source;
}

uint32_t MinWidth(const ClassString& run) { return static_cast<uint32_t>(run.steps.size()); }

uint32_t MaxWidth(const ClassString& run) {
  uint32_t width = MinWidth(run);
  for (const RunStep& step : run.steps) width += step.gap.max;
  return width;
}

// Fills a table; gives equal expressions one number.
class TableMaker {
 public:
  void Add(uint32_t variant, const Regex& regex, const Cues& cues) {
    const auto trigger = FindTrigger(regex);
    if (!trigger) {
      if (cues.empty()) table_.untriggered.push_back(variant);
      for (const std::string& cue : cues.words()) {
        table_.cued[NumberOf(ToExpression(cue))].push_back(variant);
      }
      return;
    }
    for (const ClassString& run : trigger->alternatives) {
      const TriggerUse use{variant, run.min_offset + MinWidth(run),
                           std::min(run.max_offset + MaxWidth(run), regex.max_width())};
      table_.uses[NumberOf(ToExpression(run))].push_back(use);
    }
  }

  [[nodiscard]] TriggerTable Take() { return std::move(table_); }

 private:
  size_t NumberOf(std::string expression) {
    const auto [known, is_new] = numbers_.emplace(expression, table_.expressions.size());
    if (is_new) {
      table_.expressions.push_back(std::move(expression));
      table_.uses.emplace_back();
      table_.cued.emplace_back();
    }
    return known->second;
  }

  TriggerTable table_;
  std::map<std::string, size_t> numbers_;
};

void AppendNumbers(const std::vector<uint32_t>& numbers, std::string& bytes) {
  AppendNumber(static_cast<uint32_t>(numbers.size()), bytes);
  for (const uint32_t number : numbers) AppendNumber(number, bytes);
}

std::vector<uint32_t> ReadNumbers(ByteReader& reader) {
  std::vector<uint32_t> numbers(reader.Count(4));
  for (uint32_t& number : numbers) number = reader.Number();
  return numbers;
}

}  // namespace

TriggerTable MakeTriggerTable(const std::vector<Pattern>& patterns) {
  TableMaker maker;
  uint32_t variant_number = 0;
  for (const Pattern& pattern : patterns) {
    const Cues cues(pattern);
    for (const Variant& variant : pattern.variants) {
      maker.Add(variant_number++, variant.regex, cues);
    }
  }
  return maker.Take();
}

std::string ToBytes(const TriggerTable& table) {
  std::string bytes;
  AppendNumber(static_cast<uint32_t>(table.expressions.size()), bytes);
  for (size_t i = 0; i < table.expressions.size(); ++i) {
    AppendString(table.expressions[i], bytes);
    AppendNumber(static_cast<uint32_t>(table.uses[i].size()), bytes);
    for (const TriggerUse& use : table.uses[i]) {
      AppendNumber(use.variant, bytes);
      AppendNumber(use.min_back, bytes);
      AppendNumber(use.max_back, bytes);
    }
    AppendNumbers(table.cued[i], bytes);
  }
  AppendNumbers(table.untriggered, bytes);
  return bytes;
}

std::optional<ReadTriggerTable> TriggerTableFrom(std::string_view bytes) {
  ByteReader reader(bytes);
  TriggerTable table;
  const size_t expressions = reader.Count(12);
  for (size_t i = 0; i < expressions; ++i) {
    table.expressions.emplace_back(reader.String());
    table.uses.emplace_back(reader.Count(12));
    for (TriggerUse& use : table.uses.back()) {
      use.variant = reader.Number();
      use.min_back = reader.Number();
      use.max_back = reader.Number();
    }
    table.cued.push_back(ReadNumbers(reader));
  }
  table.untriggered = ReadNumbers(reader);
  if (reader.has_run_out()) return std::nullopt;
  return ReadTriggerTable{std::move(table), bytes.size() - reader.left()};
}

}  // namespace gatepost
