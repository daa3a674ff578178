#pragma once

// The pieces that an HTML report is made of: one page that needs nothing from outside, runs
// nothing, and can be read on a phone, on paper and by a screen reader.
//
// What is called markup goes in as it is; everything else is text, and escaped.

#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

// Down to <body>, and the end of the page.
void AppendPageBegin(std::string_view title, std::string& out);
void AppendPageEnd(std::string& out);

// A section with its heading; `id` is what the contents link to.
void AppendSectionBegin(std::string_view id, std::string_view heading, std::string& out);
void AppendSectionEnd(std::string& out);
void AppendSubheading(std::string_view heading, std::string& out);

// Nothing if the text is empty.
void AppendParagraph(std::string_view text, std::string& out);

// A link if it is a web address, otherwise the text alone.
[[nodiscard]] std::string LinkMarkup(std::string_view url);
// Text that may be of any script, kept apart from what stands beside it.
[[nodiscard]] std::string NameMarkup(std::string_view text);
// What people compare letter by letter: masked values, hashes, commands.
[[nodiscard]] std::string CodeMarkup(std::string_view text);
// A severity as a tag of its own colour.
[[nodiscard]] std::string SeverityMarkup(std::string_view severity);

struct HtmlColumn {
  std::string_view heading;
  bool is_number = false;
};

// A table with a caption. The first cell of a row is its heading. On a narrow screen a stacked one
// becomes a list of its rows, another scrolls by itself. Appends to `out`, which must outlive it.
class HtmlTable {
 public:
  struct Layout {
    std::string_view caption;
    std::vector<HtmlColumn> columns;
    bool is_stacked = false;
  };

  HtmlTable(Layout layout, std::string& out);
  // A cell of markup for each column.
  void AddRow(const std::vector<std::string>& cells);
  void End();

 private:
  void AppendCell(std::string_view cell, size_t column);

  Layout layout_;
  std::string& out_;
};

}  // namespace gatepost
