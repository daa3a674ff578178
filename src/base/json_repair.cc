#include "base/json_repair.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "base/utf8.h"

namespace gatepost {
namespace {

constexpr size_t kEscapeSize = 6;  // \uXXXX

// The UTF-16 unit of the \uXXXX that begins at json[at]; nullopt if none does.
std::optional<uint32_t> UnitAt(std::string_view json, size_t at) {
  if (json.size() < at + kEscapeSize || json[at] != '\\' || json[at + 1] != 'u') {
    return std::nullopt;
  }
  uint32_t unit = 0;
  const char* end = json.data() + at + kEscapeSize;
  const auto read = std::from_chars(json.data() + at + 2, end, unit, 16);
  if (read.ptr != end) return std::nullopt;
  return unit;
}

// What the backslash at json[at] begins.
struct Escape {
  size_t size = 1;
  bool is_lone_surrogate = false;
};

Escape EscapeAt(std::string_view json, size_t at) {
  const auto unit = UnitAt(json, at);
  if (!unit) return {std::min<size_t>(2, json.size() - at), false};
  const bool is_surrogate = *unit >= 0xD800 && *unit <= 0xDFFF;
  if (!is_surrogate) return {kEscapeSize, false};
  const auto next = *unit <= 0xDBFF ? UnitAt(json, at + kEscapeSize) : std::nullopt;
  if (next && *next >= 0xDC00 && *next <= 0xDFFF) return {2 * kEscapeSize, false};
  return {kEscapeSize, true};
}

// Walks a document once; inside strings it repairs, outside it copies.
class Repairer {
 public:
  Repairer(std::string_view json, std::string& out) : json_(json), out_(out) {}

  JsonRepair Run() {
    while (at_ < json_.size()) {
      const char byte = json_[at_];
      if (byte == '"') is_in_string_ = !is_in_string_;
      if (is_in_string_ && byte == '\\') {
        CopyEscape();
      } else if (is_in_string_ && static_cast<uint8_t>(byte) < 0x20) {
        EscapeControl();
      } else {
        CopyCodePoint();
      }
    }
    return repair_;
  }

 private:
  void CopyEscape() {
    const Escape escape = EscapeAt(json_, at_);
    if (escape.is_lone_surrogate) {
      AppendUtf8(kReplacement, out_);
      repair_.has_replaced = true;
      at_ += escape.size;
    } else if (static_cast<uint8_t>(json_[at_ + escape.size - 1]) < 0x80) {
      out_.append(json_, at_, escape.size);
      at_ += escape.size;
    } else {
      out_ += json_[at_++];  // a backslash before a longer character, which is looked at next
    }
  }

  void EscapeControl() {
    constexpr std::string_view kHex = "0123456789abcdef";
    const auto value = static_cast<uint8_t>(json_[at_++]);
    out_ += "\\u00";
    out_ += kHex[value >> 4];
    out_ += kHex[value & 15];
    repair_.has_escaped = true;
  }

  void CopyCodePoint() {
    const CodePoint point = DecodeUtf8(json_, at_);
    if (point.is_valid || !is_in_string_) {
      out_.append(json_, at_, point.size);
    } else {
      AppendUtf8(kReplacement, out_);
      repair_.has_replaced = true;
    }
    at_ += point.size;
  }

  std::string_view json_;
  std::string& out_;
  size_t at_ = 0;
  bool is_in_string_ = false;
  JsonRepair repair_;
};

}  // namespace

bool HasLoneSurrogate(std::string_view json) {
  for (size_t at = json.find('\\'); at != std::string_view::npos;) {
    const Escape escape = EscapeAt(json, at);
    if (escape.is_lone_surrogate) return true;
    at = json.find('\\', at + escape.size);
  }
  return false;
}

JsonRepair RepairJson(std::string_view json, std::string& out) {
  out.clear();
  return Repairer(json, out).Run();
}

}  // namespace gatepost
