#pragma once

// Loads again what a service goes by, and puts it to use only if it is fit for it.
//
//   Reloader reloader({.load = load, .gate = current, …}, first);
//   reloader.ReloadIfChanged();   // when files may have changed; not on a thread that answers

#include <filesystem>
#include <functional>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "base/post.h"
#include "base/result.h"
#include "scan/scan_parts.h"
#include "service/gate.h"
#include "service/metrics.h"
#include "service/reloading.h"
#include "service/request_log.h"
#include "service/token_book.h"

namespace gatepost::service {

// What a service goes by, as it stands in files.
struct Loaded {
  ScanParts parts;                             // with the proofs of the patterns, but for the first
  std::shared_ptr<const TokenBook> tokens;     // nullptr: it has none
  std::vector<std::filesystem::path> sources;  // the files and folders that all of it came from
};
// For people: "patterns uk 0123abcd and policy "council"".
[[nodiscard]] std::string NameOf(const ScanParts& parts);
using Load = std::function<tl::expected<Loaded, std::vector<Error>>()>;

// Borrowed but for the functions; all of it thread-safe.
struct ReloaderParts {
  Load load;
  std::function<Time()> now;
  // Takes up what else is kept in files, and in `others`: the certificate. May be empty.
  std::function<Status()> renew_others;
  std::vector<std::filesystem::path> others;
  CurrentGate& gate;
  CurrentTokens* tokens;  // nullptr where the service has none
  ReloadState& state;
  Metrics& metrics;
  RequestLog& log;
};

// One thread at a time.
class Reloader {
 public:
  // `first` is in use already.
  Reloader(ReloaderParts parts, Loaded first);

  // Loads all of it, and has a set of patterns that is new pass its own tests: what serves is
  // replaced if all is well, and goes on if not. `state`, `metrics` and `log` are told which.
  // Given up without a word if a stop is asked for.
  void Reload(const std::stop_token& stop = {});
  // The same if a source has changed since the last time.
  void ReloadIfChanged(const std::stop_token& stop = {});
  // Takes up the day, if another has begun: official contacts are valid from day to day.
  void KeepDay();

  // What to watch.
  [[nodiscard]] std::vector<std::filesystem::path> sources() const;

 private:
  // What is wrong with it, by its own tests.
  [[nodiscard]] std::vector<std::string> FaultsOf(const std::shared_ptr<const PatternSet>& set,
                                                  const std::stop_token& stop) const;
  void Take(Loaded loaded);
  void Refuse(std::vector<std::string> errors);

  ReloaderParts parts_;
  Loaded loaded_;
  std::string stamp_;
  std::set<std::string, std::less<>> proven_;  // hashes of sets that serve or have passed
};

}  // namespace gatepost::service
