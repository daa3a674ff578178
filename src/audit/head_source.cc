#include "audit/head_source.h"

namespace gatepost {

Result<FileHead> HeadSource::Head(std::string_view path) {
  while (begin_.size() <= kHeadBytes) {
    const Result<std::string_view> block = source_.Next();
    if (!block) {
      // What can be read is read: the failure comes again behind it.
      if (begin_.empty()) return Fail(block.error());
      return FileHead{path, std::string_view(begin_).substr(0, kHeadBytes), false};
    }
    if (block->empty()) return FileHead{path, begin_, true};
    begin_ += *block;
  }
  return FileHead{path, std::string_view(begin_).substr(0, kHeadBytes), false};
}

Result<std::string_view> HeadSource::Next() {
  if (!is_begin_given_) {
    is_begin_given_ = true;
    if (!begin_.empty()) return std::string_view(begin_);
  }
  Result<std::string_view> block = source_.Next();
  has_failed_ = !block;
  return block;
}

}  // namespace gatepost
