#pragma once

// Hiding a value is evidence of its own, for or against it.

#include <string_view>

#include "judge/finding.h"
#include "text/view.h"

namespace gatepost {

// Adds a reason for each of the ways in which the value was hidden, in their order. Nobody spells a
// house number like a telephone number by chance, so that speaks for it; what machines encode says
// nothing; numbers below each other are mostly several.
void AddObfuscation(WaySet ways, Finding& finding);

}  // namespace gatepost
