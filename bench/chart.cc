#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string_view>

#include "bench/results.h"

namespace gatepost::bench {
namespace {

// Pixels.
constexpr double kWidth = 1080;
constexpr double kLabelWidth = 430;
constexpr double kBarWidth = 400;
constexpr double kRowHeight = 34;
constexpr double kTop = 70;

// Of the scale, in shares of the limit.
constexpr double kLeastShare = 0.01;
constexpr double kMostShare = 10;

double XOf(double share) {
  const double clamped = std::clamp(share, kLeastShare, kMostShare);
  return kLabelWidth +
         kBarWidth * std::log(clamped / kLeastShare) / std::log(kMostShare / kLeastShare);
}

std::string Escaped(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else {
      escaped += c;
    }
  }
  return escaped;
}

template <class... Values>
std::string Formatted(const char* format, Values... values) {
  std::array<char, 400> text{};
  std::snprintf(text.data(), text.size(), format, values...);
  return text.data();
}

std::string Text(double x, double y, const char* anchor, std::string_view text) {
  return Formatted(R"(<text x="%.0f" y="%.0f" text-anchor="%s">)", x, y, anchor) + Escaped(text) +
         "</text>\n";
}

std::string Line(double x, double top, double bottom, const char* look) {
  return Formatted("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.0f\" y2=\"%.0f\" %s/>\n", x, x, top,
                   bottom, look);
}

std::string Scale(double bottom) {
  std::string svg;
  constexpr std::array<double, 7> kShares = {0.01, 0.03, 0.1, 0.3, 1, 3, 10};
  for (const double share : kShares) {
    const char* look = share == 1 ? R"(stroke="#333" stroke-width="2")" : R"(stroke="#ddd")";
    svg += Line(XOf(share), kTop - 8, bottom, look);
    svg += Text(XOf(share), kTop - 14, "middle", share == 1 ? "limit" : InThreeDigits(share));
  }
  return svg;
}

std::string Bar(const Row& row, double y) {
  const double share = row.ShareOfLimit();
  const double aim = row.better == Better::kLarger ? row.aim / row.limit : row.limit / row.aim;
  std::string svg = Text(kLabelWidth - 10, y + 20, "end", row.figure);
  svg += Formatted(
      "<rect x=\"%.1f\" y=\"%.0f\" width=\"%.1f\" height=\"%.0f\" rx=\"2\" fill=\"%s\"/>\n",
      kLabelWidth, y + 6, std::max(1.0, XOf(share) - kLabelWidth), kRowHeight - 14,
      share >= 1 ? "#3b7dbb" : "#d0763a");
  svg += Line(XOf(aim), y + 2, y + kRowHeight - 4, R"(stroke="#1a7f37" stroke-width="3")");
  return svg +
         Text(kLabelWidth + kBarWidth + 12, y + 20, "start", ValueOf(row) + ", " + LimitOf(row));
}

}  // namespace

std::string ToSvg(const Results& results) {
  const double bottom = kTop + kRowHeight * static_cast<double>(results.rows.size());
  std::string svg = Formatted(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" "
      "height=\"%.0f\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#222\" role=\"img\">\n",
      kWidth, bottom + 40, kWidth, bottom + 40);
  svg += "<title>How fast Gatepost is, as shares of the limits</title>\n";
  svg += R"(<rect width="100%" height="100%" fill="#fff"/>)"
         "\n";
  svg += Text(kLabelWidth - 10, 26, "end", "How fast Gatepost is");
  svg += Text(kLabelWidth, 26, "start", "share of the limit, logarithmic; further right is better");
  svg += Scale(bottom);
  double y = kTop;
  for (const Row& row : results.rows) {
    svg += Bar(row, y);
    y += kRowHeight;
  }
  svg += Text(kLabelWidth, bottom + 24, "start",
              "blue: limit kept; orange: not kept; green tick: the aim");
  return svg + "</svg>\n";
}

}  // namespace gatepost::bench
