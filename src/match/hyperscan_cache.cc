#include "match/hyperscan_cache.h"

#include <cstddef>
#include <utility>

#include "base/digest.h"
#include "match/cues.h"

namespace gatepost {
namespace {

// A file is this, the key, the digest of all that follows: the table, then the database.
constexpr std::string_view kMagic = "gatepost-hs-2\n";
constexpr std::string_view kSuffix = ".hsdb";
constexpr size_t kDigestDigits = 64;
constexpr size_t kKeyDigitsInName = 16;
constexpr uint64_t kMaxFileBytes = 64 << 20;
// Enough for a few sets in turn; a set that is being edited makes a new key with each change.
constexpr size_t kKept = 8;

std::string FileName(std::string_view key) {
  return std::string(key.substr(0, kKeyDigitsInName)).append(kSuffix);
}

std::string DigestOf(std::string_view bytes) {
  Sha256 digest;
  digest.Add(bytes);
  return digest.HexDigest();
}

tl::unexpected<Error> Doubt(std::string_view key, const std::string& what) {
  return Fail(ErrorCode::kSyntax, "what is kept " + what + ".", {FileName(key), 0, 0});
}

}  // namespace

std::string TriggerKey(const std::vector<Pattern>& patterns) {
  Sha256 digest;
  digest.Add(kMagic);
  digest.Add(GATEPOST_TRIGGER_CODE);
  digest.Add(HyperscanDatabase::LibraryVersion());
  for (const Pattern& pattern : patterns) {
    const Cues cues(pattern);
    for (const std::string& cue : cues.words()) {
      digest.Add("cue");
      digest.Add(cue);
    }
    for (const Variant& variant : pattern.variants) {
      digest.Add(variant.regex.is_case_sensitive() ? "case" : "any case");
      digest.Add(variant.regex.source());
    }
  }
  return digest.HexDigest();
}

Result<TriggerDatabase> LoadTriggers(const PrivateFolder& folder, std::string_view key) {
  const Result<std::string> file = folder.Read(FileName(key), kMaxFileBytes);
  if (!file) return Fail(file.error());
  const std::string expected = std::string(kMagic).append(key);
  if (!file->starts_with(expected)) return Doubt(key, "is not the one of these patterns");
  const std::string_view rest = std::string_view(*file).substr(expected.size());
  if (rest.size() < kDigestDigits) return Doubt(key, "is cut off");
  const std::string_view bytes = rest.substr(kDigestDigits);
  if (rest.substr(0, kDigestDigits) != DigestOf(bytes)) return Doubt(key, "is damaged");
  auto table = TriggerTableFrom(bytes);
  if (!table) return Doubt(key, "has no table");
  auto database = HyperscanDatabase::Deserialise(bytes.substr(table->bytes));
  if (!database) return Fail(database.error());
  return TriggerDatabase{std::move(table->table), std::move(*database)};
}

Status StoreTriggers(const PrivateFolder& folder, std::string_view key,
                     const TriggerDatabase& triggers) {
  const Result<std::string> database = triggers.database.Serialise();
  if (!database) return Fail(database.error());
  const std::string bytes = ToBytes(triggers.table) + *database;
  const std::string content = std::string(kMagic).append(key).append(DigestOf(bytes)).append(bytes);
  if (Status written = folder.Write(FileName(key), content); !written) return written;
  return folder.KeepNewest(kSuffix, kKept);
}

}  // namespace gatepost
