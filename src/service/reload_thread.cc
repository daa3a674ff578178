#include "service/reload_thread.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <utility>

#include "base/system_error.h"

namespace gatepost::service {
namespace {

using std::chrono::milliseconds;

// How late a new day may be noticed; a clock that is set is noticed as late.
constexpr milliseconds kLongestWait{30'000};
constexpr milliseconds kQuiet{300};
// Files of a folder in which something always changes are looked at all the same.
constexpr milliseconds kLongestUnrest{5'000};
constexpr int kLowPriority = 5;

bool IsReadable(int descriptor, milliseconds wait) {
  pollfd wanted{descriptor, POLLIN, 0};
  return ::poll(&wanted, 1, static_cast<int>(wait.count())) > 0;
}

}  // namespace

Result<std::unique_ptr<ReloadThread>> ReloadThread::Start(Reloader& reloader, RequestLog& log,
                                                          Watching watching) {
  std::optional<FileWatch> watch;
  if (watching == Watching::kYes) {
    Result<FileWatch> opened = FileWatch::Open();
    if (!opened) return Fail(opened.error());
    watch = std::move(*opened);
  }
  FileDescriptor wakening(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!wakening.is_open()) {
    return Fail(ErrorCode::kInternal, "no reloads are possible: " + ReasonOf(errno) + ".");
  }
  return std::unique_ptr<ReloadThread>(
      new ReloadThread(reloader, log, std::move(watch), std::move(wakening)));
}

ReloadThread::ReloadThread(Reloader& reloader, RequestLog& log, std::optional<FileWatch> watch,
                           FileDescriptor wakening)
    : reloader_(reloader), log_(log), watch_(std::move(watch)), wakening_(std::move(wakening)) {
  WatchSources();
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

ReloadThread::~ReloadThread() {
  thread_.request_stop();
  Wake();
  thread_.join();
}

void ReloadThread::Ask() {
  is_asked_ = true;
  Wake();
}

void ReloadThread::Wake() {
  // It cannot fail but for 2^64 - 1 wakenings that nobody has seen: then there is one to see.
  static_cast<void>(::eventfd_write(wakening_.get(), 1));
}

void ReloadThread::Run(const std::stop_token& stop) {
  // In Linux a priority is a thread's; without a right to lower it, it stays as it is.
  static_cast<void>(::setpriority(PRIO_PROCESS, 0, kLowPriority));
  while (!stop.stop_requested()) {
    const bool may_have_changed = Wait();
    reloader_.KeepDay();
    if (is_asked_.exchange(false)) {
      reloader_.Reload(stop);
      WatchSources();
    } else if (may_have_changed) {
      Settle();
      WatchSources();  // of folders that came anew, before their files are looked at
      reloader_.ReloadIfChanged(stop);
      WatchSources();  // of a policy that names another key file
    }
  }
}

bool ReloadThread::Wait() {
  std::array<pollfd, 2> wanted = {{{wakening_.get(), POLLIN, 0}, {-1, POLLIN, 0}}};
  if (watch_) wanted[1].fd = watch_->descriptor();  // a negative one is passed over
  if (::poll(wanted.data(), wanted.size(), static_cast<int>(kLongestWait.count())) <= 0) {
    return false;
  }
  eventfd_t unused = 0;
  if (wanted[0].revents != 0) static_cast<void>(::eventfd_read(wakening_.get(), &unused));
  return wanted[1].revents != 0;
}

void ReloadThread::Settle() {
  const auto end = std::chrono::steady_clock::now() + kLongestUnrest;
  do {
    watch_->TakeEvents();
  } while (std::chrono::steady_clock::now() < end && !thread_.get_stop_token().stop_requested() &&
           IsReadable(watch_->descriptor(), kQuiet));
}

void ReloadThread::WatchSources() {
  if (!watch_) return;
  for (const Error& error : watch_->Watch(reloader_.sources())) {
    log_.TellEvent("warning", "watch", error.ToString());
  }
}

}  // namespace gatepost::service
