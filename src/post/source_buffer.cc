#include "post/source_buffer.h"

namespace gatepost {

bool SourceBuffer::Grow() {
  if (is_at_end_) return false;
  const Result<std::string_view> block = source_.Next();
  if (!block) status_ = Fail(block.error());
  is_at_end_ = !block || block->empty();
  if (is_at_end_) return false;
  buffer_.erase(0, begin_);
  begin_ = 0;
  buffer_ += *block;
  return true;
}

std::string_view SourceBuffer::Line(uint64_t max_bytes) {
  size_t searched = 0;
  for (;;) {
    const size_t end = bytes().find('\n', searched);
    if (end != std::string_view::npos) return bytes().substr(0, end + 1);
    searched = bytes().size();
    if (searched > max_bytes || !Grow()) return bytes();
  }
}

std::string_view SourceBuffer::Take(size_t count) {
  const std::string_view taken = bytes().substr(0, count);
  begin_ += taken.size();
  offset_ += taken.size();
  line_ += static_cast<uint32_t>(std::ranges::count(taken, '\n'));
  return taken;
}

void SourceBuffer::TakeRestOfLine() {
  do {
    const size_t end = bytes().find('\n');
    if (end != std::string_view::npos) {
      Take(end + 1);
      return;
    }
    Take(bytes().size());
  } while (Grow());
}

}  // namespace gatepost
