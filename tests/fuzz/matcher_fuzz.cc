// Any bytes, as the texts of one batch with a NUL between them, give the same matches in every
// engine, each within its text.

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "set/pattern_set.h"
#include "text/skeletoniser.h"

namespace {

using namespace gatepost;

void Require(bool holds) {
  if (!holds) __builtin_trap();
}

// The bundled patterns in one engine.
struct EngineUnderTest {
  std::shared_ptr<const PatternSet> set;
  std::unique_ptr<Matcher::Scratch> scratch;
};

std::vector<EngineUnderTest> Engines() {
  const auto set =
      PatternSet::Load({std::filesystem::path(GATEPOST_SOURCE_DIR) / "patterns" / "uk"});
  Require(set.has_value());
  const auto sets = InEveryEngine(**set);
  Require(sets.has_value());
  std::vector<EngineUnderTest> engines;
  for (const auto& each : *sets) engines.push_back({each, each->matcher().NewScratch()});
  return engines;
}

void Fill(std::string_view bytes, SkeletonBatch& batch) {
  for (;;) {
    const std::string_view text = bytes.substr(0, bytes.find('\0'));
    batch.AddPlain(PostIndex(0), FieldIndex(0), text);
    if (text.size() == bytes.size()) return;
    bytes.remove_prefix(text.size() + 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const std::vector<EngineUnderTest> engines = Engines();
  SkeletonBatch batch;
  Fill({reinterpret_cast<const char*>(data), size}, batch);
  MatchList expected;
  for (const EngineUnderTest& engine : engines) {
    MatchList matches;
    Require(engine.set->matcher().FindMatches(batch, *engine.scratch, matches).has_value());
    for (const Match& match : matches) {
      Require(match.span.begin < match.span.end);
      Require(match.span.end <= batch[match.skeleton].text().size());
    }
    if (&engine == &engines.front()) expected = matches;
    Require(matches == expected);
  }
  return 0;
}
