#pragma once

// What the phrases around a match say together.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "judge/phrases_around.h"
#include "judge/word_index.h"
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
  struct Ranked {
    const Weight* weight = nullptr;
    std::optional<PostKind> kind;  // whose word the phrase begins with
    std::string_view words;        // the phrase without it
  };

  std::vector<Ranked> ranked_;  // in the order of their phrases
  WordIndex by_hash_;           // of a phrase's words, places in ranked_
};

}  // namespace gatepost
