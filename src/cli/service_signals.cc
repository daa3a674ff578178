#include "cli/service_signals.h"

#include <pthread.h>

#include <initializer_list>

namespace gatepost {

ServiceSignals::ServiceSignals() {
  ::signal(SIGPIPE, SIG_IGN);
  ::sigemptyset(&awaited_);
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) ::sigaddset(&awaited_, signal);
  ::pthread_sigmask(SIG_BLOCK, &awaited_, &old_);
}

ServiceSignals::~ServiceSignals() { ::pthread_sigmask(SIG_SETMASK, &old_, nullptr); }

ServiceSignals::Wish ServiceSignals::Next() const {
  int signal = 0;
  while (::sigwait(&awaited_, &signal) != 0) {
  }
  return signal == SIGHUP ? Wish::kReload : Wish::kStop;
}

void ServiceSignals::LetEnd() {
  sigset_t ends;
  ::sigemptyset(&ends);
  for (const int signal : {SIGTERM, SIGINT}) {
    ::signal(signal, SIG_DFL);
    ::sigaddset(&ends, signal);
  }
  ::pthread_sigmask(SIG_UNBLOCK, &ends, nullptr);
}

}  // namespace gatepost
