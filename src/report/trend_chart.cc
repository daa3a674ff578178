#include <algorithm>
#include <cmath>

#include "report/audit_words.h"
#include "report/markup.h"
#include "report/trend_report.h"

namespace gatepost {
namespace {

// In units of the picture, which is scaled to the width it is given.
constexpr double kWidth = 720;
constexpr double kHeight = 260;
constexpr double kLeft = 44;
constexpr double kRight = 712;
constexpr double kTop = 16;
constexpr double kFoot = 226;

constexpr std::string_view kInk = "#16202b";
constexpr std::string_view kBar = "#1d4e79";
constexpr std::string_view kInterval = "#7d8a97";
constexpr std::string_view kBaseline = "#8a5a00";
constexpr std::string_view kTarget = "#1e6b3a";

std::string Attribute(std::string_view name, double value) {
  return " " + std::string(name) + "=\"" + FixedText(value, 1) + "\"";
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
    Line(kLeft, kFoot, kRight, kFoot, kInk, "");
    Text(kLeft - 6, kFoot + 4, "end", "0");
    Text(kLeft - 6, HeightOf(top_) + 4, "end", FixedText(top_, top_ < 1 ? 2 : 0));
    Text(kLeft, kFoot + 18, "start", MonthInWords(trend_.months.front().first));
    if (trend_.months.size() > 1) {
      Text(kRight, kFoot + 18, "end", MonthInWords(trend_.months.back().first));
    }
  }
  void Months() {
    const double width = (kRight - kLeft) / static_cast<double>(trend_.months.size());
    double begin = kLeft;
    for (const PeriodFindings& month : trend_.months) {
      if (month.rate) Month(*month.rate, begin, width);
      begin += width;
    }
  }
  void Goals() {
    if (trend_.baseline) Goal(*trend_.baseline, "baseline", kBaseline, "6 4");
    if (trend_.target) Goal(*trend_.target, "target", kTarget, "2 3");
  }

 private:
  [[nodiscard]] double HeightOf(double value) const {
    return kFoot - std::min(value / top_, 1.0) * (kFoot - kTop);
  }
  void Month(const Rate& rate, double begin, double width) {
    const double top = HeightOf(rate.value);
    out_ += "<rect" + Attribute("x", begin + width * 0.15) + Attribute("y", top) +
            Attribute("width", width * 0.7) + Attribute("height", kFoot - top) + " fill=\"" +
            std::string(kBar) + "\"/>\n";
    const double middle = begin + width / 2;
    Line(middle, HeightOf(rate.low), middle, HeightOf(rate.high), kInterval, "");
  }
  void Goal(double value, std::string_view name, std::string_view colour, std::string_view dashes) {
    const double y = HeightOf(value);
    Line(kLeft, y, kRight, y, colour, dashes);
    Text(kRight, y - 4, "end", std::string(name) + " " + FixedText(value, 2), colour);
  }
  void Line(double x1, double y1, double x2, double y2, std::string_view colour,
            std::string_view dashes) {
    out_ += "<line" + Attribute("x1", x1) + Attribute("y1", y1) + Attribute("x2", x2) +
            Attribute("y2", y2) + " stroke=\"" + std::string(colour) + "\"";
    if (!dashes.empty()) out_ += " stroke-dasharray=\"" + std::string(dashes) + "\"";
    out_ += "/>\n";
  }
  void Text(double x, double y, std::string_view anchor, std::string_view text,
            std::string_view colour = kInk) {
    out_ += "<text" + Attribute("x", x) + Attribute("y", y) + " text-anchor=\"" +
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
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + FixedText(kWidth, 0) + " " +
         FixedText(kHeight, 0) + "\" role=\"img\" font-family=\"sans-serif\" font-size=\"12\" " +
         "aria-labelledby=\"" + name + "-title " + name + "-desc\">\n";
  out += "<title id=\"" + name + "-title\">Findings worth acting on of 1,000 posts, by month" +
         "</title>\n<desc id=\"" + name + "-desc\">" + Markup(TrendInWords(trend)) + "</desc>\n";
  ChartDrawing drawing(trend, out);
  drawing.Months();
  drawing.Axis();
  drawing.Goals();
  out += "</svg>\n";
}

}  // namespace gatepost
