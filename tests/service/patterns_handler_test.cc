#include "service/answer_tree.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

TEST_CASE("the patterns in use are told with what proves them", "[service][patterns_handler]") {
  SampleService service;
  const Response response = service.Get("/v1/patterns");
  CHECK(response.status == 200);
  const AnswerTree answer(response);
  CHECK(answer["name"].text() == "sample");
  REQUIRE(answer.Count("patterns") == 1);
  const JsonValue pattern = answer["patterns"].first();
  CHECK(pattern["id"].text() == "t.number");
  CHECK(pattern["severity"].text() == "high");
  CHECK(pattern["matches"].text() == "1");
  CHECK(pattern["references"].first().text() == "https://example.com");
}
