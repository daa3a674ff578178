#pragma once

// What became of one post, or of several together: a word for programs, a sentence for people.

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "judge/verdict.h"
#include "report/report.h"

namespace gatepost {

// Borrows the context.
class VerdictSummary {
 public:
  explicit VerdictSummary(const ReportContext& context) : context_(context) {}

  void Add(const Verdict& verdict);

  // Of all of them together: the gravest action, and whether all was looked at.
  [[nodiscard]] Action action() const { return whole_.action; }
  [[nodiscard]] bool is_complete() const { return whole_.is_complete; }
  // "block", else "incomplete", else "review", else "pass".
  [[nodiscard]] std::string_view word() const { return whole_.word(); }
  // In the context's language: "Held back: NHS number, UK phone number (2)." It holds names of
  // patterns and combinations, never a value.
  [[nodiscard]] std::string Sentence() const;

 private:
  void AddFound(std::string_view name);
  // "NHS number, UK phone number (2)".
  [[nodiscard]] std::string Found() const;

  const ReportContext& context_;
  Verdict whole_;  // without findings
  // What calls for review or more, in the order in which it was first met.
  std::vector<std::pair<std::string, size_t>> found_;
};

}  // namespace gatepost
