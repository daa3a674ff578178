#pragma once

// The paths of the service, each with who may ask and what answers.

#include <cstdint>
#include <span>
#include <string_view>

#include "http/request.h"
#include "service/call.h"
#include "service/client.h"

namespace gatepost::service {

// Whose clients ask there: what errors look like and what else they need.
enum class Dialect : uint8_t {
  kOwn,           // RFC 9457 problem details
  kLanguageTool,  // plain text; CORS; tokens in the path or the body
  kPresidio,      // {"error": …}
};

struct Route {
  using Handler = void (*)(Call& call);

  std::string_view path;
  Method method = Method::kGet;  // HEAD is answered where GET is
  Right right = Right::kCheck;
  Dialect dialect = Dialect::kOwn;
  // How large the body may be, in units of the service's max_body_bytes; 0: there is none.
  uint32_t max_bodies = 0;
  Handler handler = nullptr;
  // Answers what could not be looked at in time, as incomplete; nullptr: 503 answers it.
  void (*answer_late)(const Request& request, const Gate& gate, Response& response) = nullptr;
};

// All of them; paths may stand more than once, with other methods.
[[nodiscard]] std::span<const Route> Routes();

}  // namespace gatepost::service
