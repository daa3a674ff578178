#pragma once

// Posts to measure speed on: real English sentences with what posts have around them, made from a
// seed, the same bytes each time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "pattern/pattern.h"

namespace gatepost::bench {

// What the posts of a corpus are written in.
enum class Script : uint8_t {
  kAscii,
  kMixed,  // a quarter of the posts has letters or signs that are not ASCII
  kHeavy,  // nearly all are written in letters that are not ASCII
};

struct CorpusRequest {
  Script script = Script::kAscii;
  size_t text_bytes = 100'000'000;
  uint64_t seed = 20240101;
};

struct Corpus {
  std::string name;                // "ASCII"
  std::vector<std::string> texts;  // one a post
  size_t text_bytes = 0;
};

// `sentences` is not empty. Three posts in a hundred end with an example of a pattern; the others
// have the hashtags, handles, links, dates, times and prices that posts have.
[[nodiscard]] Corpus MakeCorpus(const CorpusRequest& request,
                                const std::vector<std::string>& sentences,
                                const std::vector<Pattern>& patterns);

// A line of JSON for each post: id, account, published, language and text; one in twenty writes
// what is not ASCII as \u escapes.
[[nodiscard]] std::string ToJsonl(const Corpus& corpus);

}  // namespace gatepost::bench
