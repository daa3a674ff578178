#include "regex/regex.h"

#include <utility>

#include "regex/regex_parser.h"

namespace gatepost {

Result<Regex> Regex::Parse(std::string_view source, RegexOptions options) {
  auto root = RegexParser(source, options).Parse();
  if (!root) return Fail(std::move(root.error()));
  Regex regex;
  regex.source_ = std::make_shared<const std::string>(source);
  regex.root_ = std::make_shared<const RegexNode>(std::move(*root));
  regex.options_ = options;
  return regex;
}

}  // namespace gatepost
