#include "http/response_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/ascii.h"

namespace gatepost {
namespace {

std::string_view ReasonOf(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 204:
      return "No Content";
    case 304:
      return "Not Modified";
    case 400:
      return "Bad Request";
    case 401:
      return "Unauthorized";
    case 403:
      return "Forbidden";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 415:
      return "Unsupported Media Type";
    case 422:
      return "Unprocessable Content";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "";  // RFC 9112, 4: may be empty
  }
}

void AppendNumber(uint64_t number, std::string& out) {
  std::array<char, 20> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

void AppendField(std::string_view name, std::string_view value, std::string& out) {
  out.append(name).append(": ");
  for (const char c : value) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
  }
  out.append("\r\n");
}

void AppendConnection(AfterReply after, std::string& out) {
  if (after == AfterReply::kClose) out.append("Connection: close\r\n");
  if (after == AfterReply::kKeepOld) out.append("Connection: keep-alive\r\n");
}

}  // namespace

std::string_view HttpDate::Now() {
  const std::time_t now = std::time(nullptr);
  if (now == second_) return text_;
  second_ = now;
  std::tm parts{};
  gmtime_r(&now, &parts);
  std::array<char, 32> text{};
  // The names are English in the "C" locale, which no part of Gatepost leaves.
  const size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  text_.assign(text.data(), size);
  return text_;
}

bool HasContent(int status) { return status >= 200 && status != 204 && status != 304; }

void AppendResponseHead(const Response& response, AfterReply after, std::string_view date,
                        std::string& out) {
  out.append("HTTP/1.1 ");
  AppendNumber(static_cast<uint64_t>(response.status), out);
  out.append(" ").append(ReasonOf(response.status)).append("\r\nDate: ").append(date);
  out.append("\r\nX-Content-Type-Options: nosniff\r\n");
  if (HasContent(response.status)) {
    if (!response.content_type.empty()) AppendField("Content-Type", response.content_type, out);
    out.append("Content-Length: ");
    AppendNumber(response.content().size(), out);
    out.append("\r\n");
  }
  const bool says_caching = std::ranges::any_of(response.headers, [](const Header& header) {
    return EqualsLower(header.name, "cache-control");
  });
  if (!says_caching) out.append("Cache-Control: no-store\r\n");
  for (const Header& header : response.headers) AppendField(header.name, header.value, out);
  AppendConnection(after, out);
  out.append("\r\n");
}

}  // namespace gatepost
