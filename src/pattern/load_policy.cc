#include "pattern/load_policy.h"

#include <utility>

#include "pattern/default_policy.h"

namespace gatepost {

tl::expected<Policy, std::vector<Error>> LoadPolicy(const std::string& path,
                                                    const std::vector<Pattern>& patterns) {
  Result<Policy> policy =
      path.empty() ? ParsePolicy(DefaultPolicyToml(), "default policy") : ReadPolicy(path);
  if (!policy) return tl::unexpected(std::vector<Error>{policy.error()});
  if (!path.empty()) {
    std::vector<Error> errors = CheckPolicyAgainst(*policy, patterns);
    if (!errors.empty()) return tl::unexpected(std::move(errors));
  }
  return std::move(*policy);
}

}  // namespace gatepost
