#include "base/digest.h"

#include <openssl/evp.h>

#include <array>
#include <new>

#include "base/hex.h"
#include "base/length_prefix.h"

namespace gatepost {

namespace {

// Looked up once, for good: each time EVP_sha256() is used OpenSSL looks for it again, which takes
// longer than to hash a token.
const EVP_MD* HashKind() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched == nullptr ? EVP_sha256() : fetched;
}

}  // namespace

struct ByteSha256::State {
  struct Free {
    void operator()(EVP_MD_CTX* pointer) const { EVP_MD_CTX_free(pointer); }
  };
  std::unique_ptr<EVP_MD_CTX, Free> context{EVP_MD_CTX_new()};
};

ByteSha256::ByteSha256() : state_(std::make_unique<State>()) {
  // SHA-256 is built into every OpenSSL; only memory can be wanting here.
  if (!state_->context || EVP_DigestInit_ex(state_->context.get(), HashKind(), nullptr) != 1) {
    throw std::bad_alloc();
  }
}
ByteSha256::~ByteSha256() = default;
ByteSha256::ByteSha256(ByteSha256&&) noexcept = default;
ByteSha256& ByteSha256::operator=(ByteSha256&&) noexcept = default;

void ByteSha256::Add(std::string_view bytes) {
  EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size());
}

std::string ByteSha256::HexDigest() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size);
  return HexText({digest.data(), size});
}

void Sha256::Add(std::string_view part) {
  const auto length = LengthPrefix(part);
  const void* prefix = length.data();
  bytes_.Add({static_cast<const char*>(prefix), length.size()});
  bytes_.Add(part);
}

}  // namespace gatepost
