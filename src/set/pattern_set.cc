#include "set/pattern_set.h"

#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/digest.h"
#include "set/pattern_cache.h"

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

template <class T>
using AllErrorsOr = tl::expected<T, std::vector<Error>>;

void AddTo(std::vector<Error>& errors, const std::vector<Error>& more) {
  errors.insert(errors.end(), more.begin(), more.end());
}

struct Sources {
  std::vector<PatternSources> folders;
  std::vector<Error> errors;  // of folders that could not be read
};

Sources ReadSources(const std::vector<std::filesystem::path>& folders) {
  Sources all;
  for (const auto& folder : folders) {
    auto sources = ReadPatternSources(folder);
    if (sources) {
      all.folders.push_back(std::move(*sources));
    } else {
      all.errors.push_back(sources.error());
    }
  }
  return all;
}

// `errors` are those of folders that could not be read at all.
AllErrorsOr<KeptPatterns> Parse(const std::vector<PatternSources>& folders,
                                std::vector<Error> errors) {
  KeptPatterns whole;
  Sha256 hash;
  for (const PatternSources& sources : folders) {
    auto folder = ParsePatternFolder(sources);
    if (!folder) {
      AddTo(errors, folder.error());
      continue;
    }
    whole.name += (whole.name.empty() ? "" : "+") + folder->name;
    hash.Add(folder->hash);
    std::move(folder->patterns.begin(), folder->patterns.end(), std::back_inserter(whole.patterns));
  }
  if (errors.empty()) errors = DuplicateIds(whole.patterns);
  if (errors.empty()) errors = UnknownCompanions(whole.patterns);
  if (!errors.empty()) return tl::unexpected(std::move(errors));
  whole.hash = hash.HexDigest();
  return whole;
}

AllErrorsOr<std::shared_ptr<const PatternSet>> Compiled(KeptPatterns whole,
                                                        const MatcherOptions& options) {
  auto set = PatternSet::Compile(std::move(whole.name), std::move(whole.hash),
                                 std::move(whole.patterns), options);
  if (!set) return tl::unexpected(std::vector<Error>{set.error()});
  return *set;
}

// What the file system says of a set's files.
struct FilesNow {
  std::string key;
  bool are_settled = false;  // they have been as they are for some time
};
std::optional<FilesNow> LookAtFiles(const std::vector<std::filesystem::path>& folders,
                                    std::chrono::seconds settling_time) {
  const auto now = std::chrono::system_clock::now();
  std::vector<FolderStamp> stamps;
  bool are_settled = true;
  for (const auto& folder : folders) {
    auto stamp = StampOf(folder);
    if (!stamp) return std::nullopt;
    are_settled &= stamp->last_change + settling_time <= now;
    stamps.push_back(std::move(*stamp));
  }
  return FilesNow{PatternKey(stamps), are_settled};
}

// Where a set is kept. What goes wrong with it costs time, and is no error.
struct Cache {
  PrivateFolder folder;
  FilesNow files;  // before they are read
};
std::optional<Cache> CacheOf(const std::vector<std::filesystem::path>& folders,
                             const LoadOptions& options) {
  if (options.needs_proofs || options.cache_folder.empty()) return std::nullopt;
  auto folder = PrivateFolder::Open(options.cache_folder, options.cache_reading);
  auto files = LookAtFiles(folders, options.settling_time);
  if (!folder || !files) return std::nullopt;
  return Cache{std::move(*folder), std::move(*files)};
}

// Keeps a set that was read after the cache was looked for, unless its files may be others than
// they were then: a folder may have been put in another's place meanwhile.
void Keep(const PatternSet& set, const std::vector<std::filesystem::path>& folders,
          const LoadOptions& options, const Cache& cache) {
  if (!cache.files.are_settled) return;
  const auto files = LookAtFiles(folders, options.settling_time);
  if (!files || files->key != cache.files.key) return;
  const KeptPatterns kept{set.name(), set.hash(), set.patterns()};
  static_cast<void>(StoreKeptPatterns(cache.folder, cache.files.key, kept));
}

}  // namespace

tl::expected<std::shared_ptr<const PatternSet>, std::vector<Error>> PatternSet::Load(
    const std::vector<std::filesystem::path>& folders, const LoadOptions& options) {
  MatcherOptions matcher{options.engine, options.cache_folder, options.cache_reading};
  const std::optional<Cache> cache = CacheOf(folders, options);
  if (cache) {
    if (auto kept = LoadKeptPatterns(cache->folder, cache->files.key)) {
      matcher.regexes_are_known = true;
      return Compiled(std::move(*kept), matcher);
    }
  }
  const Sources sources = ReadSources(folders);
  auto parsed = Parse(sources.folders, sources.errors);
  if (!parsed) return tl::unexpected(std::move(parsed.error()));
  auto set = Compiled(std::move(*parsed), matcher);
  if (set && cache) Keep(**set, folders, options, *cache);
  return set;
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
