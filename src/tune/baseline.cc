#include "tune/baseline.h"

#include <charconv>
#include <cmath>
#include <system_error>
#include <utility>

#include "base/json_reader.h"
#include "base/json_writer.h"

namespace gatepost {
namespace {

constexpr std::string_view kSchema = "gatepost.baseline/1";
constexpr int kPlaces = 6;
constexpr double kUnit = 1e-6;  // of the last place

class BaselineHandler final : public JsonHandler {
 public:
  Baseline baseline;
  std::string schema;
  bool is_well_formed = true;

  void OnKey(std::string_view key) override { key_ = key; }
  void OnString(std::string_view value) override {
    if (depth_ != 1) return OnOther();
    if (key_ == "schema") {
      schema = value;
    } else if (key_ == "at") {
      baseline.at = value;
    } else if (key_ == "split") {
      baseline.split = value;
    } else if (key_ == "corpus") {
      baseline.corpus = value;
    } else {
      OnOther();
    }
  }
  void OnNumber(std::string_view literal) override {
    double number = 0;
    const auto read = std::from_chars(literal.data(), literal.data() + literal.size(), number);
    if (depth_ != 2 || read.ec != std::errc()) return OnOther();
    baseline.figures[key_] = number;
  }
  void OnBool(bool /*value*/) override { OnOther(); }
  void OnNull() override { OnOther(); }
  void OnBeginObject() override {
    if (++depth_ == 2 && key_ != "figures") OnOther();
  }
  void OnEndObject() override { --depth_; }
  void OnBeginArray() override { OnOther(); }
  void OnEndArray() override {}

 private:
  void OnOther() { is_well_formed = false; }

  std::string key_;
  int depth_ = 0;
};

}  // namespace

std::string ToJson(const Baseline& baseline) {
  std::string out;
  JsonWriter head(out);
  head.BeginObject()
      .Member("schema", kSchema)
      .Member("at", baseline.at)
      .Member("split", baseline.split)
      .Member("corpus", baseline.corpus)
      .Key("figures");
  out += '{';
  const char* separator = "\n";
  for (const auto& [name, value] : baseline.figures) {
    out += separator;
    separator = ",\n";
    JsonWriter(out).Key(name).Decimal(value, kPlaces);
  }
  return out + "\n}}\n";
}

Result<Baseline> ParseBaseline(std::string_view json, const std::string& file) {
  BaselineHandler handler;
  JsonReader reader;
  const auto outcome = reader.Read(json, handler);
  if (!outcome || !handler.is_well_formed || handler.schema != kSchema) {
    return Fail(ErrorCode::kSyntax,
                "is no baseline of this version. Write one with --write-baseline.", {file});
  }
  return std::move(handler.baseline);
}

std::vector<Fall> FallsBelow(const Baseline& baseline, const Baseline& now) {
  std::vector<Fall> falls;
  for (const auto& [name, was] : baseline.figures) {
    const auto found = now.figures.find(name);
    if (was < kUnit) continue;  // nothing is lower
    if (found == now.figures.end()) {
      falls.push_back({name, was, std::nullopt});
    } else if (was - found->second >= kUnit) {
      falls.push_back({name, was, found->second});
    }
  }
  return falls;
}

}  // namespace gatepost
