#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <new>

#include "base/hex.h"
#include "base/length_prefix.h"

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
  const auto length = LengthPrefix(part);
  EVP_DigestUpdate(state_->context.get(), length.data(), length.size());
  EVP_DigestUpdate(state_->context.get(), part.data(), part.size());
}

std::string Sha256::HexDigest() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size);
  return HexText({digest.data(), size});
}

}  // namespace gatepost
