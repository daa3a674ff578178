#include "c/guard.h"

#include <memory>
#include <new>
#include <stdexcept>
#include <string>

#include "catch.h"

namespace gatepost::c {
namespace {

struct Outcome {
  gatepost_code code = GATEPOST_OK;
  std::string text;
};

template <class Call>
Outcome OutcomeOf(const Call& call) {
  gatepost_error* error = nullptr;
  const gatepost_code code = Guarded(&error, call);
  CHECK(gatepost_error_code(error) == code);
  Outcome outcome = {code, gatepost_error_text(error)};
  gatepost_error_free(error);
  return outcome;
}

TEST_CASE("whatever is thrown becomes a code and a text", "[c][guard]") {
  const Outcome memory = OutcomeOf([]() -> Status { throw std::bad_alloc(); });
  CHECK(memory.code == GATEPOST_OUT_OF_MEMORY);
  CHECK(memory.text == "There is not enough memory.");
  const Outcome fault = OutcomeOf([]() -> Status { throw std::runtime_error("broken"); });
  CHECK(fault.code == GATEPOST_INTERNAL);
  CHECK(fault.text == "broken");
  CHECK(OutcomeOf([]() -> Status { throw 1; }).code == GATEPOST_INTERNAL);
}

TEST_CASE("an error is reported by its code though nobody asks for its text", "[c][guard]") {
  const auto fail = []() -> Status { return Fail(ErrorCode::kTooLarge, "too much"); };
  CHECK(Guarded(nullptr, fail) == GATEPOST_TOO_LARGE);
  CHECK(Guarded(nullptr, []() -> Status { throw std::bad_alloc(); }) == GATEPOST_OUT_OF_MEMORY);
}

TEST_CASE("success leaves no error of an earlier call behind", "[c][guard]") {
  int elsewhere = 0;
  auto* error = reinterpret_cast<gatepost_error*>(&elsewhere);
  CHECK(Guarded(&error, [] { return Status(); }) == GATEPOST_OK);
  CHECK(error == nullptr);
}

TEST_CASE("several errors are one of several lines, with the code of the first", "[c][guard]") {
  const Outcome outcome = OutcomeOf([]() -> Status {
    return FailAll({{ErrorCode::kInvalidPattern, "first.", {"a.toml", 1, 2}},
                    {ErrorCode::kSyntax, "second.", {"b.toml", 3, 4}}});
  });
  CHECK(outcome.code == GATEPOST_INVALID_PATTERN);
  CHECK(outcome.text == "a.toml:1:2: first.\nb.toml:3:4: second.");
}

TEST_CASE("every kind of error has a code of its own", "[c][guard]") {
  CHECK(CodeOf(ErrorCode::kUsage) == GATEPOST_INVALID_ARGUMENT);
  CHECK(CodeOf(ErrorCode::kUnreadable) == GATEPOST_UNREADABLE);
  CHECK(CodeOf(ErrorCode::kSyntax) == GATEPOST_SYNTAX);
  CHECK(CodeOf(ErrorCode::kInvalidPattern) == GATEPOST_INVALID_PATTERN);
  CHECK(CodeOf(ErrorCode::kInvalidPolicy) == GATEPOST_INVALID_POLICY);
  CHECK(CodeOf(ErrorCode::kTooLarge) == GATEPOST_TOO_LARGE);
  CHECK(CodeOf(ErrorCode::kInternal) == GATEPOST_INTERNAL);
}

}  // namespace
}  // namespace gatepost::c
