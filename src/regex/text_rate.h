#pragma once

// How often a run of byte classes occurs by chance in English text.
//
// Bytes are not independent: after a digit another digit is thirty times as likely as elsewhere.
// The model is a first-order one over five kinds of byte (lower case, upper case, digit, blank,
// other), and within a kind bytes come independently, by their frequency.

#include <array>

#include "regex/trigger.h"

namespace gatepost {

// The rate of a run that grows at its end.
class RunRate {
 public:
  // A run of one step.
  explicit RunRate(const ByteSet& first);
  void Append(const RunStep& step);
  // Expected runs per byte of text. Ways to read a run that overlap are counted each, so it may be
  // too high, never too low by the model.
  [[nodiscard]] double Value() const;

 private:
  static constexpr size_t kKinds = 5;
  using ByKind = std::array<double, kKinds>;

  // The chance, by kind, that a byte of that kind is one of `bytes`.
  [[nodiscard]] static ByKind ShareOf(const ByteSet& bytes);
  // One byte on from `from`, where that byte is one of a class with these shares.
  [[nodiscard]] static ByKind Next(const ByKind& from, const ByKind& share);

  ByKind ends_;  // rate of the run so far, by its last byte's kind
};

}  // namespace gatepost
