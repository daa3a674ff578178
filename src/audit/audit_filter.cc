#include "audit/audit_filter.h"

namespace gatepost {

bool IsAccount(std::string_view name, std::string_view source, std::string_view account) {
  if (name == account) return true;
  return name.size() == source.size() + 1 + account.size() && name.starts_with(source) &&
         name[source.size()] == ':' && name.ends_with(account);
}

}  // namespace gatepost
