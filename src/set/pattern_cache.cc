#include "set/pattern_cache.h"

#include <utility>

#include "base/bytes.h"
#include "base/digest.h"
#include "base/kept_file.h"
#include "pattern/pattern_bytes.h"

namespace gatepost {
namespace {

constexpr KeptKind kKind{"gatepost-patterns-3\n", ".patterns"};

}  // namespace

Result<std::string> PatternKey(const std::vector<PatternSources>& folders) {
  Sha256 digest;
  digest.Add(kKind.magic);
  digest.Add(GATEPOST_PATTERN_CODE);
  for (const PatternSources& folder : folders) {
    const auto its = DigestOf(folder);
    if (!its) return Fail(its.error());
    digest.Add(*its);
  }
  return digest.HexDigest();
}

Result<KeptPatterns> LoadKeptPatterns(const PrivateFolder& folder, std::string_view key) {
  const Result<KeptFile> file = LoadKept(folder, kKind, key);
  if (!file) return Fail(file.error());
  const std::string_view bytes = file->bytes();
  ByteReader reader(bytes);
  KeptPatterns kept;
  kept.name = reader.String();
  kept.hash = reader.String();
  auto patterns = PatternsFrom(bytes.substr(bytes.size() - reader.left()));
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
