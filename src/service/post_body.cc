#include "service/post_body.h"

#include "base/ascii.h"
#include "base/byte_order_mark.h"
#include "http/media_type.h"
#include "service/refusing.h"

namespace gatepost::service {
namespace {

std::optional<BodyKind> KindOf(std::string_view content_type) {
  if (content_type.empty()) return BodyKind::kJson;
  const MediaType type = ReadMediaType(content_type);
  if (!type.IsUtf8()) return std::nullopt;
  if (type.Is("application/json")) return BodyKind::kJson;
  if (type.Is("text/plain")) return BodyKind::kText;
  return std::nullopt;
}

// Whatever else is wrong with it.
bool IsObject(std::string_view json) {
  return Trimmed(WithoutByteOrderMark(json)).starts_with('{');
}

}  // namespace

std::optional<BodyKind> KindOfBody(const Request& request, Response& response) {
  const std::optional<BodyKind> kind = KindOf(request.content_type);
  if (!kind) {
    AnswerError(Dialect::kOwn, kWrongType, "Send application/json or text/plain, in UTF-8.",
                response);
    return std::nullopt;
  }
  if (request.body.empty()) {
    AnswerError(Dialect::kOwn, kBadRequest, "The body is empty. Send the post in it.", response);
    return std::nullopt;
  }
  if (*kind == BodyKind::kJson && !IsObject(request.body)) {
    AnswerError(Dialect::kOwn, kBadRequest,
                "The body is no JSON object. Send {\"text\":\"…\"}, or the text itself as "
                "text/plain.",
                response);
    return std::nullopt;
  }
  return kind;
}

const Post& ReadPostBody(const Request& request, BodyKind kind, std::string_view channel,
                         PostBuffer& buffer) {
  buffer.Clear();
  Post& post =
      kind == BodyKind::kText ? buffer.AddText(request.body) : buffer.AddJson(request.body, 0);
  if (post.channel.empty()) post.channel = channel;
  return post;
}

}  // namespace gatepost::service
