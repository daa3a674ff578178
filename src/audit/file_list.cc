#include "audit/file_list.h"

namespace gatepost {

void FileList::Add(AuditFile file) {
  if (files_.size() < kMaxKept) {
    files_.push_back(std::move(file));
    return;
  }
  const auto [summed, is_new] = summed_.try_emplace({file.format, file.state}, files_.size());
  if (!is_new) {
    files_[summed->second].posts += file.posts;
    return;
  }
  file.path = "(further files)";
  file.declared = std::nullopt;
  file.account.clear();
  files_.push_back(std::move(file));
}

}  // namespace gatepost
