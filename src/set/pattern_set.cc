#include "set/pattern_set.h"

#include <map>
#include <set>
#include <utility>

#include "base/digest.h"

namespace gatepost {
namespace {

// Two folders may each be fine and still hold the same id.
std::vector<Error> DuplicateIds(const std::vector<Pattern>& patterns) {
  std::map<std::string_view, const Pattern*> seen;
  std::vector<Error> errors;
  for (const Pattern& pattern : patterns) {
    const auto [first, is_new] = seen.emplace(pattern.id, &pattern);
    if (is_new) continue;
    errors.push_back({ErrorCode::kInvalidPattern,
                      "the id \"" + pattern.id + "\" is already used by " +
                          first->second->where.ToString() + ": give this pattern another id.",
                      pattern.where});
  }
  return errors;
}

// A companion that is nowhere would be evidence silently lost: what it should raise would pass.
std::vector<Error> UnknownCompanions(const std::vector<Pattern>& patterns) {
  std::set<std::string_view> ids;
  for (const Pattern& pattern : patterns) ids.insert(pattern.id);
  std::vector<Error> errors;
  for (const Pattern& pattern : patterns) {
    for (const std::string& id : pattern.companion.patterns) {
      if (ids.contains(id)) continue;
      errors.push_back({ErrorCode::kInvalidPattern,
                        "[companion] names " + id +
                            ", which no pattern of the set is. Correct it, leave it out, or load "
                            "the folder it is in as well.",
                        pattern.companion.where});
    }
  }
  return errors;
}

}  // namespace

tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> PatternSet::Load(
    const std::vector<std::filesystem::path>& folders, const MatcherOptions& options) {
  std::vector<Error> errors;
  std::vector<Pattern> patterns;
  std::string name;
  Sha256 hash;
  for (const auto& path : folders) {
    auto folder = ReadPatternFolder(path);
    if (!folder) {
      errors.insert(errors.end(), folder.error().begin(), folder.error().end());
      continue;
    }
    name += (name.empty() ? "" : "+") + folder->name;
    hash.Add(folder->hash);
    std::move(folder->patterns.begin(), folder->patterns.end(), std::back_inserter(patterns));
  }
  if (errors.empty()) errors = DuplicateIds(patterns);
  if (errors.empty()) errors = UnknownCompanions(patterns);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  auto set = Compile(std::move(name), hash.HexDigest(), std::move(patterns), options);
  if (!set) return tl::unexpected(std::vector<Error>{set.error()});
  return *set;
}

Result<std::shared_ptr<const PatternSet>> PatternSet::Compile(std::string name, std::string hash,
                                                              std::vector<Pattern> patterns,
                                                              const MatcherOptions& options) {
  if (patterns.empty()) {
    return Fail(ErrorCode::kInvalidPattern, "the pattern set is empty: nothing could be found.");
  }
  std::shared_ptr<PatternSet> set(new PatternSet());
  set->name_ = std::move(name);
  set->hash_ = std::move(hash);
  set->patterns_ = std::move(patterns);
  auto matcher = MakeMatcher(set->patterns_, options);
  if (!matcher) return Fail(matcher.error());
  set->matcher_ = std::move(*matcher);
  return std::shared_ptr<const PatternSet>(std::move(set));
}

Result<std::vector<std::shared_ptr<const PatternSet>>> InEveryEngine(const PatternSet& set) {
  std::vector<std::shared_ptr<const PatternSet>> sets;
  for (const Engine engine : AvailableEngines()) {
    auto compiled = PatternSet::Compile(set.name(), set.hash(), set.patterns(), {.engine = engine});
    if (!compiled) return Fail(compiled.error());
    sets.push_back(std::move(*compiled));
  }
  return sets;
}

}  // namespace gatepost
