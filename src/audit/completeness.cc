#include "audit/completeness.h"

#include <algorithm>

namespace gatepost {
namespace {

uint64_t Number(ptrdiff_t count) { return static_cast<uint64_t>(count); }

}  // namespace

Completeness CompletenessOf(const std::vector<AuditRun>& runs,
                            const std::vector<AuditInput>& inputs,
                            const std::vector<AuditFile>& files,
                            const std::vector<AuditProblem>& problems) {
  Completeness complete;
  complete.has_ended = !runs.empty() && runs.back().ended.has_value();
  for (const AuditInput& input : inputs) {
    complete.posts += input.posts;
    if (input.state != InputState::kComplete) ++complete.unfinished_inputs;
  }
  complete.unread_files =
      Number(std::ranges::count(files, AuditFile::State::kUnread, &AuditFile::state));
  complete.unread = Number(std::ranges::count_if(problems, [](const AuditProblem& problem) {
    return problem.problem.kind == ProblemKind::kUnread;
  }));
  return complete;
}

Result<Completeness> CompletenessOf(const Store& store) {
  const auto runs = store.Runs();
  if (!runs) return Fail(runs.error());
  const auto inputs = store.Inputs();
  if (!inputs) return Fail(inputs.error());
  const auto files = store.Files();
  if (!files) return Fail(files.error());
  const auto problems = store.Problems();
  if (!problems) return Fail(problems.error());
  return CompletenessOf(*runs, *inputs, *files, *problems);
}

}  // namespace gatepost
