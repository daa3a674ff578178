#include "pattern/variant_reader.h"

#include <optional>
#include <string>
#include <utility>

#include "pattern/check_reader.h"
#include "pattern/regex_reader.h"

namespace gatepost {
namespace {

constexpr size_t kMaxVariants = 64;

// Without checks of its own; nullopt if it has no usable regex.
std::optional<Variant> ReadVariant(TableReader& table, RegexOptions options, ErrorLog& log) {
  table.Require({"regex", "base"});
  const std::string name = table.Line("name");
  const int base = table.Integer("base", {0, 100}, 0);
  const int valid = table.Integer("valid", {0, 100}, 0);
  std::optional<Regex> regex = ReadRegex(table, options, log);
  if (!regex) return std::nullopt;
  return Variant{name, *std::move(regex), {}, base, valid, table.where()};
}

void CheckCount(size_t count, TableReader& file, ErrorLog& log) {
  const TomlValue* variants = file.Find("variant");
  if (variants == nullptr || variants->kind != TomlValue::Kind::kArray) return;
  if (variants->items.empty()) {
    log.Add(variants->where, "`variant` is empty. Add a [[variant]].");
  }
  if (count > kMaxVariants) {
    log.Add(variants->items[kMaxVariants].where,
            "a pattern has at most 64 variants. Make two patterns of it.");
  }
}

}  // namespace

std::vector<Variant> ReadVariants(TableReader& file, RegexOptions options, ErrorLog& log) {
  const std::vector<Check> shared_checks = ReadChecks(file, log);
  const std::vector<const TomlValue*> tables = file.Tables("variant");
  CheckCount(tables.size(), file, log);
  std::vector<Variant> variants;
  for (const TomlValue* each : tables) {
    TableReader table(*each, log);
    std::optional<Variant> variant = ReadVariant(table, options, log);
    std::vector<Check> checks = table.Has("validate") ? ReadChecks(table, log) : shared_checks;
    if (table.Finish() && table.Has("valid") && checks.empty()) {
      log.Add(
          table.Find("valid")->where,
          "`valid` gives points for a check that passes, but there is no `validate`. Add one or "
          "leave `valid` out.");
    }
    if (!variant) continue;
    variant->checks = std::move(checks);
    variants.push_back(*std::move(variant));
  }
  return variants;
}

}  // namespace gatepost
