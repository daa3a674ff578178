#include "post/archive_end.h"

#include <algorithm>

namespace gatepost {

Result<std::string_view> TailedSource::Next() {
  Result<std::string_view> block = source_.Next();
  if (!block) return block;
  if (block->size() >= kTailBytes) {
    tail_ = block->substr(block->size() - kTailBytes);
    return block;
  }
  // The kept part moves to the front now and then, not for every block.
  if (tail_.size() >= 4 * kTailBytes) tail_.erase(0, tail_.size() - kTailBytes);
  tail_ += *block;
  return block;
}

bool HasTarEnd(std::string_view tail) {
  constexpr size_t kEndBytes = 1024;
  if (tail.size() < kEndBytes) return false;
  return tail.find_first_not_of('\0', tail.size() - kEndBytes) == std::string_view::npos;
}

bool HasZipEnd(std::string_view tail, uint64_t entries) {
  constexpr size_t kRecordBytes = 22;
  constexpr size_t kCountAt = 10;
  constexpr unsigned kMore = 0xFFFF;  // the count stands elsewhere
  const size_t record = tail.rfind("PK\5\6");
  if (record == std::string_view::npos || tail.size() - record < kRecordBytes) return false;
  const unsigned low = static_cast<uint8_t>(tail[record + kCountAt]);
  const unsigned high = static_cast<uint8_t>(tail[record + kCountAt + 1]);
  const unsigned counted = low | high << 8U;
  return counted == kMore || counted <= entries;
}

bool HasZipEnd(RandomAccess& file, uint64_t entries) {
  std::string tail;
  uint64_t at = file.size() - std::min<uint64_t>(file.size(), TailedSource::kTailBytes);
  while (at < file.size()) {
    const Result<std::string_view> block = file.ReadAt(at);
    if (!block || block->empty()) return false;
    tail += *block;
    at += block->size();
  }
  return HasZipEnd(tail, entries);
}

}  // namespace gatepost
