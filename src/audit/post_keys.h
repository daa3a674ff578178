#pragma once

// By what a post is recognised in another export of the same account.

#include <cstdint>
#include <span>
#include <string_view>

#include "audit/store.h"
#include "base/hmac.h"
#include "base/post.h"

namespace gatepost {

// Makes keys under a secret: with ids, texts could be tried out. Not thread-safe: one per worker.
class PostKeys {
 public:
  // `secret` is borrowed for the call.
  explicit PostKeys(std::span<const uint8_t> secret) : mac_(secret) {}

  // A post with an id and an account is the one of that id, whatever it says: an edited post is the
  // same one. Any other is the one that says the same, at the same time, under the same id if any.
  [[nodiscard]] PostKey Of(const Post& post);
  // Of a post that nothing could be read of: it is the one that stands there, and no other.
  [[nodiscard]] PostKey OfPlace(std::string_view input_hash, std::string_view path,
                                uint64_t record);

 private:
  void AddTexts(const Post& post);

  HmacSha256 mac_;
};

}  // namespace gatepost
