#pragma once

// The phrases around findings as JSON lines, from which corpus/learn_weights learns.

#include <string>

#include "tune/evaluation.h"

namespace gatepost {

// One line, appended:
//   {"pattern", "origin", "split", "score", "is_right", "phrases"}
void AppendPhrasesJson(const PhrasesOfFinding& finding, std::string& out);

}  // namespace gatepost
