#pragma once

// Files of a private folder that are kept under a key, with a digest over all of their bytes: a
// file of another key, or with any bit changed, is not taken.

#include <cstddef>
#include <string>
#include <string_view>

#include "base/private_folder.h"
#include "base/result.h"
#include "base/shared_bytes.h"

namespace gatepost {

// What one kind of file is called and begins with.
struct KeptKind {
  std::string_view magic;   // "gatepost-hs-1\n": another one for each change of what follows it
  std::string_view suffix;  // ".hsdb"
  size_t newest = 8;        // so many are kept: enough for a few sets in turn
};

// A file is the magic, the key, the digest of what is kept, and that, which begins so many bytes
// into it.
inline constexpr size_t kKeptKeyDigits = 64;
inline constexpr size_t kKeptDigestDigits = 32;
constexpr size_t KeptOffset(const KeptKind& kind) {
  return kind.magic.size() + kKeptKeyDigits + kKeptDigestDigits;
}

// What is kept under `key`, 64 hex digits; kUnreadable if nothing is, kSyntax if it is not what was
// kept, kTooLarge if no file of ours.
[[nodiscard]] Result<SharedBytes> LoadKept(const PrivateFolder& folder, const KeptKind& kind,
                                           std::string_view key);

// Keeps the bytes, and of all files of that kind only the newest few.
[[nodiscard]] Status StoreKept(const PrivateFolder& folder, const KeptKind& kind,
                               std::string_view key, std::string_view bytes);

// Says of what is kept under `key` why it is not used.
[[nodiscard]] tl::unexpected<Error> DoubtKept(const KeptKind& kind, std::string_view key,
                                              const std::string& what);

}  // namespace gatepost
