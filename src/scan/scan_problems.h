#pragma once

// Why a verdict does not cover a whole post, in words for people.

#include <cstdint>

#include "base/problem.h"
#include "base/result.h"

namespace gatepost {

// A post over the limit: nothing of it is looked at.
[[nodiscard]] Problem TooLarge(uint64_t bytes, uint64_t limit);
// A post of a batch in which the engine failed: nothing of it was looked at.
[[nodiscard]] Problem EngineFailed(const Error& error);
// Of a post with more than kMaxMatchesPerPost the others are not judged.
[[nodiscard]] Problem TooManyMatches();
// Pictures and films are not looked into; a note, since the texts are.
[[nodiscard]] Problem MediaNotRead(uint16_t media);

}  // namespace gatepost
