#include "service/post_buffer.h"

#include <string>

namespace gatepost::service {
namespace {

// Memory is kept for the next request, but not that of more than this.
constexpr uint64_t kMaxKeptBytes = 256 << 10;

}  // namespace

void PostBuffer::Clear() {
  if (json_bytes_ > kMaxKeptBytes) {
    readers_.clear();
    posts_.clear();
  }
  size_ = 0;
  json_bytes_ = 0;
}

Post& PostBuffer::AddText(std::string_view text) {
  Post& post = Next();
  std::vector<Field> fields = std::move(post.fields);
  fields.assign(1, {FieldKind::kText, 0, text, nullptr});
  post = Post{};
  post.fields = std::move(fields);
  post.file = kBodyName;
  return post;
}

Post& PostBuffer::AddJson(std::string_view json, uint32_t number) {
  Post& post = Next();
  if (readers_.size() < size_) readers_.resize(size_);
  post = readers_[size_ - 1].Read(json, {std::string(kBodyName), number, 0});
  post.file = kBodyName;  // what the reader was told is gone
  json_bytes_ += json.size();
  return post;
}

Post& PostBuffer::Next() {
  if (posts_.size() == size_) posts_.emplace_back();
  return posts_[size_++];
}

}  // namespace gatepost::service
