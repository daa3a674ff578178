// The shapes are those of Presidio's documentation, https://microsoft.github.io/presidio/api-docs/.

#include <string>
#include <string_view>

#include "service/presidio_entities.h"
#include "service/presidio_reply.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

Pattern SamplePhone() {
  return SamplePattern(
      "uk.phone",
      "edges = \"number\"\ncompact = \" -\"\nvalidate = \"luhn\"\n[[variant]]\nname = \"sample\"\n"
      "regex = '''\\d{3}[ -]?\\d{3}'''\nbase = 30\nvalid = 20\n"
      "[[context]]\nnear = [\"ring\", \"call\"]\npoints = 25\n");
}

Response Analyze(SampleService& service, std::string_view body) {
  return service.Post("/analyze", body);
}

std::string Found(SampleService& service, std::string_view members) {
  return Analyze(service, R"({"language":"en",)" + std::string(members) + "}").body;
}

constexpr std::string_view kRing =
    R"([{"analysis_explanation":null,"end":12,"entity_type":"PHONE_NUMBER","score":0.75,"start":5}])";

}  // namespace

TEST_CASE("one text is answered by a list with sorted keys", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  const Response response = Analyze(service, R"({"text":"Ring 123 455","language":"en"})");
  CHECK(response.status == 200);
  CHECK(response.content_type == kJsonType);
  CHECK(response.body == kRing);
  CHECK(response.verdict == "block");
}

TEST_CASE("a list of texts is answered by a list of lists", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK(Found(service, R"("text":["Ring 123 455","nothing",""])") ==
        "[" + std::string(kRing) + ",[],[]]");
  CHECK(Analyze(service, R"({"text":["Ring 123 455","nothing"],"language":"en"})").verdict ==
        "block");
  CHECK(Found(service, R"("text":"nothing")") == "[]");
}

TEST_CASE("places are in code points", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK_THAT(Found(service, R"("text":"🙂 é 123 455")"),
             ContainsSubstring(R"("end":11,"entity_type":"PHONE_NUMBER","score":0.50,"start":4)"));
}

TEST_CASE("what is below the threshold is left out", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK(Found(service, R"("text":"Ring 123 455","score_threshold":0.75)") == kRing);
  CHECK(Found(service, R"("text":"Ring 123 455","score_threshold":0.76)") == "[]");
  CHECK(Found(service, R"("text":"Ring 123 455","score_threshold":null)") == kRing);
}

TEST_CASE("a score is a hundredth of ours, within Presidio's bounds", "[service][presidio]") {
  CHECK(PresidioScore(40) == 0.4);
  CHECK(PresidioScore(130) == 1.0);
  CHECK(PresidioScore(-5) == 0.0);
}

TEST_CASE("only the entities asked for are given, and only known ones may be asked for",
          "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone(), SampleNumber()}});
  CHECK_THAT(Found(service, R"("text":"123 455","entities":["T_NUMBER"])"),
             !ContainsSubstring("PHONE_NUMBER"));
  CHECK_THAT(Found(service, R"("text":"123 455","entities":[])"), ContainsSubstring("_NUMBER"));
  const Response response = Analyze(
      service, R"({"text":"Ring 123 455","language":"en","entities":["PHONE_NUMBER","CRYPTO"]})");
  CHECK(response.status == 400);
  CHECK_THAT(response.body, ContainsSubstring("/supportedentities"));
  CHECK_THAT(response.body, !ContainsSubstring("CRYPTO"));
}

TEST_CASE("values on the allow list are left out", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK(Found(service, R"("text":"Ring 123 455","allow_list":["123 455"])") == "[]");
  CHECK(Found(service, R"("text":"Ring 123 455","allow_list":["123455"])") == kRing);
}

TEST_CASE("words given as context count as if they stood there, once", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK_THAT(Found(service, R"("text":"123 455","context":["Call"])"),
             ContainsSubstring(R"("score":0.75)"));
  CHECK_THAT(Found(service, R"("text":"123 455","context":["other"])"),
             ContainsSubstring(R"("score":0.50)"));
  CHECK(Found(service, R"("text":"Ring 123 455","context":["call","ring"])") == kRing);
}

TEST_CASE("a decision is explained where that is asked for", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK_THAT(
      Found(service, R"("text":"Ring 123 455","return_decision_process":true)"),
      ContainsSubstring(
          R"({"original_score":0.50,"pattern":null,"pattern_name":"Sample","recognizer":"uk.phone",)"
          R"("score":0.75,"score_context_improvement":0.25,"supportive_context_word":"ring",)"
          R"("textual_explanation":"base 30, check_digit 20, context 25","validation_result":true})"));
}

TEST_CASE("official contacts are no entities", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()},
                         .policy =
                             "[[official_contact]]\npattern = \"uk.phone\"\nvalue = \"123455\"\n"
                             "reason = \"Switchboard\"\nowner = \"Communications\"\n"});
  CHECK(Found(service, R"("text":"Ring 123 455")") == "[]");
}

TEST_CASE("a request that cannot be done as asked is refused", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  const auto [body, error] = GENERATE(table<const char*, const char*>({
      {R"({"language":"en"})", "No text provided"},
      {R"({"text":"","language":"en"})", "No text provided"},
      {R"({"text":[],"language":"en"})", "No text provided"},
      {R"({"text":1,"language":"en"})", "No text provided"},
      {R"({"text":"Ring 123 455"})", "No language provided"},
      {R"({"text":["Ring 123 455",1],"language":"en"})", "\\\"text\\\" has strings alone."},
      {R"({"text":"a","language":"en","entities":"UK_NHS"})",
       "\\\"entities\\\" is a list of strings."},
      {R"({"text":"a","language":"en","score_threshold":"0.5"})",
       "\\\"score_threshold\\\" is a number."},
      {R"({"text":"a","language":"en","allow_list_match":"regex"})",
       "\\\"allow_list_match\\\" can only be \\\"exact\\\"."},
      {R"({"text":"a","language":"en","ad_hoc_recognizers":[{"name":"zip"}]})",
       "\\\"ad_hoc_recognizers\\\" are not run here."},
      {R"(["Ring 123 455"])", "No text provided"},
      {R"({"text":"Ring 123 455")", "The body "},
      {R"({"text":"Ring 123 455","text":"a","language":"en"})", "A member stands twice"},
      {R"({"text":"Ring 123 455","t\u0065xt":"a","language":"en"})", "A member stands twice"},
  }));
  CAPTURE(body);
  const Response response = Analyze(service, body);
  CHECK(response.status == 400);
  CHECK(response.content_type == kJsonType);
  CHECK(response.body.starts_with(R"({"error":")" + std::string(error)));
  CHECK_THAT(response.body, !ContainsSubstring("123 455"));
}

TEST_CASE("members that change no result are passed over", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  CHECK(Found(service, R"("text":"Ring 123 455","correlation_id":"123e4567","trace":false,)"
                       R"("ad_hoc_recognizers":[],"entities":null,"other":{})") == kRing);
}

TEST_CASE("a body of another type is refused", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  const std::string_view body = R"({"text":"Ring 123 455","language":"en"})";
  CHECK(service.Post("/analyze", body, {}, "text/plain").status == 415);
  CHECK(service.Post("/analyze", body, {}, "Application/JSON; charset=utf-8").status == 200);
}

TEST_CASE("a text that not all could be looked at of is an error, not an empty list",
          "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}, .scan = {.max_post_bytes = 10}});
  const Response too_large =
      Analyze(service, R"({"text":["nothing","Ring 123 455"],"language":"en"})");
  CHECK(too_large.status == 500);
  CHECK(too_large.verdict == "incomplete");
  CHECK(too_large.body.starts_with(R"({"error":"Not all of this post)"));
  CHECK(Analyze(service, R"({"text":"a \ud83d b","language":"en"})").status == 500);
}

TEST_CASE("an analysis that comes too late is an error", "[service][presidio]") {
  SampleService service({.patterns = {SamplePhone()}});
  Request request;
  request.method = Method::kPost;
  request.path = "/analyze";
  request.content_type = kJsonType;
  request.body = R"({"text":"Ring 123 455","language":"en"})";
  Response late;
  service.service().AnswerLate(request, late);
  CHECK(late.status == 503);
  CHECK(late.body.starts_with(R"({"error":)"));
  request.deadline = Request::Clock::now();
  const Response slow = service.Ask(request);
  CHECK(slow.status == 503);
  CHECK(slow.body.starts_with(R"({"error":)"));
}

TEST_CASE("entities have Presidio's names where it has one", "[service][presidio]") {
  CHECK(EntityOf("uk.phone") == "PHONE_NUMBER");
  CHECK(EntityOf("uk.nhs_number") == "UK_NHS");
  CHECK(EntityOf("uk.vehicle_mark") == "UK_VEHICLE_REGISTRATION");
  CHECK(EntityOf("uk.council_tax_account") == "UK_COUNCIL_TAX_ACCOUNT");
  SampleService service({.patterns = {SamplePhone(), SampleNumber()}});
  CHECK(service.Get("/supportedentities", "language=en").body == R"(["PHONE_NUMBER","T_NUMBER"])");
  CHECK(service.Get("/recognizers", "language=en").body == R"(["uk.phone","t.number"])");
}

TEST_CASE("Presidio's probe is answered in plain text", "[service][presidio]") {
  SampleService service;
  const Response response = service.Get("/health");
  CHECK(response.status == 200);
  CHECK(response.content_type == kTextType);
  CHECK_THAT(response.body, ContainsSubstring("up"));
}
