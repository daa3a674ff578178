#include "post/html_text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/ascii.h"
#include "post/html_entity.h"
#include "post/html_tokens.h"

namespace gatepost {
namespace {

// How an element parts the text before it from that behind, and its own from both.
enum class Break : uint8_t { kNone, kCell, kBlock, kLine };

struct Element {
  std::string_view name;
  Break kind;
};
constexpr auto kElements = std::to_array<Element>({
    {"address", Break::kBlock},    {"article", Break::kBlock},    {"aside", Break::kBlock},
    {"blockquote", Break::kBlock}, {"body", Break::kBlock},       {"br", Break::kLine},
    {"caption", Break::kBlock},    {"center", Break::kBlock},     {"dd", Break::kBlock},
    {"details", Break::kBlock},    {"dialog", Break::kBlock},     {"dir", Break::kBlock},
    {"div", Break::kBlock},        {"dl", Break::kBlock},         {"dt", Break::kBlock},
    {"fieldset", Break::kBlock},   {"figcaption", Break::kBlock}, {"figure", Break::kBlock},
    {"footer", Break::kBlock},     {"form", Break::kBlock},       {"h1", Break::kBlock},
    {"h2", Break::kBlock},         {"h3", Break::kBlock},         {"h4", Break::kBlock},
    {"h5", Break::kBlock},         {"h6", Break::kBlock},         {"head", Break::kBlock},
    {"header", Break::kBlock},     {"hgroup", Break::kBlock},     {"hr", Break::kBlock},
    {"html", Break::kBlock},       {"legend", Break::kBlock},     {"li", Break::kBlock},
    {"main", Break::kBlock},       {"menu", Break::kBlock},       {"nav", Break::kBlock},
    {"ol", Break::kBlock},         {"optgroup", Break::kBlock},   {"option", Break::kBlock},
    {"p", Break::kBlock},          {"pre", Break::kBlock},        {"search", Break::kBlock},
    {"section", Break::kBlock},    {"summary", Break::kBlock},    {"table", Break::kBlock},
    {"tbody", Break::kBlock},      {"td", Break::kCell},          {"textarea", Break::kBlock},
    {"tfoot", Break::kBlock},      {"th", Break::kCell},          {"thead", Break::kBlock},
    {"title", Break::kBlock},      {"tr", Break::kBlock},         {"ul", Break::kBlock},
});

static_assert(std::ranges::is_sorted(kElements, {}, &Element::name));

Break BreakOf(std::string_view name) {
  const std::string lower = InLowerCase(name);
  const auto* const found = std::lower_bound(
      kElements.begin(), kElements.end(), lower,
      [](const Element& element, const std::string& wanted) { return element.name < wanted; });
  return found != kElements.end() && found->name == lower ? found->kind : Break::kNone;
}

bool IsWhitespace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// The end of the bytes from `at` that are copied as they stand.
size_t PlainEnd(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '&' && !IsWhitespace(text[at])) ++at;
  return at;
}

class Reader {
 public:
  explicit Reader(std::string_view html) : html_(html) {}

  HtmlText Run() && {
    HtmlTokens tokens(html_);
    while (const HtmlToken* token = tokens.Next()) Take(*token);
    return std::move(read_);
  }

 private:
  void Take(const HtmlToken& token) {
    switch (token.type) {
      case HtmlToken::Type::kText:
        return TakeText(token.span);
      case HtmlToken::Type::kStartTag:
        TakeAttributes(token);
        [[fallthrough]];
      case HtmlToken::Type::kEndTag:
        return TakeTag(token);
      case HtmlToken::Type::kComment:
        return TakeComment(token.comment);
    }
  }

  void TakeComment(std::string_view comment) {
    const bool is_empty = comment.find_first_not_of(" \t\r\n\f") == std::string_view::npos;
    const bool is_declaration = EqualsLower(comment.substr(0, 7), "doctype");
    if (!is_empty && !is_declaration) read_.comments.emplace_back(comment);
  }

  void TakeAttributes(const HtmlToken& token) {
    HtmlLink link;
    for (const HtmlAttribute& attribute : token.attributes) {
      if (attribute.value.empty()) continue;
      const std::string name = InLowerCase(attribute.name);
      if (name == "href") link.target = DecodedAttribute(attribute.value);
      if (name == "class") link.classes = DecodedAttribute(attribute.value);
      if (name == "alt" || name == "title" || name == "aria-label") {
        read_.alt_texts.push_back(DecodedAttribute(attribute.value));
      }
    }
    if (!link.target.empty() && link.target.front() != '#') read_.links.push_back(std::move(link));
  }

  void TakeTag(const HtmlToken& token) {
    const Break kind = BreakOf(token.name);
    const bool is_start = token.type == HtmlToken::Type::kStartTag;
    if (kind == Break::kLine) {
      FlushBreak();
      return Replace(token.span, "\n");
    }
    if (kind == Break::kNone) return;
    if (EqualsLower(token.name, "pre") || EqualsLower(token.name, "textarea")) {
      if (is_start) ++preformatted_;
      if (!is_start && preformatted_ > 0) --preformatted_;
    }
    if (break_ == Break::kNone) break_span_.begin = token.span.begin;
    break_span_.end = token.span.end;
    break_ = std::max(break_, kind);
  }

  void TakeText(Span span) {
    const std::string_view text = html_.substr(0, span.end);
    for (size_t at = span.begin; at < text.size();) {
      if (const size_t end = PlainEnd(text, at); end > at) {
        Copy(SpanOf(at, end));
        at = end;
      } else if (text[at] == '&') {
        at += TakeReference(text, at);
      } else {
        TakeWhitespace(SpanOf(at, at + 1), text[at]);
        ++at;
      }
    }
  }

  // How many bytes it takes.
  size_t TakeReference(std::string_view text, size_t at) {
    const HtmlReference reference = HtmlReferenceAt(text, at, HtmlPlace::kText);
    if (reference.size == 0) {
      Copy(SpanOf(at, at + 1));
      return 1;
    }
    const Span span = SpanOf(at, at + reference.size);
    decoded_.clear();
    AppendUtf8(reference, decoded_);
    if (decoded_.size() == 1 && IsWhitespace(decoded_.front())) {
      TakeWhitespace(span, decoded_.front());
    } else {
      FlushBreak();
      Replace(span, decoded_);
    }
    return reference.size;
  }

  void TakeWhitespace(Span span, char c) {
    if (preformatted_ > 0) {
      FlushBreak();
      return Replace(span, {&c, 1});
    }
    const bool is_seen =
        break_ == Break::kNone && !read_.text.empty() && !IsWhitespace(read_.text.back());
    if (is_seen) Replace(span, " ");
  }

  void FlushBreak() {
    const Break kind = std::exchange(break_, Break::kNone);
    if (kind == Break::kNone || read_.text.empty() || read_.text.back() == '\n') return;
    if (kind == Break::kBlock) return Replace(break_span_, "\n");
    if (read_.text.back() != '\t') Replace(break_span_, "\t");
  }

  void Copy(Span span) {
    FlushBreak();
    PassTo(span.begin);
    read_.text.append(Cut(html_, span));
    told_ = span.end;
  }

  void Replace(Span span, std::string_view by) {
    PassTo(span.begin);
    const auto begin = static_cast<uint32_t>(read_.text.size());
    read_.text += by;
    const bool is_copied = by == Cut(html_, span);
    if (!is_copied) read_.source.Add({{begin, static_cast<uint32_t>(read_.text.size())}, span});
    told_ = span.end;
  }

  // What stands between the last piece and the next has vanished.
  void PassTo(uint32_t begin) {
    const auto at = static_cast<uint32_t>(read_.text.size());
    if (told_ < begin) read_.source.Add({{at, at}, {told_, begin}});
  }

  static Span SpanOf(size_t begin, size_t end) {
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  }

  std::string_view html_;
  HtmlText read_;
  uint32_t told_ = 0;           // bytes of the HTML that the text and its map have taken account of
  Break break_ = Break::kNone;  // before the next text
  Span break_span_;             // of the tags that make it
  uint32_t preformatted_ = 0;   // elements open in which whitespace stands as it is
  std::string decoded_;
};

}  // namespace

HtmlText ReadHtml(std::string_view html) { return Reader(html).Run(); }

}  // namespace gatepost
