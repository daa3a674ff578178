#pragma once

// How sure a measured share or count is.

#include <cstdint>

namespace gatepost {

// A share of `total`, with the 95 % confidence interval that Wilson's score gives it (E. B. Wilson,
// "Probable inference, the law of succession, and statistical inference", JASA 22, 1927). Unlike
// the textbook interval it stays within 0 and 1, and says something when all or none of a few were
// found.
struct Share {
  double value = 0;
  double low = 0;
  double high = 0;
};

// `count` of `total`, which is not 0; count <= total.
[[nodiscard]] Share ShareOf(uint64_t count, uint64_t total);

// How many events are to be expected where `value` of them were counted: a 95 % confidence interval
// by Byar's approximation to the exact one of a Poisson count (N. E. Breslow and N. E. Day,
// "Statistical methods in cancer research", volume II, IARC 1987, page 69). Of many events alike
// `value` may be a fraction of a count: what they come to if each of them counts as less than one.
struct EventCount {
  double value = 0;
  double low = 0;
  double high = 0;
};

// `count` is 0 or more.
[[nodiscard]] EventCount EventsOf(double count);

// The weighted harmonic mean of precision and recall in which recall counts twice as much as
// precision: a miss is published, an alarm is read by a person. 0 if both are.
[[nodiscard]] double F2(double precision, double recall);

}  // namespace gatepost
