#pragma once

// Charts as SVG within an HTML report. They take the width they are given, their letters keep their
// size; a title and a description say what they show, and a table beside them has the numbers.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

struct ChartBar {
  std::string label;  // text
  uint64_t count = 0;
};

struct Chart {
  std::string_view id;  // of this chart alone in the page
  std::string title;
  std::string description;
  std::vector<ChartBar> bars;
};

// Bars lying under their labels, in their order; nothing without bars.
void AppendBarChart(const Chart& chart, std::string& out);
// Bars standing side by side on a line of time, of which the first and last are labelled.
void AppendTimeChart(const Chart& chart, std::string& out);

}  // namespace gatepost
