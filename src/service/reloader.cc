#include "service/reloader.h"

#include <utility>

#include "service/file_watch.h"
#include "tune/pattern_proof.h"

namespace gatepost::service {
namespace {

constexpr size_t kMaxErrors = 20;
// A set is of some dozens of bytes here; who changes sets more often proves some of them again.
constexpr size_t kMaxProven = 1000;

std::vector<std::string> TextsOf(const std::vector<Error>& errors) {
  std::vector<std::string> texts;
  for (const Error& error : errors) texts.push_back(error.ToString());
  return texts;
}

std::chrono::sys_days DayOf(Time time) { return std::chrono::floor<std::chrono::days>(time); }

}  // namespace

Reloader::Reloader(ReloaderParts parts, Loaded first)
    : parts_(std::move(parts)), loaded_(std::move(first)), stamp_(StampOf(sources())) {
  proven_.insert(loaded_.parts.set->hash());
}

std::vector<std::filesystem::path> Reloader::sources() const {
  std::vector<std::filesystem::path> all = loaded_.sources;
  all.insert(all.end(), parts_.others.begin(), parts_.others.end());
  return all;
}

void Reloader::ReloadIfChanged(const std::stop_token& stop) {
  if (StampOf(sources()) != stamp_) Reload(stop);
}

void Reloader::Reload(const std::stop_token& stop) {
  stamp_ = StampOf(sources());  // before they are read: a change from now on is seen later
  tl::expected<Loaded, std::vector<Error>> loaded = parts_.load();
  if (!loaded) return Refuse(TextsOf(loaded.error()));
  std::vector<std::string> faults = FaultsOf(loaded->parts.set, stop);
  if (stop.stop_requested()) return;
  if (!faults.empty()) return Refuse(std::move(faults));
  if (parts_.renew_others) {
    if (const Status status = parts_.renew_others(); !status) {
      return Refuse({status.error().ToString()});
    }
  }
  Take(std::move(*loaded));
}

std::vector<std::string> Reloader::FaultsOf(const std::shared_ptr<const PatternSet>& set,
                                            const std::stop_token& stop) const {
  std::vector<std::string> faults;
  if (proven_.contains(set->hash())) return faults;
  const EngineSets sets = {set};  // in the engine that is to serve
  for (size_t i = 0; i < set->patterns().size() && !stop.stop_requested(); ++i) {
    const PatternTestResult result = TestPattern(sets, PatternIndex(i), DayOf(parts_.now()));
    for (const TestFailure& failure : result.failures) {
      faults.push_back(failure.where.ToString() + ": " + result.pattern +
                       " fails its own tests. 'gatepost patterns test " + result.pattern +
                       "' says how.");
      break;  // one for each pattern
    }
  }
  return faults;
}

void Reloader::Take(Loaded loaded) {
  loaded.parts.options.as_of = DayOf(parts_.now());
  parts_.gate.Replace(std::make_shared<const Gate>(loaded.parts));
  if (parts_.tokens != nullptr) parts_.tokens->Replace(loaded.tokens);
  if (proven_.size() >= kMaxProven) proven_.clear();
  proven_.insert(loaded.parts.set->hash());
  loaded_ = std::move(loaded);
  parts_.state.Set({.was_taken = true, .at = parts_.now(), .errors = {}});
  parts_.metrics.CountReload(true);
  parts_.log.TellEvent("info", "reload", "now serving with " + NameOf(loaded_.parts));
}

void Reloader::Refuse(std::vector<std::string> errors) {
  if (errors.size() > kMaxErrors) {
    const size_t more = errors.size() - kMaxErrors;
    errors.resize(kMaxErrors);
    errors.push_back("… and " + std::to_string(more) + " more.");
  }
  // The log comes last: who has read it finds the rest in agreement.
  parts_.state.Set({.was_taken = false, .at = parts_.now(), .errors = errors});
  parts_.metrics.CountReload(false);
  for (const std::string& error : errors) parts_.log.TellEvent("error", "reload", error);
  parts_.log.TellEvent(
      "error", "reload",
      "not taken, for what is said above; still serving with " + NameOf(loaded_.parts));
}

void Reloader::KeepDay() {
  const std::chrono::sys_days today = DayOf(parts_.now());
  if (loaded_.parts.options.as_of == today) return;
  loaded_.parts.options.as_of = today;
  parts_.gate.Replace(std::make_shared<const Gate>(loaded_.parts));
}

std::string NameOf(const ScanParts& parts) {
  return "patterns " + parts.set->name() + " " + parts.set->hash().substr(0, 8) + " and policy \"" +
         parts.policy.name + "\"";
}

}  // namespace gatepost::service
