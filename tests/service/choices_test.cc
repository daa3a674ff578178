#include "service/choices.h"

#include <string>

#include "catch.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

std::optional<Choices> Read(std::string_view query, Response& response) {
  Request request;
  request.query = query;
  return ChoicesOf(request,
                   {Parameter::kOffsets, Parameter::kLang, Parameter::kChannel, Parameter::kEnforce,
                    Parameter::kAs, Parameter::kLeast},
                   response);
}

}  // namespace

TEST_CASE("without a query everything is as it is by default", "[service][choices]") {
  Response response;
  for (const char* query : {"", "&", "&&"}) {
    CAPTURE(query);
    const auto choices = Read(query, response);
    REQUIRE(choices.has_value());
    CHECK_FALSE(choices->unit.has_value());
    CHECK(choices->language == Language::kEnglish);
    CHECK(choices->channel.empty());
    CHECK_FALSE(choices->enforces);
    CHECK(choices->way == RedactAs::kLabel);
    CHECK(choices->least == Action::kReview);
  }
}

TEST_CASE("choices are read in any order, and undone from percent-encoding", "[service][choices]") {
  Response response;
  const auto choices =
      Read("least=pass&as=replace&enforce=true&channel=press+%26%20news&lang=cy&offsets=utf%3116",
           response);
  CHECK_FALSE(choices.has_value());  // utf116
  response.Clear();
  const auto right =
      Read("least=pass&as=replace&enforce=true&channel=press+%26%20news&lang=cy&offsets=utf%316",
           response);
  REQUIRE(right.has_value());
  CHECK(right->unit == SpanUnit::kUtf16);
  CHECK(right->language == Language::kWelsh);
  CHECK(right->channel == "press & news");
  CHECK(right->enforces);
  CHECK(right->way == RedactAs::kReplace);
  CHECK(right->least == Action::kPass);
  CHECK(response.status == 200);
  CHECK(response.body.empty());
}

TEST_CASE("a parameter that is none here is answered with those that are", "[service][choices]") {
  Request request;
  request.query = "offset=bytes";
  Response response;
  CHECK_FALSE(ChoicesOf(request, {Parameter::kOffsets, Parameter::kLang}, response).has_value());
  CHECK(response.status == 400);
  CHECK_THAT(response.body,
             ContainsSubstring("\\\"offset\\\" is no parameter here; those are offsets, lang."));
}

TEST_CASE("a value that a parameter does not have is answered with those that it has",
          "[service][choices]") {
  Response response;
  CHECK_FALSE(Read("as=stars", response).has_value());
  CHECK(response.status == 400);
  CHECK_THAT(response.body,
             ContainsSubstring("The parameter \\\"as\\\" is label, mask, remove or replace."));
}
