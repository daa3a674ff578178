#include "post/walk_report.h"

#include <utility>

namespace gatepost {
namespace {

constexpr uint64_t kMaxProblems = 1000;

}  // namespace

Status WalkReport::Tell(Problem problem, const std::string& path) {
  if (told_ == kMaxProblems) {
    ++left_out_;
    leaves_out_unread_ = leaves_out_unread_ || problem.kind == ProblemKind::kUnread;
    return {};
  }
  ++told_;
  problem.where.file = path;
  return visitor_.OnProblem(std::move(problem));
}

Status WalkReport::Unread(const std::string& path, std::string code, std::string message) {
  return Tell({ProblemKind::kUnread, std::move(code), std::move(message), {}}, path);
}

Status WalkReport::Note(const std::string& path, std::string code, std::string message) {
  return Tell({ProblemKind::kNote, std::move(code), std::move(message), {}}, path);
}

Status WalkReport::Faults(const std::string& path) {
  std::optional<Problem> fault = guard_.TakeFault();
  if (input_.failure() && !has_told_of_input_) {
    has_told_of_input_ = true;
    return Unread(path, "input_unreadable", input_.failure()->message);
  }
  return fault ? Tell(std::move(*fault), path) : Status();
}

Status WalkReport::End() {
  if (left_out_ == 0) return {};
  const ProblemKind kind = leaves_out_unread_ ? ProblemKind::kUnread : ProblemKind::kNote;
  return visitor_.OnProblem({kind,
                             "more_problems",
                             "has " + std::to_string(left_out_) + " more problems of such kinds.",
                             {}});
}

}  // namespace gatepost
