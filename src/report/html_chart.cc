#include "report/html_chart.h"

#include <algorithm>

#include "report/audit_words.h"
#include "report/markup.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// In CSS pixels.
constexpr size_t kRowHeight = 40;
constexpr size_t kBarTop = 20;
constexpr size_t kBarHeight = 10;
constexpr size_t kTimeHeight = 150;  // of the tallest bar
constexpr size_t kTimeTop = 22;
constexpr size_t kTimeBottom = 24;
constexpr uint32_t kLabelColumns = 38;  // fits beside the count on a phone

uint64_t GreatestOf(const std::vector<ChartBar>& bars) {
  const auto greatest = std::ranges::max_element(bars, {}, &ChartBar::count);
  return std::max(greatest->count, uint64_t{1});
}

// "12.34%"
std::string Percent(double share) { return FixedText(100 * share, 2) + "%"; }

double Share(uint64_t count, uint64_t of) {
  return static_cast<double>(count) / static_cast<double>(of);
}

std::string Quoted(size_t pixels) { return "\"" + std::to_string(pixels) + "\""; }

void AppendBegin(const Chart& chart, size_t height, std::string& out) {
  const std::string id(chart.id);
  out += "<figure><svg role=\"img\" height=" + Quoted(height);
  out += " aria-labelledby=\"" + id + "-title " + id + "-desc\">\n";
  out += "<title id=\"" + id + "-title\">" + Markup(chart.title) + "</title>\n";
  out += "<desc id=\"" + id + "-desc\">" + Markup(chart.description) + "</desc>\n";
}

void AppendRect(std::string_view kind, const std::string& place, std::string& out) {
  out.append("<rect class=\"").append(kind).append("\" ").append(place).append("/>");
}

std::string Shortened(const std::string& label) {
  const std::string line = Printable(label);
  const std::string_view begin = FittingBegin(line, kLabelColumns);
  return begin.size() == line.size() ? line : std::string(begin) + "…";
}

}  // namespace

void AppendBarChart(const Chart& chart, std::string& out) {
  if (chart.bars.empty()) return;
  const uint64_t greatest = GreatestOf(chart.bars);
  AppendBegin(chart, chart.bars.size() * kRowHeight, out);
  for (size_t i = 0; i < chart.bars.size(); ++i) {
    const ChartBar& bar = chart.bars[i];
    const size_t top = i * kRowHeight;
    out += "<text x=\"0\" y=" + Quoted(top + kBarTop - 6) + ">" + Markup(Shortened(bar.label));
    out += "</text><text x=\"100%\" y=" + Quoted(top + kBarTop - 6) + " text-anchor=\"end\">";
    out += Grouped(bar.count) + "</text>";
    const std::string place =
        "x=\"0\" y=" + Quoted(top + kBarTop) + " height=" + Quoted(kBarHeight) + " width=\"";
    AppendRect("track", place + "100%\"", out);
    AppendRect("bar", place + Percent(Share(bar.count, greatest)) + "\"", out);
    out += '\n';
  }
  out += "</svg></figure>\n";
}

void AppendTimeChart(const Chart& chart, std::string& out) {
  if (chart.bars.empty()) return;
  const uint64_t greatest = GreatestOf(chart.bars);
  const auto bars = static_cast<double>(chart.bars.size());
  const size_t foot = kTimeTop + kTimeHeight;
  AppendBegin(chart, foot + kTimeBottom, out);
  for (size_t i = 0; i < chart.bars.size(); ++i) {
    const double share = Share(chart.bars[i].count, greatest);
    // What is there at all can be seen.
    const auto height = chart.bars[i].count == 0
                            ? size_t{0}
                            : std::max(size_t{2}, static_cast<size_t>(share * kTimeHeight));
    const double begin = static_cast<double>(i) / bars;
    AppendRect("bar",
               "x=\"" + Percent(begin + 0.1 / bars) + "\" width=\"" + Percent(0.8 / bars) +
                   "\" y=" + Quoted(foot - height) + " height=" + Quoted(height),
               out);
  }
  out += "\n<line class=\"axis\" x1=\"0\" x2=\"100%\" y1=" + Quoted(foot) + " y2=" + Quoted(foot);
  out += "/>\n<text class=\"quiet\" x=\"0\" y=\"14\">most: " + Grouped(greatest) + "</text>";
  out += "<text class=\"quiet\" x=\"0\" y=" + Quoted(foot + 18) + ">";
  out += Markup(chart.bars.front().label) + "</text>";
  if (chart.bars.size() > 1) {
    out += "<text class=\"quiet\" x=\"100%\" text-anchor=\"end\" y=" + Quoted(foot + 18) + ">";
    out += Markup(chart.bars.back().label) + "</text>";
  }
  out += "\n</svg></figure>\n";
}

}  // namespace gatepost
