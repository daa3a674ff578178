#pragma once

// Errors as each kind of client reads them.

#include <string>
#include <string_view>

#include "base/json_writer.h"
#include "http/response.h"
#include "service/route.h"

namespace gatepost::service {

// One kind of error of the API: RFC 9457's "type" is its anchor in the API's documentation.
struct ErrorKind {
  int status;
  std::string_view code;   // "body-too-large"; a stable word for programs
  std::string_view title;  // one sentence
};

inline constexpr ErrorKind kBadRequest{400, "bad-request", "The request cannot be understood."};
inline constexpr ErrorKind kUnauthorised{401, "token-needed", "A valid token is needed."};
inline constexpr ErrorKind kForbidden{403, "right-needed", "The token does not have that right."};
inline constexpr ErrorKind kNoSuchPath{404, "no-such-path", "There is nothing at this path."};
inline constexpr ErrorKind kNoSuchMethod{405, "no-such-method", "This path has other methods."};
inline constexpr ErrorKind kTimedOut{408, "too-slow", "The request did not come in time."};
inline constexpr ErrorKind kTooLarge{413, "body-too-large", "The body is over the limit."};
inline constexpr ErrorKind kWrongType{415, "wrong-type", "The body is of a type not read here."};
inline constexpr ErrorKind kHeldBack{422, "held-back", "This must not be published as it is."};
inline constexpr ErrorKind kHeaderTooLarge{431, "header-too-large",
                                           "The header is over the limit."};
inline constexpr ErrorKind kFault{500, "fault", "The service has failed."};
inline constexpr ErrorKind kOverloaded{503, "overloaded", "There is too much to do right now."};

// The members that RFC 9457 gives an error, and its code.
void WriteProblemDetails(const ErrorKind& kind, std::string_view detail, JsonWriter& json);

// Makes the response that error, with Retry-After if it passes by itself; `detail` is for people,
// says what to do and never holds text of the request.
void AnswerError(Dialect dialect, const ErrorKind& kind, std::string_view detail,
                 Response& response);

}  // namespace gatepost::service
