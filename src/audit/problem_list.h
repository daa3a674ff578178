#pragma once

// Problems, in bounded memory: a hostile archive has as many as it likes.

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "audit/audit_record.h"

namespace gatepost {

class ProblemList {
 public:
  // Unread ones are kept one by one, up to this many; notes, and what is beyond, are counted by
  // path and code, or by code alone, with the first of them.
  static constexpr size_t kMaxKept = 10'000;

  void Add(std::string path, std::string post, Problem problem);
  // Something was not read.
  [[nodiscard]] bool has_unread() const { return has_unread_; }
  [[nodiscard]] const std::vector<AuditProblem>& problems() const { return problems_; }

 private:
  std::vector<AuditProblem> problems_;
  std::map<std::tuple<std::string, std::string>, size_t> counted_;  // path and code → in problems_
  bool has_unread_ = false;
};

}  // namespace gatepost
