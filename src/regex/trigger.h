#pragma once

// What every match of a regex must contain: the cheap thing to look for first.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "regex/regex.h"

namespace gatepost {

// Up to `max` bytes, each of `bytes`; `max` is at most kMaxGap.
struct Gap {
  ByteSet bytes;
  uint32_t max = 0;

  friend bool operator==(const Gap&, const Gap&) = default;
};

// One byte of `bytes`, with perhaps separators before it.
struct RunStep {
  Gap gap;
  ByteSet bytes;

  friend bool operator==(const RunStep&, const RunStep&) = default;
};

inline constexpr uint32_t kMaxGap = 3;
inline constexpr size_t kMaxRunSteps = 16;

// A run of byte classes that stands somewhere in every match: "letter letter digit digit", "ten
// digits, each with up to two separators before it"; a literal is a run of single bytes or of
// letters' two cases. A run is at least one step and at most kMaxRunSteps, and its first step has
// no gap.
struct ClassString {
  std::vector<RunStep> steps;
  // The run begins at least and at most this many bytes after the match's begin.
  uint32_t min_offset = 0;
  uint32_t max_offset = 0;

  // No gaps, and each step is one byte or one letter in both cases.
  [[nodiscard]] bool IsLiteral() const;
  // How often a run would occur by chance per byte of typical English posts; smaller is better.
  [[nodiscard]] double ExpectedRate() const;
  // For people: "[A-Za-z]{2}[0-9]{2}", "nhs no", "[0-9](?:[ .\-]?[0-9]){9}".
  [[nodiscard]] std::string ToString() const;
};

// The trigger of a regex is a set of alternatives: each match contains at least one. Sound by
// construction.
struct Trigger {
  std::vector<ClassString> alternatives;
  [[nodiscard]] double ExpectedRate() const;  // sum over the alternatives
  [[nodiscard]] std::string ToString() const;
};

// Triggers rarer than this in typical posts are worth looking for (about one hit in two posts of
// 150 bytes): at some 200 ns for each hit's confirm they cost at most 0.5 ns a byte.
inline constexpr double kMaxTriggerRate = 1.0 / 400;

// The best trigger of the regex; nullopt if it has none that is rarer than kMaxTriggerRate.
[[nodiscard]] std::optional<Trigger> FindTrigger(const Regex& regex);

// The run stands at byte `at` of `text`.
[[nodiscard]] bool StandsAt(const ClassString& run, std::string_view text, size_t at);

// One of the trigger's alternatives stands somewhere in `text`. The definition that faster scans
// are compared with.
[[nodiscard]] bool Fires(const Trigger& trigger, std::string_view text);

}  // namespace gatepost
