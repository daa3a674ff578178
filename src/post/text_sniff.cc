#include "post/text_sniff.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/utf8.h"

namespace gatepost {

std::string_view FileNameOf(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

std::string ExtensionOf(std::string_view path) {
  const std::string_view name = FileNameOf(path);
  const size_t point = name.rfind('.');
  if (point == std::string_view::npos || point == 0) return {};
  return InLowerCase(name.substr(point + 1));
}

bool HasFewControls(std::string_view begin) {
  const auto is_control = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < '\t' || byte > '\r') && byte != 0x1B) || byte == 0x7F;
  };
  if (begin.find('\0') != std::string_view::npos) return false;
  const auto controls = std::ranges::count_if(begin, is_control);
  return static_cast<size_t>(controls) <= begin.size() / 100;
}

bool LooksLikeText(const FileHead& head) {
  if (!HasFewControls(head.begin)) return false;
  constexpr size_t kLongestCharacter = 4;
  for (size_t at = 0; at < head.begin.size();) {
    const CodePoint point = DecodeUtf8(head.begin, at);
    const bool may_go_on = !head.is_whole && head.begin.size() - at < kLongestCharacter;
    if (!point.is_valid && !may_go_on) return false;
    at += point.size;
  }
  return true;
}

std::string_view WithoutBlank(std::string_view begin) {
  const size_t at = begin.find_first_not_of(" \t\r\n");
  return at == std::string_view::npos ? std::string_view() : begin.substr(at);
}

}  // namespace gatepost
