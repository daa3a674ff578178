#pragma once

// The signals that a service is spoken to with.

#include <csignal>
#include <cstdint>

namespace gatepost {

// While one of these is alive, SIGTERM, SIGINT and SIGHUP wait for Next, in the thread that made it
// and in those that are started from there; SIGPIPE is ignored for good. Make it before any thread.
class ServiceSignals {
 public:
  ServiceSignals();
  ~ServiceSignals();
  ServiceSignals(const ServiceSignals&) = delete;
  ServiceSignals& operator=(const ServiceSignals&) = delete;

  enum class Wish : uint8_t { kReload, kStop };
  // Waits for one.
  [[nodiscard]] Wish Next() const;
  // From now on SIGTERM and SIGINT end the program at once.
  void LetEnd();

 private:
  sigset_t awaited_{};
  sigset_t old_{};
};

}  // namespace gatepost
