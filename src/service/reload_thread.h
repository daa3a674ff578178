#pragma once

// When a service reloads: on request, when its files have changed, and when a day begins.

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

#include "base/result.h"
#include "http/file_descriptor.h"
#include "service/file_watch.h"
#include "service/reloader.h"

namespace gatepost::service {

// A thread of low priority, so that testing patterns does not hold up answers. Borrows the reloader
// and the log; stops a reload that is under way at its end.
class ReloadThread {
 public:
  enum class Watching : uint8_t { kNo, kYes };
  // Fails as FileWatch::Open.
  [[nodiscard]] static Result<std::unique_ptr<ReloadThread>> Start(Reloader& reloader,
                                                                   RequestLog& log,
                                                                   Watching watching);
  ~ReloadThread();
  ReloadThread(const ReloadThread&) = delete;
  ReloadThread& operator=(const ReloadThread&) = delete;

  // Reloads soon, whether anything has changed or not. Thread-safe.
  void Ask();

 private:
  ReloadThread(Reloader& reloader, RequestLog& log, std::optional<FileWatch> watch,
               FileDescriptor wakening);
  void Run(const std::stop_token& stop);
  // Waits for whatever comes first; whether the files may have changed.
  bool Wait();
  // A change is seldom alone: waits until nothing has changed for a while.
  void Settle();
  void WatchSources();
  void Wake();

  Reloader& reloader_;
  RequestLog& log_;
  std::optional<FileWatch> watch_;
  FileDescriptor wakening_;
  std::atomic<bool> is_asked_ = false;
  std::jthread thread_;
};

}  // namespace gatepost::service
