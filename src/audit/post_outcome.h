#pragma once

// A verdict as the store keeps it.

#include <span>

#include "audit/store.h"
#include "base/post.h"
#include "judge/verdict.h"
#include "pattern/pattern.h"

namespace gatepost {

struct OutcomeOptions {
  std::span<const Pattern> patterns;
  bool keeps_text = false;
};

// Findings in their order, then the combinations that the post meets, each as a finding without a
// place whose pattern is "policy.combination" and whose name is the combination's. Problems that
// are notes are left to the caller, as are `key` and where the post was read.
[[nodiscard]] PostOutcome OutcomeOf(const Post& post, const Verdict& verdict,
                                    const OutcomeOptions& options);

}  // namespace gatepost
