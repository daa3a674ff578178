#pragma once

// The two times that inputs are gone through: once for what their files say about each other, and
// once to be read.

#include <functional>
#include <string>

#include "audit/export_contexts.h"
#include "base/problem.h"
#include "base/result.h"
#include "post/input_walk.h"

namespace gatepost {

// It can be read twice: no pipe, no standard input.
[[nodiscard]] bool IsPlainFile(const std::string& path);

// Gives each input of `path`, a file or folder, to `take`, and what is wrong with it to `tell`.
// Fails with what `take` fails with.
[[nodiscard]] Status ForEachInput(const std::string& path,
                                  const std::function<Status(const InputFile&)>& take,
                                  const std::function<void(Problem)>& tell);

struct InputSurvey {
  const WalkLimits& limits;
  ExportContexts& contexts;  // added to
  std::function<bool()> is_stopped;
  // Where in the bytes of the input the survey has come to.
  std::function<void(uint64_t bytes)> on_position = {};
};

// Collects what the files of the input say about others. What cannot be read twice is passed over,
// and what cannot be read at all: it is told when it is to be read. Fails if it is stopped.
[[nodiscard]] Status SurveyInput(const std::string& input, const InputSurvey& survey);

}  // namespace gatepost
