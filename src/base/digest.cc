#include "base/digest.h"

#include <nettle/sha2.h>

#include <array>
#include <cstring>

#include "base/bytes.h"
#include "base/hex.h"
#include "base/length_prefix.h"

namespace gatepost {

struct ByteSha256::State {
  ~State() { explicit_bzero(&context, sizeof context); }  // tokens are digested, too
  sha256_ctx context;
};

ByteSha256::ByteSha256() : state_(std::make_unique<State>()) { sha256_init(&state_->context); }
ByteSha256::~ByteSha256() = default;
ByteSha256::ByteSha256(ByteSha256&&) noexcept = default;
ByteSha256& ByteSha256::operator=(ByteSha256&&) noexcept = default;

void ByteSha256::Add(std::string_view bytes) {
  sha256_update(&state_->context, bytes.size(), UnsignedBytes(bytes));
}

std::string ByteSha256::HexDigest() {
  std::array<uint8_t, SHA256_DIGEST_SIZE> digest{};
  sha256_digest(&state_->context, digest.size(), digest.data());
  return HexText(digest);
}

void Sha256::Add(std::string_view part) {
  const auto length = LengthPrefix(part);
  const void* prefix = length.data();
  bytes_.Add({static_cast<const char*>(prefix), length.size()});
  bytes_.Add(part);
}

}  // namespace gatepost
