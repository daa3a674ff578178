// Any bytes as HTML: what is read of them leads back to where it came from, and none of the text
// between tags is lost.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "post/html_text.h"

namespace {

using gatepost::Span;

void Require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string html(data, data + size);
  const gatepost::HtmlText read = gatepost::ReadHtml(html);
  Span last;
  for (uint32_t at = 0; at < read.text.size(); ++at) {
    const Span back = read.source.ToOriginal({at, at + 1});
    Require(back.begin < back.end && back.end <= size);
    Require(back.begin >= last.begin && back.end >= last.end);
    last = back;
    const char first = html[back.begin];
    const bool is_made = first == '&' || first == '<' || read.text[at] == ' ';
    Require(is_made || (back.size() == 1 && first == read.text[at]));
  }
  const bool has_markup = html.find_first_of("<& \t\r\n\f") != std::string::npos;
  Require(has_markup || read.text == html);
  return 0;
}
