#include "report/report.h"

namespace gatepost {
namespace {

bool IsUnread(const Problem& problem) { return problem.kind == ProblemKind::kUnread; }

}  // namespace

void RunTotals::Add(const Post& post, const Verdict& verdict, std::span<const Pattern> patterns) {
  ++posts;
  bytes += BytesOf(post);
  ++verdicts[std::string(verdict.word())];
  for (const Finding& finding : verdict.findings) {
    ++findings[patterns[finding.pattern.number()].id];
  }
  for (const Problem& problem : verdict.problems) problems += IsUnread(problem) ? 1U : 0U;
  is_complete = is_complete && verdict.is_complete;
}

void RunTotals::AddProblem(const Problem& problem) {
  if (!IsUnread(problem)) return;
  ++problems;
  is_complete = false;
}

void RunTotals::Add(const RunTotals& others) {
  posts += others.posts;
  bytes += others.bytes;
  for (const auto& [word, count] : others.verdicts) verdicts[word] += count;
  for (const auto& [id, count] : others.findings) findings[id] += count;
  problems += others.problems;
  is_complete = is_complete && others.is_complete;
}

}  // namespace gatepost
