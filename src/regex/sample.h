#pragma once

// Strings that a regex matches, made from its tree: for tests, proofs of triggers and differential
// testing.

#include <cstdint>
#include <random>
#include <string>

#include "regex/regex.h"

namespace gatepost {

// One string that `regex` matches whole. Chooses alternatives, counts and bytes evenly with
// `random`; prefers printable bytes.
[[nodiscard]] std::string Sample(const Regex& regex, std::mt19937_64& random);

}  // namespace gatepost
