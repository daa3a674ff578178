#pragma once

// The head of an HTTP/1.1 response.

#include <ctime>
#include <string>
#include <string_view>

#include "http/response.h"

namespace gatepost {

// "Sun, 06 Nov 1994 08:49:37 GMT", made once a second. One per thread.
class HttpDate {
 public:
  [[nodiscard]] std::string_view Now();

 private:
  std::time_t second_ = -1;
  std::string text_;
};

// How the connection goes on.
enum class AfterReply : unsigned char {
  kKeep,     // as HTTP/1.1 means it unless told otherwise
  kKeepOld,  // HTTP/1.0 has to be told
  kClose,
};

// Appends it with its empty line. Control characters in the values of headers are left out, so that
// none can end its line.
void AppendResponseHead(const Response& response, AfterReply after, std::string_view date,
                        std::string& out);

// False for statuses that never have any.
[[nodiscard]] bool HasContent(int status);

}  // namespace gatepost
