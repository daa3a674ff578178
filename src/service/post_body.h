#pragma once

// The body of a request that has one post, or one conversation.

#include <cstdint>
#include <optional>
#include <string_view>

#include "http/request.h"
#include "http/response.h"
#include "service/post_buffer.h"

namespace gatepost::service {

enum class BodyKind : uint8_t {
  kJson,
  kText,  // the post's text itself
};

// nullopt: it is of a type that is not read, empty, or JSON that is no object, and the response
// says so. An object with something wrong in it is for its reader, who says so in the verdict.
[[nodiscard]] std::optional<BodyKind> KindOfBody(const Request& request, Response& response);

// The one post of that body, which `channel` holds for if it names none. Borrows the request, the
// buffer and the channel.
const Post& ReadPostBody(const Request& request, BodyKind kind, std::string_view channel,
                         PostBuffer& buffer);

}  // namespace gatepost::service
