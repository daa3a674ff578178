#include "pattern/load_policy.h"

#include <string_view>
#include <utility>

#include "base/private_folder.h"
#include "pattern/default_policy.h"
#include "pattern/policy_cache.h"
#include "pattern/toml_limits.h"

namespace gatepost {

namespace {

Result<Policy> Parsed(std::string_view toml, const std::string& file_name,
                      const std::filesystem::path& cache_folder) {
  if (cache_folder.empty()) return ParsePolicy(toml, file_name);
  const auto folder = PrivateFolder::Open(cache_folder);
  if (!folder) return ParsePolicy(toml, file_name);
  const std::string key = PolicyKey(toml, file_name);
  if (auto kept = LoadKeptPolicy(*folder, key)) return kept;
  Result<Policy> policy = ParsePolicy(toml, file_name);
  if (policy) static_cast<void>(StoreKeptPolicy(*folder, key, *policy));
  return policy;
}

Result<Policy> ReadOrDefault(const std::string& path, const std::filesystem::path& cache_folder) {
  if (path.empty()) return Parsed(DefaultPolicyToml(), "default policy", cache_folder);
  const Result<std::string> content = ReadTomlFile(path);
  if (!content) return Fail(content.error());
  return Parsed(*content, path, cache_folder);
}

}  // namespace

tl::expected<Policy, std::vector<Error>> LoadPolicy(const std::string& path,
                                                    const std::vector<Pattern>& patterns,
                                                    const std::filesystem::path& cache_folder) {
  Result<Policy> policy = ReadOrDefault(path, cache_folder);
  if (!policy) return tl::unexpected(std::vector<Error>{policy.error()});
  if (!path.empty()) {
    std::vector<Error> errors = CheckPolicyAgainst(*policy, patterns);
    if (!errors.empty()) return tl::unexpected(std::move(errors));
  }
  return std::move(*policy);
}

}  // namespace gatepost
