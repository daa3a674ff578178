#pragma once

// What a scanner made of RE2 alone does: one set says which regexes match in a text, then each of
// those is searched for until the text has no more.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "bench/frozen_regexes.h"

namespace gatepost::bench {

class Re2Reference {
 public:
  explicit Re2Reference(const std::vector<FrozenRegex>& frozen);
  ~Re2Reference();

  // The matches in all texts; nullopt if RE2 runs out of the memory that it may use.
  [[nodiscard]] std::optional<size_t> CountMatches(const std::vector<std::string>& texts) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gatepost::bench
