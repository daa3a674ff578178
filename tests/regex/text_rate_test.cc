#include "regex/text_rate.h"

#include "catch.h"
#include "regex/byte_set.h"

namespace gatepost {
namespace {

double RateOf(const std::vector<RunStep>& steps) { return ClassString{steps, 0, 0}.ExpectedRate(); }

TEST_CASE("Any byte stands at every place of a text", "[regex][text_rate]") {
  CHECK(RunRate(~ByteSet()).Value() == Approx(1.0).epsilon(0.001));
  RunRate three(~ByteSet());
  three.Append({{}, ~ByteSet()});
  three.Append({{}, ~ByteSet()});
  CHECK(three.Value() == Approx(1.0).epsilon(0.001));
}

TEST_CASE("A longer run is rarer, and gaps make it commoner", "[regex][text_rate]") {
  RunRate run(Digits());
  double before = run.Value();
  for (int i = 0; i < 10; ++i) {
    run.Append({{}, Digits()});
    CHECK(run.Value() < before);
    before = run.Value();
  }
  const Gap gap = {SetOf(" -"), 1};
  CHECK(RateOf({{{}, Digits()}, {gap, Digits()}}) > RateOf({{{}, Digits()}, {{}, Digits()}}));
}

TEST_CASE("A digit after a digit is likelier than after a letter", "[regex][text_rate]") {
  const ByteSet letters = SetOfRange('a', 'z');
  const double after_digit = RateOf({{{}, Digits()}, {{}, Digits()}}) / RateOf({{{}, Digits()}});
  const double after_letter = RateOf({{{}, letters}, {{}, Digits()}}) / RateOf({{{}, letters}});
  CHECK(after_digit > 30 * after_letter);
}

TEST_CASE("A byte that English text does not hold has a rate of nothing", "[regex][text_rate]") {
  CHECK(RunRate(SetOf("\x01")).Value() == 0);
}

}  // namespace
}  // namespace gatepost
