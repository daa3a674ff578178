#pragma once

// From lines of JSON to lines of verdicts, in memory: all of it, and what no scanner can do
// without.

#include <cstddef>
#include <string>
#include <string_view>

#include "scan/scanner.h"

namespace gatepost::bench {

// The whole of `check --jsonl -f jsonl` but for the files. Gives the number of findings.
[[nodiscard]] size_t CheckJsonl(const Scanner& scanner, std::string_view jsonl);

// Reads every string of every line with simdjson and writes the verdict line of a post in which
// nothing is found, with the post's id; nothing is scanned.
class ReadAndWrite {
 public:
  // `jsonl` is borrowed and gets room behind its end, which simdjson wants; every line is an object
  // whose first member is its id.
  ReadAndWrite(const Scanner& scanner, std::string& jsonl);

  // Gives the bytes read and written; 0 if a line cannot be read.
  [[nodiscard]] size_t Run() const;

 private:
  const std::string& jsonl_;
  // Of a verdict line, before and after the id.
  std::string before_id_;
  std::string after_id_;
};

}  // namespace gatepost::bench
