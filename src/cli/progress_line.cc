#include "cli/progress_line.h"

#include <algorithm>

#include "report/audit_words.h"

namespace gatepost {
namespace {

// Before that, no time left is told: it would be a guess.
constexpr double kSecondsToKnow = 2;
constexpr double kShareToKnow = 0.01;

std::string TwoDigits(uint64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

// "2:05", "1:02:05".
std::string ClockText(double seconds) {
  const auto whole = static_cast<uint64_t>(seconds);
  const std::string end = ":" + TwoDigits(whole % 60);
  if (whole < 3600) return std::to_string(whole / 60) + end;
  return std::to_string(whole / 3600) + ":" + TwoDigits(whole / 60 % 60) + end;
}

}  // namespace

std::string ProgressLine::Of(const AuditProgress& progress, double seconds) {
  if (progress.posts == 0 && progress.input_bytes == 0) {
    surveyed_seconds_ = seconds;
    return "looking through the inputs: " + BytesInWords(progress.surveyed_bytes);
  }
  const double reading = std::max(seconds - surveyed_seconds_, 1e-3);
  std::string line = GroupedCount(progress.posts, "post") + ", " +
                     FixedText(static_cast<double>(progress.text_bytes) / 1e6 / reading, 1) +
                     " MB of text a second, " + GroupedCount(progress.findings, "finding");
  if (progress.inputs_total > 1) {
    line += ", input " + Grouped(progress.inputs) + " of " + Grouped(progress.inputs_total);
  }
  const double share = progress.input_bytes_total == 0
                           ? 0
                           : static_cast<double>(progress.input_bytes) /
                                 static_cast<double>(progress.input_bytes_total);
  const bool is_known = share > kShareToKnow && share <= 1 && reading > kSecondsToKnow;
  if (!is_known) return line;
  return line + ", " + FixedText(share * 100, 0) + " %, " + ClockText(reading / share - reading) +
         " left";
}

}  // namespace gatepost
