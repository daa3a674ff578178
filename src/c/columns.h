#pragma once

// Verdicts as the arrays of gatepost_columns.

#include <cstdint>
#include <string>
#include <vector>

#include "c/gatepost_c.h"
#include "scan/scanner.h"

namespace gatepost::c {

// Takes the verdicts of posts in their order. Reused from scan to scan; one per worker.
class Columns final : public VerdictSink {
 public:
  void Clear();
  void Accept(const Post& post, Verdict verdict) override;
  // The arrays; they live until the next Clear() or Accept().
  [[nodiscard]] gatepost_columns View();

 private:
  void AddFinding(uint32_t post, const Finding& finding);
  void AddProblem(uint32_t post, Problem problem);

  struct Posts {
    std::vector<uint8_t> action, would_be, complete;
  };
  struct Findings {
    std::vector<uint32_t> post, pattern, begin, end;
    std::vector<int32_t> score;
    std::vector<uint8_t> action;
  };
  struct Problems {
    std::vector<uint32_t> post, line, column;
    std::vector<uint8_t> kind;
    std::vector<std::string> code, text;
    std::vector<const char*> code_pointers, text_pointers;  // made by View()
  };
  Posts posts_;
  Findings findings_;
  Problems problems_;
};

}  // namespace gatepost::c
