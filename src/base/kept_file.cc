#include "base/kept_file.h"

#define XXH_INLINE_ALL  // its header is all of it
#include <xxhash.h>

#include <cstdint>

#include "base/hex.h"

namespace gatepost {
namespace {

constexpr size_t kKeyDigitsInName = 16;
constexpr uint64_t kMaxFileBytes = 64 << 20;

std::string FileName(const KeptKind& kind, std::string_view key) {
  return std::string(key.substr(0, kKeyDigitsInName)).append(kind.suffix);
}

// Nobody else can write there: it is damage that is to be seen, in a tenth of the time of SHA-256.
std::string DigestOf(std::string_view bytes) {
  XXH128_canonical_t digest;
  XXH128_canonicalFromHash(&digest, XXH3_128bits(bytes.data(), bytes.size()));
  return HexText(digest.digest);
}

}  // namespace

Result<SharedBytes> LoadKept(const PrivateFolder& folder, const KeptKind& kind,
                             std::string_view key) {
  const Result<SharedBytes> file = folder.Read(FileName(kind, key), kMaxFileBytes);
  if (!file) return Fail(file.error());
  const std::string expected = std::string(kind.magic).append(key);
  if (!file->view().starts_with(expected)) return DoubtKept(kind, key, "is another one");
  const std::string_view rest = file->view().substr(expected.size());
  if (rest.size() < kKeptDigestDigits) return DoubtKept(kind, key, "is cut off");
  const std::string_view bytes = rest.substr(kKeptDigestDigits);
  if (rest.substr(0, kKeptDigestDigits) != DigestOf(bytes))
    return DoubtKept(kind, key, "is damaged");
  return file->Part(bytes);
}

Status StoreKept(const PrivateFolder& folder, const KeptKind& kind, std::string_view key,
                 std::string_view bytes) {
  const std::string content =
      std::string(kind.magic).append(key).append(DigestOf(bytes)).append(bytes);
  if (Status written = folder.Write(FileName(kind, key), content); !written) return written;
  return folder.KeepNewest(kind.suffix, kind.newest);
}

tl::unexpected<Error> DoubtKept(const KeptKind& kind, std::string_view key,
                                const std::string& what) {
  return Fail(ErrorCode::kSyntax, "what is kept " + what + ".", {FileName(kind, key), 0, 0});
}

}  // namespace gatepost
