#pragma once

// Typed, strict access to TOML tables. A reader asks for the keys it knows; what nobody asked for
// is an unknown key. Faults are logged rather than returned, so that reading code states the format
// and nothing else; whoever began the reading looks at the log at its end.

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "pattern/toml_document.h"

namespace gatepost {

// Keeps the error that stands earliest in the file.
class ErrorLog {
 public:
  explicit ErrorLog(ErrorCode code) : code_(code) {}

  void Add(const SourcePlace& where, std::string message) {
    Add({code_, std::move(message), where});
  }
  void Add(Error error);
  [[nodiscard]] const std::optional<Error>& first() const { return first_; }

 private:
  ErrorCode code_;  // of faults found here
  std::optional<Error> first_;
};

struct IntegerRange {
  int min;
  int max;
};

// Reads one table; borrows it and the log. What is absent or at fault yields the fallback.
class TableReader {
 public:
  TableReader(const TomlValue& table, ErrorLog& log) : table_(table), log_(log) {}

  [[nodiscard]] const SourcePlace& where() const { return table_.where; }
  [[nodiscard]] bool Has(std::string_view key) { return Find(key) != nullptr; }
  // The key's value, or nullptr. With a kind: of that kind, and a fault if it is of another.
  [[nodiscard]] const TomlValue* Find(std::string_view key);
  [[nodiscard]] const TomlValue* Find(std::string_view key, TomlValue::Kind kind);

  [[nodiscard]] bool Bool(std::string_view key, bool fallback);
  [[nodiscard]] int Integer(std::string_view key, IntegerRange range, int fallback);
  // With a decimal point or without; nullopt if it is absent or at fault.
  [[nodiscard]] std::optional<double> Number(std::string_view key, IntegerRange range);
  // A string that is not empty.
  [[nodiscard]] std::string Text(std::string_view key);
  // The same, fit for one line of a report: without control characters.
  [[nodiscard]] std::string Line(std::string_view key, std::string_view fallback = "");
  // A category, a label, a list: IsWord. And the id of a pattern: IsPatternId.
  [[nodiscard]] std::string Word(std::string_view key);
  [[nodiscard]] std::string PatternId(std::string_view key);
  // Strings that are neither empty nor twice the same.
  [[nodiscard]] std::vector<const TomlValue*> Strings(std::string_view key);
  // The tables of [[key]], and the members of [key], each a table.
  [[nodiscard]] std::vector<const TomlValue*> Tables(std::string_view key);
  [[nodiscard]] std::vector<const TomlMember*> NamedTables(std::string_view key);
  // Which of `names` the value is.
  [[nodiscard]] std::optional<size_t> OneOf(std::string_view key,
                                            std::span<const std::string_view> names);
  // Which of the enumerators, by their NameOf.
  template <class Enum>
  [[nodiscard]] Enum Choice(std::string_view key, std::initializer_list<Enum> all, Enum fallback) {
    std::vector<std::string_view> names;
    for (const Enum each : all) names.push_back(NameOf(each));
    const std::optional<size_t> index = OneOf(key, names);
    return index ? all.begin()[*index] : fallback;
  }

  // The table must have these keys; to be called first.
  void Require(std::initializer_list<std::string_view> keys);
  // To be called last: a fault for the first key that nobody asked for; if there is none, for the
  // required ones that are absent. (A key that is misspelt is both, and the misspelling is what
  // helps.) True if nothing is wrong with the file so far: only then is it worth asking whether the
  // keys agree with each other.
  bool Finish();

 private:
  [[nodiscard]] bool IsRequired(std::string_view key) const;

  const TomlValue& table_;
  ErrorLog& log_;
  std::vector<std::string_view> asked_;
  std::vector<std::string_view> required_;
};

// `value` is of that kind; else a fault, which calls it `subject` ("an entry of `near`").
[[nodiscard]] bool IsOfKind(const TomlValue& value, TomlValue::Kind kind, std::string_view subject,
                            ErrorLog& log);

// Where the byte at `line` and `column` of a string's content stands in the file; the string's own
// place if it is not written between single quotes.
[[nodiscard]] SourcePlace PlaceInside(const TomlValue& string, uint32_t line, uint32_t column);

// Lower-case letters, digits and _, in two or more parts with a dot between ("uk.nhs_number"): a
// pattern's id.
[[nodiscard]] bool IsPatternId(std::string_view text);
// Lower-case letters, digits, _ and -, a letter first: a category, a label, a list.
[[nodiscard]] bool IsWord(std::string_view text);

}  // namespace gatepost
