#include "post/post_texts.h"

#include <algorithm>
#include <cstring>

namespace gatepost {
namespace {

constexpr size_t kBlockBytes = 256 << 10;
// A text of more has a block of its own.
constexpr size_t kLargeBytes = kBlockBytes / 4;

}  // namespace

std::string_view PostTexts::Keep(std::string_view text) {
  bytes_ += text.size();
  if (text.size() > kLargeBytes) return large_.emplace_back(text);
  if (blocks_used_ == 0 || kBlockBytes - block_used_ < text.size()) {
    if (blocks_used_ == blocks_.size()) blocks_.push_back(std::make_unique<char[]>(kBlockBytes));
    ++blocks_used_;
    block_used_ = 0;
  }
  char* const kept = blocks_[blocks_used_ - 1].get() + block_used_;
  if (!text.empty()) std::memcpy(kept, text.data(), text.size());
  block_used_ += text.size();
  return {kept, text.size()};
}

void PostTexts::Clear() {
  blocks_.resize(std::min<size_t>(blocks_.size(), 4));
  blocks_used_ = 0;
  block_used_ = 0;
  large_.clear();
  maps_.clear();
  bytes_ = 0;
}

}  // namespace gatepost
