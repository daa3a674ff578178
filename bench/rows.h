#pragma once

// The rows of the table. Each adds its rows, and the speeds behind them, to the run.

#include "base/result.h"
#include "bench/run.h"

namespace gatepost::bench {

// From lines of JSON to lines of verdicts, against reading and writing alone.
Status MeasureJsonl(Run& run);
// Text in memory against summing memory.
Status MeasureMemory(Run& run);
// Against Hyperscan and RE2 with the frozen regexes.
Status MeasureLibraries(Run& run);
// Against the same with other letters.
Status MeasureLetters(Run& run);
// The slowest adversarial text.
Status MeasureAdversarial(Run& run);
// Four times as many patterns.
Status MeasureMorePatterns(Run& run);
// The program: two threads, the start, and memory.
Status MeasureProgram(Run& run);
// ripgrep with the frozen regexes, where it is installed.
Status MeasureRipgrep(Run& run);
// What each stage does by itself, and the matcher in every engine.
Status MeasureStages(Run& run);

}  // namespace gatepost::bench
