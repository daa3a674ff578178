#pragma once

// What a Content-Type says of a body.

#include <string_view>

namespace gatepost {

// "application/json" of "Application/JSON; charset=utf-8", in the case it is written in.
struct MediaType {
  std::string_view essence;
  std::string_view charset;  // without quotes; empty: it names none

  [[nodiscard]] bool Is(std::string_view lower) const;
  // What is written in it can be read as UTF-8.
  [[nodiscard]] bool IsUtf8() const;
};

// Borrows the header's value.
[[nodiscard]] MediaType ReadMediaType(std::string_view content_type);

}  // namespace gatepost
