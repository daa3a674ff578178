#include "base/json_writer.h"

#include <array>
#include <charconv>

#include "base/utf8.h"

namespace gatepost {
namespace {

constexpr std::string_view kReplacementUtf8 = "\xEF\xBF\xBD";

// By byte: printable ASCII, which a JSON string holds as it is.
constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> is_plain{};
  for (size_t byte = 0x20; byte < 0x7F; ++byte) is_plain[byte] = byte != '"' && byte != '\\';
  return is_plain;
}();

bool IsPlain(char byte) { return kIsPlain[static_cast<unsigned char>(byte)]; }

// What may stand in JSON as it is but acts where the JSON is shown: DEL and the C1 controls, line
// and paragraph separators, and all that Unicode has for turning the direction of text.
bool ActsWhereShown(char32_t value) {
  const auto is_from = [value](char32_t first, char32_t last) {
    return value >= first && value <= last;
  };
  return is_from(0x7F, 0x9F) || value == 0x61C || is_from(0x200E, 0x200F) ||
         is_from(0x2028, 0x202E) || is_from(0x2066, 0x2069);
}

bool NeedsEscape(char32_t value) {
  return value < 0x20 || value == '"' || value == '\\' || ActsWhereShown(value);
}

// `value` is at most 0xFFFF.
void AppendEscaped(char32_t value, std::string& out) {
  constexpr std::u32string_view kNamed = U"\b\f\n\r\t\"\\";
  constexpr std::string_view kLetters = "bfnrt\"\\";
  constexpr std::string_view kHex = "0123456789abcdef";
  out += '\\';
  if (const size_t named = kNamed.find(value); named != std::u32string_view::npos) {
    out += kLetters[named];
    return;
  }
  out += 'u';
  for (int shift = 12; shift >= 0; shift -= 4) out += kHex[value >> shift & 15];
}

void AppendQuoted(std::string_view value, std::string& out) {
  out += '"';
  for (size_t at = 0; at < value.size();) {
    const size_t begin = at;
    while (at < value.size() && IsPlain(value[at])) ++at;
    out.append(value, begin, at - begin);
    if (at == value.size()) break;
    const CodePoint point = DecodeUtf8(value, at);
    if (!point.is_valid) {
      out += kReplacementUtf8;
    } else if (NeedsEscape(point.value)) {
      AppendEscaped(point.value, out);
    } else {
      out.append(value, at, point.size);
    }
    at += point.size;
  }
  out += '"';
}

}  // namespace

void JsonWriter::Separate() {
  if (needs_comma_) out_ += ',';
  needs_comma_ = true;
}

JsonWriter& JsonWriter::BeginObject() {
  Separate();
  out_ += '{';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  out_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  Separate();
  out_ += '[';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  out_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Separate();
  AppendQuoted(key, out_);
  out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  Separate();
  AppendQuoted(value, out_);
  return *this;
}

JsonWriter& JsonWriter::Integer(int64_t value) {
  Separate();
  std::array<char, 20> digits{};  // room for the least int64_t, sign included
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_.append(digits.data(), end);
  return *this;
}

JsonWriter& JsonWriter::Decimal(double value, int places) {
  Separate();
  std::array<char, 32> digits{};  // room for a sign, 15 digits, the point and 9 places
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                 std::chars_format::fixed, places)
                       .ptr;
  out_.append(digits.data(), end);
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) {
  Separate();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Null() {
  Separate();
  out_ += "null";
  return *this;
}

}  // namespace gatepost
