#pragma once

// Texts that are meant to be slow: what triggers wait for, again and again, found or just not.

#include <cstddef>
#include <string>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost::bench {

// One file's worth of posts, made when it is asked for.
struct AdversarialText {
  std::string name;                // "uk.phone, in groups, nearly"
  std::vector<std::string> units;  // repeated in turns
  bool is_one_post = false;

  // Posts of some 480 bytes, `bytes` together; or one post of 8 MB.
  [[nodiscard]] std::vector<std::string> Posts(size_t bytes) const;
};

// Of every `step`-th variant: what its regex matches, with spaces between; the same with its last
// byte changed; in turns with the next variant's; one within the other; each behind a phrase of its
// pattern's context. And those written by hand. `prose` is what mixed posts are made of.
[[nodiscard]] std::vector<AdversarialText> AdversarialTexts(const std::vector<Pattern>& patterns,
                                                            const std::vector<std::string>& prose,
                                                            size_t step);

}  // namespace gatepost::bench
