#include "regex/regex.h"

#include <cassert>

#include "regex/regex_parser.h"

namespace gatepost {

Result<Regex> Regex::Parse(std::string_view source, RegexOptions options) {
  auto root = RegexParser(source, options).Parse();
  if (!root) return Fail(std::move(root.error()));
  Regex regex = Known(source, options, root->max_width);
  std::call_once(regex.state_->is_parsed, [&] { regex.state_->root = std::move(*root); });
  return regex;
}

Regex Regex::Known(std::string_view source, RegexOptions options, uint32_t max_width) {
  auto state = std::make_shared<State>();
  state->source = source;
  state->options = options;
  state->max_width = max_width;
  return Regex(std::move(state));
}

const RegexNode& Regex::root() const {
  std::call_once(state_->is_parsed, [&] {
    auto root = RegexParser(state_->source, state_->options).Parse();
    assert(root.has_value() && root->max_width == state_->max_width);
    if (root) state_->root = std::move(*root);
  });
  return state_->root;
}

}  // namespace gatepost
