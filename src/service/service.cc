#include "service/service.h"

#include <algorithm>
#include <exception>
#include <optional>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "http/form.h"
#include "service/languagetool_request.h"
#include "service/refusing.h"

namespace gatepost::service {
namespace {

constexpr std::string_view kTokenPrefix = "/lt/";
constexpr std::string_view kUnknownRoute = "unknown";

std::string_view NameOf(Method method) {
  switch (method) {
    case Method::kGet:
      return "GET";
    case Method::kHead:
      return "HEAD";
    case Method::kPost:
      return "POST";
    case Method::kOptions:
      return "OPTIONS";
    case Method::kOther:
      break;
  }
  return "other";
}

// What clients that cannot send headers put before the path: "/lt/TOKEN/v2/check".
struct TokenPath {
  std::string_view token;
  std::string_view path;
};

TokenPath Split(std::string_view path) {
  if (!path.starts_with(kTokenPrefix)) return {{}, path};
  path.remove_prefix(kTokenPrefix.size());
  const size_t end = std::min(path.find('/'), path.size());
  return {path.substr(0, end), path.substr(end)};
}

// The token of "Bearer TOKEN".
std::string_view BearerToken(std::string_view authorization) {
  constexpr std::string_view kScheme = "bearer ";
  if (!EqualsLower(authorization.substr(0, kScheme.size()), kScheme)) return {};
  return Trimmed(authorization.substr(kScheme.size()));
}

bool Answers(const Route& route, Method method) {
  return route.method == method || (route.method == Method::kGet && method == Method::kHead);
}

std::string MethodsAt(std::string_view path) {
  std::string methods = "OPTIONS";
  for (const Route& route : Routes()) {
    if (route.path != path) continue;
    methods.append(", ").append(NameOf(route.method));
    if (route.method == Method::kGet) methods += ", HEAD";
  }
  return methods;
}

// Pages of any origin may use LanguageTool's routes, as they may those of its own server.
void AllowOrigins(const Route& route, Response& response) {
  if (route.dialect != Dialect::kLanguageTool) return;
  response.headers.push_back({"Access-Control-Allow-Origin", "*"});
}

void AnswerOptions(const Route& route, Response& response) {
  response.status = 204;
  response.content_type = {};
  response.headers.push_back({"Allow", MethodsAt(route.path)});
  AllowOrigins(route, response);
  if (route.dialect != Dialect::kLanguageTool) return;
  response.headers.push_back({"Access-Control-Allow-Methods", "GET, POST, OPTIONS"});
  response.headers.push_back({"Access-Control-Allow-Headers", "Content-Type, Accept"});
  response.headers.push_back({"Access-Control-Max-Age", "86400"});
}

const ErrorKind& KindOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::kTimeout:
      return kTimedOut;
    case Refusal::kTooLarge:
      return kTooLarge;
    case Refusal::kHeaderTooLarge:
      return kHeaderTooLarge;
    case Refusal::kOverloaded:
      return kOverloaded;
    case Refusal::kBadRequest:
      break;
  }
  return kBadRequest;
}

std::string_view DetailOf(Refusal refusal) {
  switch (refusal) {
    case Refusal::kTimeout:
      return "Send the whole request at once.";
    case Refusal::kTooLarge:
      return "Send less at a time; whoever runs the service sets the limit with --max-body.";
    case Refusal::kHeaderTooLarge:
      return "Send fewer or shorter headers.";
    case Refusal::kOverloaded:
      return "Ask again after the seconds that Retry-After names.";
    case Refusal::kBadRequest:
      break;
  }
  return "Send HTTP/1.1, with one Content-Length or chunked, not both.";
}

}  // namespace

struct Service::Arrival {
  const Route* route = nullptr;  // nullptr: the response is made
  std::string_view token;        // of the path
};

Service::Service(const ServiceParts& parts)
    : parts_(parts),
      nobody_(std::make_shared<const Client>()),
      anyone_(std::make_shared<const Client>(Client{"", {Right::kCheck, Right::kMetrics}})) {}

std::unique_ptr<AnswerWorker> Service::MakeWorker() const {
  return std::make_unique<ServiceWorker>(parts_.gate, parts_.metrics.AddWorker());
}

Service::Arrival Service::ArrivalOf(const Request& request, Response& response) const {
  const auto [token, path] = Split(request.path);
  const Route* other = nullptr;  // at this path, of another method
  for (const Route& route : Routes()) {
    if (route.path != path) continue;
    if (request.path != path && route.dialect != Dialect::kLanguageTool) continue;
    response.route = route.path;
    if (Answers(route, request.method)) return {&route, token};
    other = &route;
  }
  if (other == nullptr) {
    response.route = kUnknownRoute;
    AnswerError(Dialect::kOwn, kNoSuchPath, "The API is described at /docs.", response);
  } else if (request.method == Method::kOptions) {
    AnswerOptions(*other, response);
  } else {
    AnswerError(other->dialect, kNoSuchMethod, "Use one of those that Allow names.", response);
    response.headers.push_back({"Allow", MethodsAt(path)});
    AllowOrigins(*other, response);
  }
  return {};
}

std::shared_ptr<const Client> Service::ClientOf(const Arrival& arrival,
                                                const Request& request) const {
  if (parts_.tokens == nullptr) return anyone_;
  const std::shared_ptr<const TokenBook> tokens = parts_.tokens->Get();
  // It keeps the book that it is of.
  const auto of = [&tokens](std::string_view token) {
    const Client* client = tokens->ClientOf(token);
    return client == nullptr ? nullptr : std::shared_ptr<const Client>(tokens, client);
  };
  const std::string_view bearer = BearerToken(request.authorization);
  if (!bearer.empty()) return of(bearer);
  if (arrival.route->dialect != Dialect::kLanguageTool) return nullptr;
  if (!arrival.token.empty()) return of(DecodedForm(arrival.token));
  const std::optional<std::string> key = SplitForm::Of(request.body).Value("apiKey");
  return of(key ? *key : FormValue(request.query, "apiKey").value_or(""));
}

std::shared_ptr<const Client> Service::Authorise(const Arrival& arrival, const Request& request,
                                                 Response& response) const {
  const Route& route = *arrival.route;
  std::shared_ptr<const Client> client = ClientOf(arrival, request);
  if (client == nullptr && route.right == Right::kNone) return nobody_;
  if (client != nullptr && client->rights.Has(route.right)) return client;
  if (client == nullptr) {
    AnswerError(route.dialect, kUnauthorised,
                route.dialect == Dialect::kLanguageTool
                    ? "Give a token: in the server's address as /lt/TOKEN/v2, or as the API key."
                    : "Send \"Authorization: Bearer TOKEN\".",
                response);
    response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"gatepost\""});
  } else {
    response.client = client->name;
    AnswerError(route.dialect, kForbidden,
                "Ask whoever runs the service for a token that has the right.", response);
  }
  AllowOrigins(route, response);
  return nullptr;
}

Admission Service::Admit(const Request& head, Response& response) const {
  const Arrival arrival = ArrivalOf(head, response);
  if (arrival.route == nullptr) return {false, 0};
  const Route& route = *arrival.route;
  // LanguageTool's clients may have their token in the body.
  const bool may_follow = route.dialect == Dialect::kLanguageTool && arrival.token.empty();
  if (!may_follow && Authorise(arrival, head, response) == nullptr) return {false, 0};
  response.Clear();
  return {true, route.max_bodies * parts_.max_body_bytes};
}

void Service::Answer(const Request& request, AnswerWorker& worker, Response& response) const {
  const Arrival arrival = ArrivalOf(request, response);
  if (arrival.route == nullptr) return;
  const std::shared_ptr<const Client> client = Authorise(arrival, request, response);
  if (client == nullptr) return;
  response.client = client->name;
  auto& mine = static_cast<ServiceWorker&>(worker);
  mine.Begin();
  Call call{request, *client, mine, parts_.metrics, parts_.reloads, response};
  try {
    arrival.route->handler(call);
  } catch (const std::exception&) {  // memory: what() could say more than a log may hold
    mine.Forget();
    response.headers.clear();
    response.verdict = {};
    AnswerError(arrival.route->dialect, kFault, "Nothing was checked. Ask again.", response);
  }
  AllowOrigins(*arrival.route, response);
}

void Service::AnswerLate(const Request& request, Response& response) const {
  const Arrival arrival = ArrivalOf(request, response);
  if (arrival.route == nullptr) return;
  const std::shared_ptr<const Client> client = Authorise(arrival, request, response);
  if (client == nullptr) return;
  response.client = client->name;
  if (arrival.route->answer_late != nullptr) {
    arrival.route->answer_late(request, *parts_.gate.Get(), response);
  } else {
    AnswerError(arrival.route->dialect, kOverloaded, DetailOf(Refusal::kOverloaded), response);
  }
  AllowOrigins(*arrival.route, response);
}

void Service::Refuse(Refusal refusal, const Request& head, Response& response) const {
  const std::string_view path = Split(head.path).path;
  const auto route = std::ranges::find(Routes(), path, &Route::path);
  const bool is_known = !path.empty() && route != Routes().end();
  response.route = is_known ? route->path : kUnknownRoute;
  AnswerError(is_known ? route->dialect : Dialect::kOwn, KindOf(refusal), DetailOf(refusal),
              response);
  if (is_known) AllowOrigins(*route, response);
}

void Service::Tell(const Request& request, const Response& response, const Exchange& exchange,
                   AnswerWorker* worker) const {
  WorkerCounts& counts =
      worker == nullptr ? parts_.metrics.shared() : static_cast<ServiceWorker*>(worker)->counts();
  counts.AddAnswer(response.route, response.status, exchange.took, exchange.was_late);
  parts_.log.TellRequest(NameOf(request.method), response, exchange);
}

}  // namespace gatepost::service
