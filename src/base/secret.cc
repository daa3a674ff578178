#include "base/secret.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace gatepost {

SecretText::SecretText(size_t room) : bytes_(std::make_unique<char[]>(room)), room_(room) {}
SecretText::~SecretText() {
  if (bytes_) explicit_bzero(bytes_.get(), room_);
}
SecretText::SecretText(SecretText&&) noexcept = default;
SecretText& SecretText::operator=(SecretText&& other) noexcept {
  std::swap(bytes_, other.bytes_);
  std::swap(room_, other.room_);
  std::swap(size_, other.size_);
  return *this;
}

void SecretText::Append(std::string_view text) {
  assert(text.size() <= room().size());
  std::copy(text.begin(), text.end(), room().begin());
  Grow(text.size());
}

std::span<char> SecretText::room() { return {bytes_.get() + size_, room_ - size_}; }

void SecretText::Grow(size_t bytes) {
  assert(bytes <= room().size());
  size_ += bytes;
}

SecretKey::~SecretKey() { explicit_bzero(bytes.data(), bytes.size()); }

}  // namespace gatepost
