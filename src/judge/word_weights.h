#pragma once

// What the phrases around a match say together.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "judge/phrases_around.h"
#include "pattern/pattern.h"

namespace gatepost {

// The weights of one pattern, made for looking many phrases up. Const, shared by all workers;
// borrows the weights.
class WordWeights {
 public:
  explicit WordWeights(const Weights& weights);

  struct Sum {
    int points = 0;
    std::string strongest;  // the phrases that say most of it: "our * | bin"
  };
  [[nodiscard]] Sum Of(const PhrasesAround& phrases) const;

 private:
  // nullptr if it has none.
  [[nodiscard]] const Weight* Find(std::span<const Word> phrase) const;

  std::unordered_map<uint64_t, const Weight*> by_hash_;  // of the phrase's words
};

}  // namespace gatepost
