#include "pattern/policy_cache.h"

#include <utility>

#include "base/digest.h"
#include "base/kept_file.h"
#include "pattern/kept_bytes.h"

namespace gatepost {
namespace {

// One for each policy that is used in turn: they are small.
constexpr KeptKind kKind{"gatepost-policy-1\n", ".policy", 64};

}  // namespace

std::string PolicyKey(std::string_view toml, std::string_view file_name) {
  Sha256 digest;
  for (const std::string_view each :
       {kKind.magic, std::string_view(GATEPOST_POLICY_CODE), file_name, toml}) {
    digest.Add(std::to_string(each.size()));
    digest.Add(each);
  }
  return digest.HexDigest();
}

Result<Policy> LoadKeptPolicy(const PrivateFolder& folder, std::string_view key) {
  const Result<SharedBytes> file = LoadKept(folder, kKind, key);
  if (!file) return Fail(file.error());
  auto policy = PolicyFrom(*file);
  if (!policy) return DoubtKept(kKind, key, "has no policy");
  return std::move(*policy);
}

Status StoreKeptPolicy(const PrivateFolder& folder, std::string_view key, const Policy& policy) {
  return StoreKept(folder, kKind, key, ToBytes(policy));
}

}  // namespace gatepost
