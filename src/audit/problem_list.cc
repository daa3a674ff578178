#include "audit/problem_list.h"

#include <utility>

namespace gatepost {

void ProblemList::Add(std::string path, std::string post, Problem problem) {
  const bool is_unread = problem.kind == ProblemKind::kUnread;
  has_unread_ = has_unread_ || is_unread;
  const bool is_full = problems_.size() >= kMaxKept;
  if (is_unread && !is_full) {
    problems_.push_back({0, std::move(path), std::move(post), std::move(problem)});
    return;
  }
  const auto [counted, is_new] =
      counted_.try_emplace({is_full ? std::string() : path, problem.code}, problems_.size());
  if (is_new) {
    problems_.push_back({0, std::move(path), std::move(post), std::move(problem)});
  } else {
    ++problems_[counted->second].count;
  }
}

}  // namespace gatepost
