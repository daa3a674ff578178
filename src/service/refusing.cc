#include "service/refusing.h"

namespace gatepost::service {

void WriteProblemDetails(const ErrorKind& kind, std::string_view detail, JsonWriter& json) {
  json.Member("type", "/docs#" + std::string(kind.code))
      .Member("title", kind.title)
      .Member("status", int64_t{kind.status})
      .Member("detail", detail)
      .Member("code", kind.code);
}

void AnswerError(Dialect dialect, const ErrorKind& kind, std::string_view detail,
                 Response& response) {
  response.status = kind.status;
  response.body.clear();
  response.asset = {};
  if (kind.code == kOverloaded.code) response.headers.push_back({"Retry-After", "1"});
  JsonWriter json(response.body);
  switch (dialect) {
    case Dialect::kOwn:
      response.content_type = kProblemType;
      json.BeginObject();
      WriteProblemDetails(kind, detail, json);
      json.EndObject();
      break;
    case Dialect::kLanguageTool:
      response.content_type = kTextType;
      response.body.append("Error: ").append(detail);
      break;
    case Dialect::kPresidio:
      response.content_type = kJsonType;
      json.BeginObject().Member("error", detail).EndObject();
      break;
  }
}

}  // namespace gatepost::service
