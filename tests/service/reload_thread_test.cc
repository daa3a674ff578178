#include "service/reload_thread.h"

#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "folder_path.h"
#include "service/sample_service.h"

using namespace gatepost;
using namespace gatepost::service;

namespace {

// Loads of the same, counted.
class CountedLoads {
 public:
  explicit CountedLoads(std::filesystem::path source)
      : loaded_{{SampleSet(), *ParsePolicy("name = \"sample\"\n", "policy.toml"), {}},
                nullptr,
                {std::move(source)}} {}

  // Whether there were so many soon.
  bool WaitFor(int count) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::minutes(2), [&] { return count_ >= count; });
  }

 private:
  static std::shared_ptr<const PatternSet> SampleSet() {
    auto set = PatternSet::Compile("sample", "00", {SampleNumber()});
    if (!set) FAIL(set.error().ToString());
    return *set;
  }
  Loaded Next() {
    const std::lock_guard lock(mutex_);
    ++count_;
    changed_.notify_all();
    return loaded_;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  int count_ = 0;
  Loaded loaded_;
  CurrentGate gate_{std::make_shared<const Gate>(loaded_.parts)};
  ReloadState state_;
  Metrics metrics_;

 public:
  RequestLog log{-1, LogRequests::kNone};
  Reloader reloader{{.load = [this] { return Next(); },
                     .now = [] { return Time(); },
                     .renew_others = {},
                     .others = {},
                     .gate = gate_,
                     .tokens = nullptr,
                     .state = state_,
                     .metrics = metrics_,
                     .log = log},
                    loaded_};
};

}  // namespace

TEST_CASE("a reload comes when it is asked for, and when a file has changed",
          "[service][reload_thread]") {
  const FolderPath folder("reload_thread");
  std::filesystem::create_directories(folder.path());
  CountedLoads loads(folder.path() / "policy.toml");
  const auto thread = ReloadThread::Start(loads.reloader, loads.log, ReloadThread::Watching::kYes);
  REQUIRE(thread.has_value());
  (*thread)->Ask();
  CHECK(loads.WaitFor(1));
  std::ofstream(folder.path() / "policy.toml") << "name";
  CHECK(loads.WaitFor(2));
}
