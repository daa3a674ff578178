#include "post/json_head.h"

#include <algorithm>

#include "post/json_value_end.h"

namespace gatepost {
namespace {

constexpr std::string_view kWhitespace = " \t\r\n";

// Takes the text apart from its front.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  // Whether the next byte but for whitespace is that one; then it is passed.
  bool Skip(char wanted) {
    text_.remove_prefix(std::min(text_.find_first_not_of(kWhitespace), text_.size()));
    if (!text_.starts_with(wanted)) return false;
    text_.remove_prefix(1);
    return true;
  }
  std::string_view TakeValue() {
    text_.remove_prefix(std::min(text_.find_first_not_of(kWhitespace), text_.size()));
    if (text_.empty()) return {};
    JsonValueEnd end;
    end.Begin(text_.front());
    const std::string_view value = text_.substr(0, end.Feed(text_));
    text_.remove_prefix(value.size());
    return value;
  }

 private:
  std::string_view text_;
};

// What stands between the quotation marks; empty of anything but a whole string.
std::string_view Unquoted(std::string_view value) {
  const bool is_string = value.size() >= 2 && value.starts_with('"') && value.ends_with('"');
  return is_string ? value.substr(1, value.size() - 2) : std::string_view();
}

}  // namespace

JsonHead::JsonHead(std::string_view begin) {
  Rest rest(begin);
  if (!rest.Skip('{')) return;
  do {
    const std::string_view key = Unquoted(rest.TakeValue());
    if (key.empty() || !rest.Skip(':')) return;
    const std::string_view value = rest.TakeValue();
    if (value.empty()) return;
    members_.push_back({key, value});
  } while (rest.Skip(','));
}

std::string_view JsonHead::Value(std::string_view key) const {
  const auto found = std::find_if(members_.begin(), members_.end(),
                                  [key](const Member& member) { return member.key == key; });
  return found == members_.end() ? std::string_view() : found->value;
}

std::string_view JsonHead::Text(std::string_view key) const { return Unquoted(Value(key)); }

}  // namespace gatepost
