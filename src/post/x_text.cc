#include "post/x_text.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>

#include "base/ascii.h"
#include "post/published_time.h"

namespace gatepost {
namespace {

constexpr std::string_view kShortener = "://t.co/";
constexpr std::string_view kEllipsis = "\u2026";
constexpr std::string_view kWhitespace = " \t\r\n";

struct Piece {
  size_t begin = 0;
  size_t end = 0;
};

// The shortened link around the shortener's address at `at`; empty if there is no scheme before it.
Piece ShortenedAround(std::string_view text, size_t at) {
  const std::string_view before = text.substr(0, at);
  size_t scheme = 0;
  if (before.ends_with("http")) scheme = 4;
  if (before.ends_with("https")) scheme = 5;
  if (scheme == 0) return {at, at};
  size_t end = at + kShortener.size();
  while (end < text.size() && IsAlphanumeric(text[end])) ++end;
  return {at - scheme, end};
}

void AppendUnescaped(std::string_view text, std::string& out) {
  struct Escape {
    std::string_view written;
    char meant;
  };
  static constexpr std::array<Escape, 3> kEscapes = {
      {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}}};
  for (size_t at = 0; at < text.size();) {
    const size_t ampersand = std::min(text.find('&', at), text.size());
    out.append(text, at, ampersand - at);
    at = ampersand;
    if (at == text.size()) return;
    const auto* const escape = std::find_if(
        kEscapes.begin(), kEscapes.end(),
        [&](const Escape& each) { return text.substr(at, each.written.size()) == each.written; });
    out += escape == kEscapes.end() ? '&' : escape->meant;
    at += escape == kEscapes.end() ? 1 : escape->written.size();
  }
}

std::string_view TrimmedEnd(std::string_view text) {
  const size_t last = text.find_last_not_of(kWhitespace);
  return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

std::string_view WithoutLinksAtEnd(std::string_view text) {
  while (true) {
    text = TrimmedEnd(text);
    const size_t word = text.find_last_of(kWhitespace) + 1;  // npos + 1 = 0
    const size_t at = text.find(kShortener, word);
    if (at == std::string_view::npos) return text;
    const Piece link = ShortenedAround(text, at);
    if (link.begin == link.end || link.end != text.size()) return text;
    text = text.substr(0, link.begin);
  }
}

}  // namespace

std::vector<XLink> XLinksOf(JsonValue urls) {
  std::vector<XLink> links;
  for (const JsonValue& url : urls.elements()) {
    XLink link;
    for (const JsonValue& member : url.elements()) {
      const std::string_view key = member.key();
      if (key == "url" || key == "shortUrl") link.shortened = member.text();
      if (key == "expanded_url" || key == "expandedUrl" || key == "expanded") {
        link.target = member.text();
      }
    }
    if (!link.target.empty()) links.push_back(link);
  }
  std::ranges::stable_sort(links, {}, &XLink::shortened);
  return links;
}

std::string XText(std::string_view escaped, std::span<const XLink> links) {
  std::string text;
  size_t written = 0;
  for (size_t at = escaped.find(kShortener); at != std::string_view::npos;
       at = escaped.find(kShortener, at + 1)) {
    const Piece piece = ShortenedAround(escaped, at);
    const std::string_view shortened = escaped.substr(piece.begin, piece.end - piece.begin);
    const auto link = std::ranges::lower_bound(links, shortened, {}, &XLink::shortened);
    if (shortened.empty() || link == links.end() || link->shortened != shortened) continue;
    AppendUnescaped(escaped.substr(written, piece.begin - written), text);
    text += link->target;
    written = piece.end;
  }
  AppendUnescaped(escaped.substr(written), text);
  return text;
}

std::optional<std::string_view> BeginOfCutOff(std::string_view escaped) {
  const std::string_view text = WithoutLinksAtEnd(escaped);
  if (!text.ends_with(kEllipsis) || IsXRepost(text)) return std::nullopt;
  return TrimmedEnd(text.substr(0, text.size() - kEllipsis.size()));
}

bool IsXRepost(std::string_view text) { return text.starts_with("RT @"); }

std::optional<Time> ParseXTime(std::string_view text) {
  constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";
  constexpr size_t kSize = 30;
  std::optional<Time> time = ParseIsoTime(text);
  if (!time && text.size() == kSize) {
    const size_t month = kMonths.find(text.substr(4, 3));
    if (month == std::string_view::npos || month % 3 != 0) return std::nullopt;
    const size_t number = month / 3 + 1;
    const std::string date = std::string(text.substr(26)) + (number < 10 ? "-0" : "-") +
                             std::to_string(number) + "-" + std::string(text.substr(8, 2));
    time = ParseIsoTime(date + "T" + std::string(text.substr(11, 8)) +
                        std::string(text.substr(20, 5)));
  }
  if (time && *time < std::chrono::sys_days(std::chrono::year(2006) / 1 / 1)) return std::nullopt;
  return time;
}

}  // namespace gatepost
