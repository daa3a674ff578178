#include "base/hmac.h"

#include <nettle/hmac.h>

#include <cstring>

#include "base/bytes.h"
#include "base/length_prefix.h"

namespace gatepost {

struct HmacSha256::State {
  ~State() { explicit_bzero(&context, sizeof context); }
  hmac_sha256_ctx context;
};

HmacSha256::HmacSha256(std::span<const uint8_t> key) : state_(std::make_unique<State>()) {
  hmac_sha256_set_key(&state_->context, key.size(), key.data());
}
HmacSha256::~HmacSha256() = default;
HmacSha256::HmacSha256(HmacSha256&&) noexcept = default;
HmacSha256& HmacSha256::operator=(HmacSha256&&) noexcept = default;

void HmacSha256::Add(std::string_view bytes) {
  hmac_sha256_update(&state_->context, bytes.size(), UnsignedBytes(bytes));
}

void HmacSha256::AddPart(std::string_view part) {
  const auto length = LengthPrefix(part);
  hmac_sha256_update(&state_->context, length.size(), length.data());
  Add(part);
}

HmacSha256::Digest HmacSha256::Finish() {
  Digest digest{};
  hmac_sha256_digest(&state_->context, digest.size(), digest.data());
  return digest;
}

}  // namespace gatepost
