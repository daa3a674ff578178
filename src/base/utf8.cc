#include "base/utf8.h"

namespace gatepost {
namespace {

uint8_t Byte(std::string_view text, size_t at) { return static_cast<uint8_t>(text[at]); }

struct Lead {
  uint8_t size = 0;                 // 0 = no lead byte
  uint8_t low = 0x80, high = 0xBF;  // what the second byte may be
};

Lead LeadOf(uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return {2};
  if (byte == 0xE0) return {3, 0xA0, 0xBF};
  if (byte == 0xED) return {3, 0x80, 0x9F};
  if (byte >= 0xE1 && byte <= 0xEF) return {3};
  if (byte == 0xF0) return {4, 0x90, 0xBF};
  if (byte >= 0xF1 && byte <= 0xF3) return {4};
  if (byte == 0xF4) return {4, 0x80, 0x8F};
  return {};
}

}  // namespace

CodePoint DecodeUtf8(std::string_view text, size_t at) {
  const uint8_t first = Byte(text, at);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = LeadOf(first);
  if (lead.size == 0) return {kReplacement, 1, false};
  char32_t value = first & (0xFFU >> (lead.size + 1U));
  uint8_t low = lead.low;
  uint8_t high = lead.high;
  for (uint8_t i = 1; i < lead.size; ++i) {
    if (at + i >= text.size()) return {kReplacement, i, false};
    const uint8_t next = Byte(text, at + i);
    if (next < low || next > high) return {kReplacement, i, false};
    value = (value << 6) | (next & 0x3FU);
    low = 0x80;
    high = 0xBF;
  }
  return {value, lead.size, true};
}

void AppendUtf8(char32_t value, std::string& out) {
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) value = kReplacement;
  const auto put = [&out](char32_t byte) { out += static_cast<char>(byte); };
  if (value < 0x80) {
    put(value);
  } else if (value < 0x800) {
    put(0xC0 | (value >> 6));
    put(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    put(0xE0 | (value >> 12));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  } else {
    put(0xF0 | (value >> 18));
    put(0x80 | ((value >> 12) & 0x3F));
    put(0x80 | ((value >> 6) & 0x3F));
    put(0x80 | (value & 0x3F));
  }
}

bool IsValidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeUtf8(text, at);
    if (!point.is_valid) return false;
    at += point.size;
  }
  return true;
}

}  // namespace gatepost
