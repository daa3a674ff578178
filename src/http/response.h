#pragma once

// What is sent back.

#include <string>
#include <string_view>
#include <vector>

namespace gatepost {

inline constexpr std::string_view kJsonType = "application/json";
inline constexpr std::string_view kJsonLinesType = "application/x-ndjson";
inline constexpr std::string_view kProblemType = "application/problem+json";
inline constexpr std::string_view kTextType = "text/plain; charset=utf-8";

// A header beside those that the server writes by itself (Content-Type, Content-Length, Connection,
// Date, Cache-Control: no-store, X-Content-Type-Options).
struct Header {
  std::string_view name;  // a constant
  std::string value;      // printable ASCII
};

// Reused from request to request.
struct Response {
  int status = 200;
  std::string_view content_type = kJsonType;  // a constant; empty: there is no body
  std::string body;
  std::string_view asset;  // a constant sent in place of `body`, if not empty
  std::vector<Header> headers;

  // What logs and metrics may tell of the request; never sent.
  std::string_view route;    // a constant: "/v1/check"; empty: there is no such path
  std::string_view verdict;  // a constant: the word of what was checked, if anything was
  std::string client;        // the name of the token; empty without one

  [[nodiscard]] std::string_view content() const { return asset.empty() ? body : asset; }
  // As new, but keeps the memory.
  void Clear() {
    status = 200;
    content_type = kJsonType;
    body.clear();
    asset = {};
    headers.clear();
    route = {};
    verdict = {};
    client.clear();
  }
};

}  // namespace gatepost
