#pragma once

// Figures of an evaluation kept in a file, below which a later one must not fall.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace gatepost {

struct Baseline {
  std::string at;                         // the least action of what counted as found
  std::string split;                      // of the posts: "all", "train", "held"
  std::string corpus;                     // SHA-256 of the posts that were measured
  std::map<std::string, double> figures;  // FiguresOf
};

// A JSON object with one figure a line, so that a change of one is a change of one line.
[[nodiscard]] std::string ToJson(const Baseline& baseline);

// What ToJson wrote; kSyntax, with the file, for anything else.
[[nodiscard]] Result<Baseline> ParseBaseline(std::string_view json, const std::string& file);

// A figure that is lower than in the baseline, or, if it was not 0, no longer measured.
struct Fall {
  std::string figure;
  double was = 0;
  std::optional<double> is;
};

// In the order of the figures' names. Differences below the file's last digit do not count.
[[nodiscard]] std::vector<Fall> FallsBelow(const Baseline& baseline, const Baseline& now);

}  // namespace gatepost
