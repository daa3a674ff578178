#include "c/columns.h"

#include <utility>

namespace gatepost::c {
namespace {

uint8_t NumberOf(Action action) {
  static_assert(static_cast<int>(Action::kPass) == GATEPOST_PASS);
  static_assert(static_cast<int>(Action::kReview) == GATEPOST_REVIEW);
  static_assert(static_cast<int>(Action::kBlock) == GATEPOST_BLOCK);
  return static_cast<uint8_t>(action);
}

uint8_t NumberOf(ProblemKind kind) {
  static_assert(static_cast<int>(ProblemKind::kUnread) == GATEPOST_UNREAD);
  static_assert(static_cast<int>(ProblemKind::kNote) == GATEPOST_NOTE);
  return static_cast<uint8_t>(kind);
}

template <class... Vectors>
void ClearAll(Vectors&... vectors) {
  (vectors.clear(), ...);
}

void PointTo(const std::vector<std::string>& strings, std::vector<const char*>& pointers) {
  pointers.clear();
  for (const std::string& string : strings) pointers.push_back(string.c_str());
}

}  // namespace

void Columns::Clear() {
  ClearAll(posts_.action, posts_.would_be, posts_.complete);
  ClearAll(findings_.post, findings_.pattern, findings_.begin, findings_.end, findings_.score,
           findings_.action);
  ClearAll(problems_.post, problems_.line, problems_.column, problems_.kind, problems_.code,
           problems_.text);
}

void Columns::Accept(const Post&, Verdict verdict) {
  const auto post = static_cast<uint32_t>(posts_.action.size());
  posts_.action.push_back(NumberOf(verdict.action));
  posts_.would_be.push_back(NumberOf(verdict.would_be));
  posts_.complete.push_back(verdict.is_complete ? 1 : 0);
  for (const Finding& finding : verdict.findings) AddFinding(post, finding);
  for (Problem& problem : verdict.problems) AddProblem(post, std::move(problem));
}

void Columns::AddFinding(uint32_t post, const Finding& finding) {
  for (const Place& place : finding.places) {
    findings_.post.push_back(post);
    findings_.pattern.push_back(static_cast<uint32_t>(finding.pattern.number()));
    findings_.begin.push_back(place.span.begin);
    findings_.end.push_back(place.span.end);
    findings_.score.push_back(finding.score);
    findings_.action.push_back(NumberOf(finding.action));
  }
}

void Columns::AddProblem(uint32_t post, Problem problem) {
  problems_.post.push_back(post);
  problems_.kind.push_back(NumberOf(problem.kind));
  problems_.code.push_back(std::move(problem.code));
  problems_.text.push_back(std::move(problem.message));
  problems_.line.push_back(problem.where.line);
  problems_.column.push_back(problem.where.column);
}

gatepost_columns Columns::View() {
  PointTo(problems_.code, problems_.code_pointers);
  PointTo(problems_.text, problems_.text_pointers);
  return {.struct_size = sizeof(gatepost_columns),
          .post_count = static_cast<uint32_t>(posts_.action.size()),
          .post_action = posts_.action.data(),
          .post_would_be = posts_.would_be.data(),
          .post_complete = posts_.complete.data(),
          .finding_count = findings_.post.size(),
          .finding_post = findings_.post.data(),
          .finding_pattern = findings_.pattern.data(),
          .finding_begin = findings_.begin.data(),
          .finding_end = findings_.end.data(),
          .finding_score = findings_.score.data(),
          .finding_action = findings_.action.data(),
          .problem_count = problems_.post.size(),
          .problem_post = problems_.post.data(),
          .problem_kind = problems_.kind.data(),
          .problem_code = problems_.code_pointers.data(),
          .problem_text = problems_.text_pointers.data(),
          .problem_line = problems_.line.data(),
          .problem_column = problems_.column.data()};
}

}  // namespace gatepost::c
