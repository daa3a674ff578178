#include "bench/re2_reference.h"

#include <re2/re2.h>
#include <re2/set.h>

#include <algorithm>

namespace gatepost::bench {
namespace {

// Of the set's automaton, which RE2 otherwise throws away and makes again: then it would not be
// warm.
constexpr int64_t kMaxSetBytes = int64_t{2} << 30;

re2::RE2::Options OptionsOf(int64_t max_bytes) {
  re2::RE2::Options options;
  options.set_encoding(re2::RE2::Options::EncodingLatin1);
  options.set_longest_match(true);
  options.set_log_errors(false);
  options.set_max_mem(max_bytes);
  return options;
}

size_t CountIn(const std::string& text, const re2::RE2& regex) {
  size_t count = 0;
  re2::StringPiece found;
  size_t from = 0;
  while (from <= text.size() &&
         regex.Match(text, from, text.size(), re2::RE2::UNANCHORED, &found, 1)) {
    ++count;
    from = static_cast<size_t>(found.data() - text.data()) + std::max<size_t>(found.size(), 1);
  }
  return count;
}

}  // namespace

struct Re2Reference::State {
  re2::RE2::Set set{OptionsOf(kMaxSetBytes), re2::RE2::UNANCHORED};
  std::vector<std::unique_ptr<re2::RE2>> alone;
};

Re2Reference::Re2Reference(const std::vector<FrozenRegex>& frozen)
    : state_(std::make_unique<State>()) {
  for (const FrozenRegex& each : frozen) {
    const std::string source = ToRe2(each.regex);
    state_->set.Add(source, nullptr);
    state_->alone.push_back(
        std::make_unique<re2::RE2>(source, OptionsOf(re2::RE2::Options::kDefaultMaxMem)));
  }
  state_->set.Compile();
}

Re2Reference::~Re2Reference() = default;

std::optional<size_t> Re2Reference::CountMatches(const std::vector<std::string>& texts) const {
  size_t count = 0;
  std::vector<int> which;
  for (const std::string& text : texts) {
    re2::RE2::Set::ErrorInfo error{};
    if (!state_->set.Match(text, &which, &error)) {
      if (error.kind != re2::RE2::Set::kNoError) return std::nullopt;
      continue;
    }
    for (const int regex : which)
      count += CountIn(text, *state_->alone[static_cast<size_t>(regex)]);
  }
  return count;
}

}  // namespace gatepost::bench
