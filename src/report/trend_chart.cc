#include <algorithm>
#include <cmath>

#include "report/audit_words.h"
#include "report/markup.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

// Across, the drawing goes by shares of the width it is given, so that its letters are as large on
// a phone as on paper; down, by pixels.
constexpr double kWidth = 720;  // of a picture that stands alone
constexpr double kHeight = 236;
constexpr double kTop = 34;
constexpr double kFoot = 210;
// Labels of lines that are nearer to each other stand on both sides of them.
constexpr double kLabelHeight = 18;

constexpr std::string_view kInk = "#16202b";
constexpr std::string_view kBar = "#1d4e79";
constexpr std::string_view kInterval = "#7d8a97";
constexpr std::string_view kBaseline = "#8a5a00";
constexpr std::string_view kTarget = "#1e6b3a";

std::string Attribute(std::string_view name, double pixels) {
  return " " + std::string(name) + "=\"" + FixedText(pixels, 1) + "\"";
}

std::string Across(std::string_view name, double share) {
  return " " + std::string(name) + "=\"" + FixedText(100 * share, 2) + "%\"";
}

// 1, 2 or 5 of a power of ten, at or above the value.
double RoundUp(double value) {
  if (value <= 0) return 1;
  const double power = std::pow(10, std::floor(std::log10(value)));
  for (const double step : {1.0, 2.0, 5.0}) {
    if (value <= step * power) return step * power;
  }
  return 10 * power;
}

struct Goal {
  std::string_view name;
  double value;
  std::string_view colour, dashes;
};

class ChartDrawing {
 public:
  ChartDrawing(const TrendSummary& trend, std::string& out) : trend_(trend), out_(out) {
    double highest = std::max(trend.baseline.value_or(0), trend.target.value_or(0));
    for (const PeriodFindings& month : trend.months) {
      if (month.rate) highest = std::max(highest, month.rate->value);
    }
    top_ = RoundUp(highest);
  }

  void Axis() {
    Line({0, kFoot}, {1, kFoot}, kInk, "");
    Line({0, kTop}, {1, kTop}, kInterval, "1 3");
    Text({0, kTop - 6}, "start",
         top_ < 1 ? FixedText(top_, 2) : Grouped(static_cast<uint64_t>(top_)));
    Text({0, kFoot + 18}, "start", MonthInWords(trend_.months.front().first));
    if (trend_.months.size() > 1) {
      Text({1, kFoot + 18}, "end", MonthInWords(trend_.months.back().first));
    }
  }
  void Months() {
    const double width = 1 / static_cast<double>(trend_.months.size());
    double begin = 0;
    for (const PeriodFindings& month : trend_.months) {
      if (month.rate) Month(*month.rate, begin, width);
      begin += width;
    }
  }
  // The higher line's label stands above it; the other's below, if there is no room above.
  void Goals() {
    std::vector<Goal> goals;
    if (trend_.baseline) goals.push_back({"baseline", *trend_.baseline, kBaseline, "6 4"});
    if (trend_.target) goals.push_back({"target", *trend_.target, kTarget, "2 3"});
    std::ranges::stable_sort(goals, std::greater{}, &Goal::value);
    double above = 0;
    for (const Goal& goal : goals) {
      const double y = HeightOf(goal.value);
      Line({0, y}, {1, y}, goal.colour, goal.dashes);
      const bool has_room = y - above >= kLabelHeight;
      Text({1, has_room ? y - 5 : y + 14}, "end",
           std::string(goal.name) + " " + FixedText(goal.value, 2), goal.colour);
      above = y;
    }
  }

 private:
  struct Point {
    double across;  // from 0 to 1
    double y;
  };

  [[nodiscard]] double HeightOf(double value) const {
    return kFoot - std::min(value / top_, 1.0) * (kFoot - kTop);
  }
  void Month(const Rate& rate, double begin, double width) {
    Rect({begin + width * 0.15, HeightOf(rate.value)}, {begin + width * 0.85, kFoot}, "bar", kBar);
    Rect({begin + width * 0.45, HeightOf(rate.high)}, {begin + width * 0.55, HeightOf(rate.low)},
         "interval", kInterval);
  }
  // `kind` is for the style of a page.
  void Rect(Point from, Point to, std::string_view kind, std::string_view colour) {
    out_ += "<rect class=\"" + std::string(kind) + "\"" + Across("x", from.across) +
            Attribute("y", from.y) + Across("width", to.across - from.across) +
            Attribute("height", to.y - from.y) + " fill=\"" + std::string(colour) + "\"/>\n";
  }
  void Line(Point from, Point to, std::string_view colour, std::string_view dashes) {
    out_ += "<line" + Across("x1", from.across) + Attribute("y1", from.y) +
            Across("x2", to.across) + Attribute("y2", to.y) + " stroke=\"" + std::string(colour) +
            "\"";
    if (!dashes.empty()) out_ += " stroke-dasharray=\"" + std::string(dashes) + "\"";
    out_ += "/>\n";
  }
  void Text(Point at, std::string_view anchor, std::string_view text,
            std::string_view colour = kInk) {
    out_ += "<text" + Across("x", at.across) + Attribute("y", at.y) + " text-anchor=\"" +
            std::string(anchor) + "\" fill=\"" + std::string(colour) +
            // Readable also where it stands on a bar.
            "\" stroke=\"#fff\" stroke-width=\"4\" paint-order=\"stroke\">" + Markup(text) +
            "</text>\n";
  }

  const TrendSummary& trend_;
  std::string& out_;
  double top_ = 1;
};

}  // namespace

void AppendTrendChart(const TrendSummary& trend, std::string_view id, std::string& out) {
  if (trend.months.empty()) return;
  const std::string name = Markup(id);
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + FixedText(kWidth, 0) +
         "\" height=\"" + FixedText(kHeight, 0) +
         "\" role=\"img\" font-family=\"sans-serif\" font-size=\"14\" aria-labelledby=\"" + name +
         "-title " + name + "-desc\">\n";
  out += "<title id=\"" + name + "-title\">Findings worth acting on of 1,000 posts, by month" +
         "</title>\n<desc id=\"" + name + "-desc\">" + Markup(TrendInWords(trend)) + "</desc>\n";
  ChartDrawing drawing(trend, out);
  drawing.Months();
  drawing.Axis();
  drawing.Goals();
  out += "</svg>\n";
}

}  // namespace gatepost
