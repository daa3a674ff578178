#include "post/html_tokens.h"

#include <algorithm>

#include "base/ascii.h"

namespace gatepost {
namespace {

constexpr std::string_view kWhitespace = " \t\n\r\f";

// Whether markup begins with the '<' at html[at], by what follows.
bool BeginsMarkup(std::string_view html, size_t at) {
  if (at + 1 == html.size()) return false;
  const char next = html[at + 1];
  if (next == '/') return at + 2 < html.size();
  return IsLetter(next) || next == '!' || next == '?';
}

bool EndsName(char c) { return c == '/' || c == '>' || kWhitespace.find(c) != kWhitespace.npos; }

size_t EndOr(size_t found, std::string_view html) { return std::min(found, html.size()); }

}  // namespace

const HtmlToken* HtmlTokens::Next() {
  if (at_ == html_.size()) return nullptr;
  if (!is_all_text_ && html_[at_] == '<' && BeginsMarkup(html_, at_)) {
    if (Markup()) return &token_;
    is_all_text_ = true;
  }
  if (is_all_text_) {
    Text(html_.size());
    return &token_;
  }
  size_t end = html_.find('<', at_);
  while (end != std::string_view::npos && !BeginsMarkup(html_, end)) end = html_.find('<', end + 1);
  Text(EndOr(end, html_));
  return &token_;
}

void HtmlTokens::Text(size_t end) {
  token_.type = HtmlToken::Type::kText;
  token_.span = {static_cast<uint32_t>(at_), static_cast<uint32_t>(end)};
  at_ = end;
}

// False if it is a tag that is never closed.
bool HtmlTokens::Markup() {
  token_.name = {};
  token_.attributes.clear();
  token_.comment = {};
  token_.span.begin = static_cast<uint32_t>(at_);
  const char next = html_[at_ + 1];
  if (IsLetter(next)) {
    if (!Tag(HtmlToken::Type::kStartTag)) return false;
    PassContentOf(token_.name);
    return true;
  }
  if (next == '/' && IsLetter(html_[at_ + 2])) return Tag(HtmlToken::Type::kEndTag);
  token_.type = HtmlToken::Type::kComment;
  if (html_.substr(at_).starts_with("<!--")) {
    Comment();
  } else {
    Declaration();
  }
  token_.span.end = static_cast<uint32_t>(at_);
  return true;
}

bool HtmlTokens::Tag(HtmlToken::Type type) {
  token_.type = type;
  const size_t name = at_ + (type == HtmlToken::Type::kEndTag ? 2 : 1);
  size_t at = EndOr(html_.find_first_of(" \t\n\r\f/>", name), html_);
  token_.name = html_.substr(name, at - name);
  while (true) {
    at = html_.find_first_not_of(" \t\n\r\f/", at);
    if (at == std::string_view::npos) return false;
    if (html_[at] == '>') break;
    if (!Attribute(at)) return false;
  }
  at_ = at + 1;
  token_.span.end = static_cast<uint32_t>(at_);
  return true;
}

bool HtmlTokens::Attribute(size_t& at) {
  const size_t name_end = html_.find_first_of(" \t\n\r\f/>=", at + 1);
  if (name_end == std::string_view::npos) return false;
  const std::string_view name = html_.substr(at, name_end - at);
  const size_t equals = html_.find_first_not_of(kWhitespace, name_end);
  if (equals == std::string_view::npos) return false;
  if (html_[equals] != '=') {
    token_.attributes.push_back({name, {}});
    at = name_end;
    return true;
  }
  size_t value = html_.find_first_not_of(kWhitespace, equals + 1);
  if (value == std::string_view::npos) return false;
  const char quote = html_[value];
  const bool is_quoted = quote == '"' || quote == '\'';
  if (is_quoted) ++value;
  const size_t end =
      is_quoted ? html_.find(quote, value) : html_.find_first_of(" \t\n\r\f>", value);
  if (end == std::string_view::npos) return false;
  token_.attributes.push_back({name, html_.substr(value, end - value)});
  at = end + (is_quoted ? 1 : 0);
  return true;
}

// Ends with "-->", "--!>" or, if it is empty, "<!-->" or "<!--->".
void HtmlTokens::Comment() {
  const size_t begin = at_ + 4;
  const std::string_view rest = html_.substr(begin);
  if (rest.starts_with(">") || rest.starts_with("->")) {
    at_ = begin + rest.find('>') + 1;
    return;
  }
  for (size_t dashes = rest.find("--"); dashes != std::string_view::npos;
       dashes = rest.find("--", dashes + 1)) {
    const std::string_view behind = rest.substr(dashes + 2);
    if (!behind.starts_with(">") && !behind.starts_with("!>")) continue;
    token_.comment = rest.substr(0, dashes);
    at_ = begin + dashes + 2 + behind.find('>') + 1;
    return;
  }
  token_.comment = rest;
  at_ = html_.size();
}

void HtmlTokens::Declaration() {
  const size_t end = EndOr(html_.find('>', at_), html_);
  token_.comment = html_.substr(at_ + 2, end - at_ - std::min<size_t>(2, end - at_));
  at_ = std::min(end + 1, html_.size());
}

// Where the content never ends, it is taken as text: a browser would show nothing, but it stands in
// what was published.
void HtmlTokens::PassContentOf(std::string_view name) {
  const bool is_script = EqualsLower(name, "script");
  if (!is_script && !EqualsLower(name, "style")) return;
  const std::string_view wanted = is_script ? "script" : "style";
  bool& has_no_end = is_script ? has_no_script_end_ : has_no_style_end_;
  if (has_no_end) return;
  for (size_t end = html_.find("</", at_); end != std::string_view::npos;
       end = html_.find("</", end + 2)) {
    const size_t behind = end + 2 + name.size();
    const bool is_end = behind < html_.size() && EndsName(html_[behind]) &&
                        EqualsLower(html_.substr(end + 2, name.size()), wanted);
    if (is_end) {
      at_ = end;
      return;
    }
  }
  has_no_end = true;
}

}  // namespace gatepost
