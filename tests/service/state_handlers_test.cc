#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

TEST_CASE("a service that runs says so, and what it checks with", "[service][state_handlers]") {
  SampleService service;
  CHECK(service.Get("/healthz").body == "ok\n");
  const Response ready = service.Get("/readyz");
  CHECK(ready.status == 200);
  CHECK_THAT(ready.body, ContainsSubstring(R"("ready":true)"));
  CHECK_THAT(ready.body, ContainsSubstring(R"("patterns":{"name":"sample","hash":"00"})"));
  CHECK_THAT(service.Get("/v1/version").body, ContainsSubstring(R"("policy":"sample")"));
}

TEST_CASE("why a reload was refused is told to those alone who may see metrics",
          "[service][state_handlers]") {
  const ReloadOutcome refused{false, {}, {"policy.toml:3:1: unknown key `secret`."}};
  SampleService open;
  open.reloads.Set(refused);
  CHECK_THAT(open.Get("/readyz").body, ContainsSubstring("policy.toml:3:1"));
  std::string tokens(kTokenFileHeader);
  tokens += *TokenLine("editors", "check", "gp_1") + *TokenLine("prometheus", "metrics", "gp_2");
  SampleService guarded({.tokens = tokens});
  guarded.reloads.Set(refused);
  Request request;
  request.path = "/readyz";
  for (const std::string_view header : {"", "Bearer gp_1", "Bearer gp_3"}) {
    request.authorization = header;
    const Response ready = guarded.Ask(request);
    CHECK_THAT(ready.body, ContainsSubstring(R"("taken":false)"));
    CHECK_THAT(ready.body, !ContainsSubstring("policy.toml"));
  }
  request.authorization = "Bearer gp_2";
  CHECK_THAT(guarded.Ask(request).body, ContainsSubstring("policy.toml:3:1"));
}

TEST_CASE("a path that is not there, and a method that is not, are told apart",
          "[service][service]") {
  SampleService service;
  const Response absent = service.Get("/v2/nothing");
  CHECK(absent.status == 404);
  CHECK(absent.content_type == kProblemType);
  CHECK_THAT(absent.body, ContainsSubstring(R"("code":"no-such-path")"));
  const Response wrong = service.Post("/healthz", "");
  CHECK(wrong.status == 405);
  REQUIRE(wrong.headers.size() == 1);
  CHECK(wrong.headers[0].name == "Allow");
  CHECK(wrong.headers[0].value == "OPTIONS, GET, HEAD");
}
