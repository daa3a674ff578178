#include <algorithm>
#include <string>

#include "service/answer_tree.h"
#include "service/assets.h"
#include "service/refusing.h"
#include "service/route.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

constexpr std::string_view kOwnPaths = "/v1/";

std::string_view MemberOf(Method method) { return method == Method::kPost ? "post" : "get"; }

}  // namespace

TEST_CASE("the API's description is OpenAPI with the program's version in it",
          "[service][page_handler]") {
  SampleService service;
  const Response response = service.Get("/openapi.json");
  CHECK(response.status == 200);
  CHECK(response.content_type == kJsonType);
  const AnswerTree description(response);
  CHECK(description["openapi"].text() == "3.1.0");
  const AnswerTree version(service.Get("/v1/version"));
  CHECK(description["info"]["version"].text() == version["gatepost"].text());
}

TEST_CASE("the description has the API's paths, and no others of its kind",
          "[service][page_handler]") {
  SampleService service;
  const AnswerTree description(service.Get("/openapi.json"));
  const auto routes = Routes();
  for (const Route& route : routes) {
    if (!route.path.starts_with(kOwnPaths)) continue;
    CAPTURE(route.path);
    CHECK(description["paths"][route.path][MemberOf(route.method)].is_object());
  }
  for (const JsonValue path : description["paths"].elements()) {
    if (!path.key().starts_with(kOwnPaths)) continue;
    CAPTURE(path.key());
    CHECK(std::ranges::find(routes, path.key(), &Route::path) != routes.end());
  }
}

TEST_CASE("pages bring all they need, and a browser may load and run nothing else",
          "[service][page_handler]") {
  SampleService service;
  for (const Asset& asset : Assets()) {
    CAPTURE(asset.path);
    const Response response = service.Get(asset.path);
    CHECK(response.status == 200);
    CHECK(response.content_type == asset.type);
    CHECK(response.content() == asset.content);
    CHECK(response.content().size() > 100);
    const auto policy =
        std::ranges::find(response.headers, "Content-Security-Policy", &Header::name);
    REQUIRE(policy != response.headers.end());
    CHECK_THAT(policy->value, ContainsSubstring("default-src 'none'"));
    CHECK_THAT(policy->value, !ContainsSubstring("unsafe"));
    // Nothing of a page stands where its policy would refuse it.
    CHECK_THAT(std::string(asset.content), !ContainsSubstring(" style=\""));
    CHECK_THAT(std::string(asset.content), !ContainsSubstring(" onclick="));
  }
}

TEST_CASE("every error is explained where its type points", "[service][page_handler]") {
  SampleService service;
  const std::string docs(service.Get("/docs").content());
  const ErrorKind& kind =
      GENERATE(kBadRequest, kUnauthorised, kForbidden, kNoSuchPath, kNoSuchMethod, kTimedOut,
               kTooLarge, kWrongType, kHeldBack, kHeaderTooLarge, kFault, kOverloaded);
  CAPTURE(kind.code);
  Response response;
  AnswerError(Dialect::kOwn, kind, "Do this.", response);
  CHECK_THAT(response.body, ContainsSubstring("\"type\":\"/docs#" + std::string(kind.code) + "\""));
  CHECK_THAT(docs, ContainsSubstring("id=\"" + std::string(kind.code) + "\""));
}
