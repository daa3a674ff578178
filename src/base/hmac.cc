#include "base/hmac.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/params.h>

#include <stdexcept>
#include <string>

#include "base/length_prefix.h"

namespace gatepost {
namespace {

struct FreeMac {
  void operator()(EVP_MAC* pointer) const { EVP_MAC_free(pointer); }
};

// Only a lack of memory, or an OpenSSL that was configured without HMAC or SHA-256, can fail here.
void Need(bool is_done) {
  if (!is_done) throw std::runtime_error("OpenSSL cannot make an HMAC-SHA256");
}

const unsigned char* BytesOf(std::string_view text) {
  return static_cast<const unsigned char*>(static_cast<const void*>(text.data()));
}

}  // namespace

struct HmacSha256::State {
  struct Free {
    void operator()(EVP_MAC_CTX* pointer) const { EVP_MAC_CTX_free(pointer); }
  };
  std::unique_ptr<EVP_MAC_CTX, Free> context;
};

HmacSha256::HmacSha256(std::span<const uint8_t> key) : state_(std::make_unique<State>()) {
  const std::unique_ptr<EVP_MAC, FreeMac> mac(EVP_MAC_fetch(nullptr, OSSL_MAC_NAME_HMAC, nullptr));
  Need(mac != nullptr);
  state_->context.reset(EVP_MAC_CTX_new(mac.get()));
  Need(state_->context != nullptr);
  std::string digest = OSSL_DIGEST_NAME_SHA2_256;
  const std::array<OSSL_PARAM, 2> params = {
      OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest.data(), 0),
      OSSL_PARAM_construct_end()};
  Need(EVP_MAC_init(state_->context.get(), key.data(), key.size(), params.data()) == 1);
}
HmacSha256::~HmacSha256() = default;
HmacSha256::HmacSha256(HmacSha256&&) noexcept = default;
HmacSha256& HmacSha256::operator=(HmacSha256&&) noexcept = default;

void HmacSha256::Add(std::string_view bytes) {
  Need(EVP_MAC_update(state_->context.get(), BytesOf(bytes), bytes.size()) == 1);
}

void HmacSha256::AddPart(std::string_view part) {
  const auto length = LengthPrefix(part);
  Need(EVP_MAC_update(state_->context.get(), length.data(), length.size()) == 1);
  Add(part);
}

HmacSha256::Digest HmacSha256::Finish() {
  Digest digest{};
  size_t size = 0;
  Need(EVP_MAC_final(state_->context.get(), digest.data(), &size, digest.size()) == 1);
  // No key: the one that it has, hashed already.
  Need(EVP_MAC_init(state_->context.get(), nullptr, 0, nullptr) == 1);
  return digest;
}

}  // namespace gatepost
