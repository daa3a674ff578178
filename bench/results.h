#pragma once

// What a run measured, and its three forms: Markdown, JSON and a chart in SVG.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gatepost::bench {

enum class Better : uint8_t { kLarger, kSmaller };

// A figure with the least that is asked of it and what is aimed at.
struct Row {
  std::string figure;  // "text in memory, against summing memory"
  std::string basis;   // what was measured, over how much
  double value = 0;
  double limit = 0;
  double aim = 0;
  Better better = Better::kLarger;
  std::string unit = "x";  // "x" is a ratio

  // Above 1 the limit is kept, whichever way is better.
  [[nodiscard]] double ShareOfLimit() const;
};

// Of this machine at that moment, for orientation.
struct Speed {
  std::string what;
  double value = 0;
  std::string unit = "MB/s";
};

struct Results {
  std::vector<std::pair<std::string, std::string>> about;  // "cpu" and so on, in their order
  std::vector<Row> rows;
  std::vector<Speed> speeds;
  std::vector<std::string> notes;  // what was left out, and why
};

// Three digits that count: "0.0812", "27.4", "1280".
[[nodiscard]] std::string InThreeDigits(double value);
// "0.6 x" and "at least 0.6 x".
[[nodiscard]] std::string ValueOf(const Row& row);
[[nodiscard]] std::string LimitOf(const Row& row);

[[nodiscard]] std::string ToMarkdown(const Results& results);
[[nodiscard]] std::string ToJson(const Results& results);
// A bar for each row: its share of the limit, on a logarithmic scale, with the aim as a tick.
[[nodiscard]] std::string ToSvg(const Results& results);

}  // namespace gatepost::bench
