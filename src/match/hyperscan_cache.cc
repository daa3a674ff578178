#include "match/hyperscan_cache.h"

#include <utility>

#include "base/digest.h"
#include "base/kept_file.h"
#include "match/cues.h"

namespace gatepost {
namespace {

constexpr KeptKind kKind{"gatepost-hs-3\n", ".hsdb"};

}  // namespace

std::string TriggerKey(const std::vector<Pattern>& patterns) {
  Sha256 digest;
  digest.Add(kKind.magic);
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
  const Result<SharedBytes> file = LoadKept(folder, kKind, key);
  if (!file) return Fail(file.error());
  auto table = TriggerTableFrom(file->view());
  if (!table) return DoubtKept(kKind, key, "has no table");
  auto database = HyperscanDatabase::Deserialise(file->view().substr(table->bytes));
  if (!database) return Fail(database.error());
  return TriggerDatabase{std::move(table->table), std::move(*database)};
}

Status StoreTriggers(const PrivateFolder& folder, std::string_view key,
                     const TriggerDatabase& triggers) {
  const Result<std::string> database = triggers.database.Serialise();
  if (!database) return Fail(database.error());
  return StoreKept(folder, kKind, key, ToBytes(triggers.table) + *database);
}

}  // namespace gatepost
