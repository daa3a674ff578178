#pragma once

// The posts of a request, or of a piece of it, in memory that is used again for the next.
//
//   buffer.Clear();
//   buffer.AddJson(R"({"text":"…"})", 1);
//   scanner.Scan(buffer.posts(), worker, sink);

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/post.h"
#include "post/jsonl_post.h"

namespace gatepost::service {

// What problems and "source" name as the place of a post that names none: "body", and the number
// behind it of one of several.
inline constexpr std::string_view kBodyName = "body";

// One per thread.
class PostBuffer {
 public:
  // Forgets the posts; the memory of more than a few large ones is given back.
  void Clear();
  // A post that is plain text. Borrows it.
  Post& AddText(std::string_view text);
  // A post as JSON, which JsonlPostReader reads. `number` counts it from 1 among those of its
  // request, 0 if it is the only one. The text is copied.
  Post& AddJson(std::string_view json, uint32_t number);

  // Valid until the next call of the others.
  [[nodiscard]] std::span<const Post> posts() const { return std::span(posts_).first(size_); }

 private:
  Post& Next();

  std::vector<JsonlPostReader> readers_;  // each holds the post of its number
  std::vector<Post> posts_;               // the first size_ of them are in use
  size_t size_ = 0;
  uint64_t json_bytes_ = 0;
};

}  // namespace gatepost::service
