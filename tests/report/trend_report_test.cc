#include "report/trend_report.h"

#include <string>

#include "catch.h"
#include "report/parsed_json.h"

namespace gatepost {
namespace {

bool Has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

// Half of the baseline, over which the interval of the target lies.
TrendSummary SampleTrend() {
  TrendSummary trend;
  trend.months = {{"2023-12", "2023-12", 1000, 8, Rate{8, 4, 15}},
                  {"2024-01", "2024-01", 0, 0, {}},
                  {"2024-02", "2024-02", 2000, 8, Rate{4, 2, 8}}};
  trend.baseline = 8;
  trend.base_period = trend.months[0];
  trend.target = 5;
  trend.current = {"2024-01", "2024-02", 2000, 8, Rate{4, 2, 8}};
  trend.change = PerCentChange{-50, -80, -10};
  trend.target_state = TargetState::kLooksMet;
  return trend;
}

std::string TextOf(const TrendSummary& trend) {
  std::string out;
  AppendTrendText(trend, {false, 400}, out);
  return out;
}

}  // namespace

TEST_CASE("a trend is a bar a month, and sentences about baseline and target",
          "[report][trend_report]") {
  const std::string text = TextOf(SampleTrend());
  CAPTURE(text);
  CHECK(Has(text, "2023-12  1,000         8      8.00     0 %  ████████████████████████\n"));
  CHECK(Has(text, "2024-01      0         0         -\n"));
  CHECK(Has(text, "2024-02  2,000         8      4.00   -50 %  ████████████\n"));
  CHECK(Has(text,
            "January 2024 to February 2024: 8 findings worth acting on in 2,000 posts, 4.00 of a "
            "thousand (95 % interval 2.00 to 8.00). Against the baseline of 8.00 (December 2023): "
            "50 per cent fewer; allowing for chance, 80 per cent fewer to 10 per cent fewer. The "
            "target of 5.00 seems to be met, but there are too few posts to be sure."));
}

TEST_CASE("a change that chance could explain is told to be so", "[report][trend_report]") {
  TrendSummary trend = SampleTrend();
  trend.change = PerCentChange{-50, -80, 20};
  CHECK(Has(TrendInWords(trend), "50 per cent fewer. Chance alone could explain it."));
  trend.change = PerCentChange{50, 10, std::nullopt};
  CHECK(Has(TrendInWords(trend), "10 per cent more to any number more."));
}

TEST_CASE("a trend without dates says so", "[report][trend_report]") {
  TrendSummary trend;
  trend.posts_without_date = 3;
  trend.findings_without_date = 1;
  const std::string text = TextOf(trend);
  CHECK(Has(text, "no posts with a date"));
  CHECK(Has(text, "Left out, for want of a date: 3 posts with 1 finding."));
}

TEST_CASE("a trend for programs is one JSON document", "[report][trend_report]") {
  std::string out;
  AppendTrendJson(SampleTrend(), out);
  const ParsedJson tree = ParseTree(out);
  const ParsedJson& root = tree;
  CHECK(root["months"][size_t{0}]["per_1000"]["value"].text == "8.0000");
  CHECK(root["months"][size_t{1}]["per_1000"].type == ParsedJson::Type::kNull);
  CHECK(root["current"]["posts"].text == "2000");
  CHECK(root["baseline"]["first"].text == "2023-12");
  CHECK(root["change_per_cent"]["high"].text == "-10.0000");
  CHECK(root["target"]["state"].text == "looks_met");
}

TEST_CASE("the chart of a trend stands alone, and says in words what it shows",
          "[report][trend_report]") {
  std::string svg;
  AppendTrendChart(SampleTrend(), "trend", svg);
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(svg.ends_with("</svg>\n"));
  CHECK(Has(svg, "aria-labelledby=\"trend-title trend-desc\""));
  CHECK(Has(svg, "50 per cent fewer"));
  CHECK(Has(svg, ">target 5.00</text>"));
  CHECK(Has(svg, ">baseline 8.00</text>"));
  size_t bars = 0;
  for (size_t at = svg.find("\"bar\""); at != std::string::npos; at = svg.find("\"bar\"", at + 1))
    ++bars;
  CHECK(bars == 2);
  // Across it has no fixed size, so that it fits a phone.
  CHECK_FALSE(Has(svg, "viewBox"));
  CHECK(Has(svg, "<rect class=\"bar\" x=\"5.00%\""));
  std::string none;
  AppendTrendChart(TrendSummary{}, "trend", none);
  CHECK(none.empty());
}

TEST_CASE("labels of lines near each other stand on both sides of them", "[report][trend_report]") {
  TrendSummary trend = SampleTrend();
  const auto label_of = [&](std::string_view name) {
    std::string svg;
    AppendTrendChart(trend, "trend", svg);
    const size_t at = svg.rfind(" y=\"", svg.find(name));
    return std::stod(svg.substr(at + 4));
  };
  trend.target = 7.9;
  CHECK(label_of(">target") - label_of(">baseline") > 14);
  trend.target = 8.1;
  CHECK(label_of(">baseline") - label_of(">target") > 14);
}

}  // namespace gatepost
