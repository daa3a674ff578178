#include "http/media_type.h"

#include <algorithm>

#include "base/ascii.h"

namespace gatepost {
namespace {

std::string_view TakePart(std::string_view& text) {
  const size_t end = std::min(text.find(';'), text.size());
  const std::string_view part = Trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

}  // namespace

bool MediaType::Is(std::string_view lower) const { return EqualsLower(essence, lower); }

bool MediaType::IsUtf8() const {
  return charset.empty() || EqualsLower(charset, "utf-8") || EqualsLower(charset, "utf8") ||
         EqualsLower(charset, "us-ascii");
}

MediaType ReadMediaType(std::string_view content_type) {
  constexpr std::string_view kCharset = "charset=";
  MediaType type{TakePart(content_type), {}};
  while (!content_type.empty()) {
    std::string_view parameter = TakePart(content_type);
    if (!EqualsLower(parameter.substr(0, kCharset.size()), kCharset)) continue;
    parameter.remove_prefix(kCharset.size());
    if (parameter.size() >= 2 && parameter.front() == '"' && parameter.back() == '"') {
      parameter = parameter.substr(1, parameter.size() - 2);
    }
    type.charset = parameter;
  }
  return type;
}

}  // namespace gatepost
