#pragma once

// Options whose values are words or sizes, with messages that say what may stand there.

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gatepost {

struct OptionText {
  std::string name;  // "-f,--format"
  std::string help;
};

// An option that is one of `words`, which its help and the completions show; `choose` is told
// which.
CLI::Option* AddWordOption(CLI::App& command, const OptionText& text,
                           const std::vector<std::string>& words,
                           const std::function<void(size_t)>& choose);

template <class Value>
using Choices = std::vector<std::pair<std::string, Value>>;

// An option that is one of some words; `target` is set to the chosen one's value.
template <class Value>
CLI::Option* AddChoice(CLI::App& command, const OptionText& text, Value& target,
                       const Choices<Value>& choices) {
  std::vector<std::string> words;
  for (const auto& [word, value] : choices) words.push_back(word);
  const auto choose = [&target, choices](size_t which) { target = choices[which].second; };
  return AddWordOption(command, text, words, choose);
}

// "16MiB", "64k" or a number of bytes, from 1 byte to `max_bytes`; kUsage otherwise.
inline constexpr uint64_t kMaxSize = 1 << 30;
[[nodiscard]] Result<uint64_t> ParseSize(const std::string& text, uint64_t max_bytes = kMaxSize);

}  // namespace gatepost
