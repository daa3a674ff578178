#pragma once

// Half-open byte ranges, the only way the code speaks of places in text.

#include <cstdint>
#include <string_view>

namespace gatepost {

// Bytes [begin, end) of some text; which text is said where the span is declared. A field is at
// most 4 GiB.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;

  [[nodiscard]] constexpr uint32_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool Contains(Span other) const {
    return begin <= other.begin && other.end <= end;
  }
  [[nodiscard]] constexpr bool Overlaps(Span other) const {
    return begin < other.end && other.begin < end;
  }
  friend constexpr bool operator==(Span, Span) = default;
};

// The bytes of `text` that `span` covers; the span must lie within the text.
[[nodiscard]] constexpr std::string_view Cut(std::string_view text, Span span) {
  return text.substr(span.begin, span.size());
}

}  // namespace gatepost
