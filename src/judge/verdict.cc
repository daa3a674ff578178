#include "judge/verdict.h"

namespace gatepost {

std::string_view Verdict::word() const {
  if (action == Action::kBlock) return NameOf(action);
  return is_complete ? NameOf(action) : "incomplete";
}

}  // namespace gatepost
