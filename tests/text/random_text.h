#pragma once

// Text that no writer means, from a seed: valid and hostile code points, and bytes that are no
// UTF-8.

#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"

namespace gatepost {

// Code points whose fold or whose grapheme boundaries depend on their neighbours, and plain ones
// beside them.
inline constexpr char32_t kAwkward[] = {
    'a',     'Z',      '0',     '7',     ' ',    '#',    '\n',    '\r',    '\t',    0x0301,
    0x0338,  0x20E3,   0xFE0F,  0x200D,  0x200B, 0xAD,   0xB2,    0xB3,    0xB9,    0x2070,
    0x2079,  0x2080,   0x2085,  0x2460,  0x2461, 0x24EA, 0x2776,  0x1F101, 0x1F1E6, 0x1F1E7,
    0x1F1FF, 0x1F468,  0x1F469, 0x1F3FD, 0x2764, 0xA9,   0x1F600, 0xE0067, 0xE007F, 0x1F3F4,
    0x1100,  0x1161,   0x11A8,  0xAC00,  0xAC01, 0x0600, 0x110BD, 0x0903,  0x0E33,  0x0915,
    0x0430,  0x0439,   0xE9,    0xDF,    0xFB01, 0x33C4, 0xBD,    0x0660,  0x0669,  0x4E00,
    0x3042,  0x3000,   0x2028,  0x2019,  0x2014, 0x20AC, 0x1F4DE, 0xFFFD,  0x1D7D8, 0x1CCF0,
    0xE000,  0x10FFFF, 0x2FA1D, 0xFEFF,  0x0085};

class RandomText {
 public:
  explicit RandomText(uint64_t seed) : random_(seed) {}

  size_t Below(size_t limit) { return random_() % limit; }

  std::string Ascii(size_t size) {
    std::string text;
    while (text.size() < size) text += static_cast<char>(' ' + Below(95));
    return text;
  }

  std::string Awkward(size_t code_points) {
    std::string text;
    while (code_points-- > 0) AppendUtf8(kAwkward[Below(std::size(kAwkward))], text);
    return text;
  }

  // Any code points at all.
  std::string Any(size_t code_points) {
    std::string text;
    while (code_points-- > 0) AppendUtf8(static_cast<char32_t>(Below(0x110000)), text);
    return text;
  }

  // Awkward text with bytes changed, removed and cut off.
  std::string Broken(size_t code_points) {
    std::string text = Awkward(code_points);
    for (size_t i = 0; i < 1 + code_points / 4 && !text.empty(); ++i) {
      const size_t at = Below(text.size());
      if (Below(2) == 0) {
        text[at] = static_cast<char>(Below(256));
      } else {
        text.erase(at, 1);
      }
    }
    return text;
  }

  // A different kind each time.
  std::string Next(size_t length) {
    switch (turn_++ % 4) {
      case 0:
        return Awkward(length);
      case 1:
        return Broken(length);
      case 2:
        return Any(length);
      default:
        return Ascii(length / 2) + Awkward(length / 2);
    }
  }

 private:
  std::mt19937_64 random_;
  size_t turn_ = 0;
};

}  // namespace gatepost
