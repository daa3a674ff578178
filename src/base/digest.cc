#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <cstdint>
#include <new>

namespace gatepost {

struct Sha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* pointer) const { EVP_MD_CTX_free(pointer); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  // SHA-256 is built into every OpenSSL; only memory can be wanting here.
  if (!state_->context || EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) != 1) {
    throw std::bad_alloc();
  }
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::Add(std::string_view part) {
  std::array<unsigned char, 8> size{};
  for (size_t i = 0; i < size.size(); ++i) {
    size[i] = static_cast<unsigned char>(uint64_t{part.size()} >> (8 * i));
  }
  EVP_DigestUpdate(state_->context.get(), size.data(), size.size());
  EVP_DigestUpdate(state_->context.get(), part.data(), part.size());
}

std::string Sha256::HexDigest() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size);
  std::string hex;
  for (unsigned int i = 0; i < size; ++i) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    hex += kDigits[digest[i] >> 4];
    hex += kDigits[digest[i] & 15];
  }
  return hex;
}

}  // namespace gatepost
