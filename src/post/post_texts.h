#pragma once

// The memory of posts: readers put what they make into it, and the posts' views are of that.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/offset_map.h"

namespace gatepost {

// Lives as long as the posts do; used by one thread.
class PostTexts {
 public:
  // A copy that stays where it is.
  [[nodiscard]] std::string_view Keep(std::string_view text);
  [[nodiscard]] const OffsetMap* Keep(OffsetMap map) { return &maps_.emplace_back(std::move(map)); }
  [[nodiscard]] uint64_t bytes() const { return bytes_; }
  // Forgets all of it and keeps a part of the memory.
  void Clear();

 private:
  std::vector<std::unique_ptr<char[]>> blocks_;
  size_t blocks_used_ = 0;
  size_t block_used_ = 0;
  std::deque<std::string> large_;
  std::deque<OffsetMap> maps_;
  uint64_t bytes_ = 0;
};

}  // namespace gatepost
