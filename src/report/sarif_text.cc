#include "report/sarif_text.h"

#include "base/ascii.h"
#include "base/hex.h"
#include "report/terminal_text.h"

namespace gatepost {
namespace {

// RFC 3986's unreserved characters, and the slash between parts. A colon is encoded: the first part
// of a relative reference may not have one.
bool StandsInUri(char byte) {
  return IsAlphanumeric(byte) || std::string_view("-._~/").find(byte) != std::string_view::npos;
}

void AppendEncoded(std::string_view path, std::string& uri) {
  for (const char byte : path) {
    if (StandsInUri(byte)) {
      uri += byte;
      continue;
    }
    const auto hex = HexOf(static_cast<uint8_t>(byte));
    uri += '%';
    uri += Upper(hex[0]);
    uri += Upper(hex[1]);
  }
}

}  // namespace

std::string SarifMessage(std::string_view text) {
  std::string message;
  for (const char byte : Printable(text)) {
    if (byte == '[' || byte == ']' || byte == '\\') message += '\\';
    if (byte == '{' || byte == '}') message += byte;
    message += byte;
  }
  return message;
}

std::string SarifUri(std::string_view name, std::string_view path) {
  std::string uri = name.starts_with('/') ? "file://" : "";
  AppendEncoded(name, uri);
  if (!path.empty()) {
    uri += '/';
    AppendEncoded(path, uri);
  }
  return uri;
}

}  // namespace gatepost
