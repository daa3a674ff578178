#include "post/peeked_source.h"

#include <utility>

namespace gatepost {

std::string_view PeekedSource::Peek(size_t bytes) {
  while (head_.size() < bytes && !has_ended_ && !failure_) {
    if (gathered_.empty())
      gathered_ = head_;  // the source's next block takes the place of its last
    Result<std::string_view> block = source_.Next();
    if (!block) {
      failure_ = std::move(block).error();
    } else if (block->empty()) {
      has_ended_ = true;
    } else if (gathered_.empty()) {
      head_ = *block;
      continue;
    } else {
      gathered_ += *block;
    }
    if (!gathered_.empty()) head_ = gathered_;
  }
  return head_;
}

Result<std::string_view> PeekedSource::Next() {
  if (!head_.empty()) return std::exchange(head_, {});
  if (failure_) return Fail(*failure_);
  if (has_ended_) return std::string_view();
  return source_.Next();
}

}  // namespace gatepost
