#pragma once

// The files that an input holds, in bounded memory: there may be millions.

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "audit/audit_record.h"

namespace gatepost {

class FileList {
 public:
  // Kept one by one, up to this many; others are summed up by format and state, under the path
  // "(further files)".
  static constexpr size_t kMaxKept = 50'000;

  void Add(AuditFile file);
  [[nodiscard]] const std::vector<AuditFile>& files() const { return files_; }

 private:
  std::vector<AuditFile> files_;
  std::map<std::pair<std::string, AuditFile::State>, size_t> summed_;  // → in files_
};

}  // namespace gatepost
