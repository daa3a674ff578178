#pragma once

// Text in columns, as wide as their widest cell.

#include <string>
#include <vector>

namespace gatepost {

// The first column stands to the left, the others to the right. Cells are printable; those that a
// row lacks at its end are empty.
class Table {
 public:
  void AddRow(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  // The rows, a line each, without spaces at their ends.
  void AppendTo(std::string& out) const;

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace gatepost
