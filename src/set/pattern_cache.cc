#include "set/pattern_cache.h"

#include <utility>

#include "base/bytes.h"
#include "base/digest.h"
#include "base/kept_file.h"
#include "pattern/kept_bytes.h"

namespace gatepost {
namespace {

constexpr KeptKind kKind{"gatepost-patterns-4\n", ".patterns"};

}  // namespace

std::string PatternKey(const std::vector<FolderStamp>& folders) {
  Sha256 digest;
  digest.Add(kKind.magic);
  digest.Add(GATEPOST_PATTERN_CODE);
  for (const FolderStamp& folder : folders) digest.Add(folder.text);
  return digest.HexDigest();
}

Result<KeptPatterns> LoadKeptPatterns(const PrivateFolder& folder, std::string_view key) {
  const Result<SharedBytes> file = LoadKept(folder, kKind, key);
  if (!file) return Fail(file.error());
  const std::string_view bytes = file->view();
  ByteReader reader(bytes);
  KeptPatterns kept;
  kept.name = reader.String();
  kept.hash = reader.String();
  auto patterns = PatternsFrom(file->Part(bytes.substr(bytes.size() - reader.left())));
  if (!patterns) return DoubtKept(kKind, key, "has no patterns");
  kept.patterns = std::move(*patterns);
  return kept;
}

Status StoreKeptPatterns(const PrivateFolder& folder, std::string_view key,
                         const KeptPatterns& kept) {
  std::string bytes;
  AppendString(kept.name, bytes);
  AppendString(kept.hash, bytes);
  return StoreKept(folder, kKind, key, bytes + ToBytes(kept.patterns));
}

}  // namespace gatepost
