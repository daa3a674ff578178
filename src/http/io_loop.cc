#include "http/io_loop.h"

#include <algorithm>
#include <boost/system/error_code.hpp>
#include <exception>

namespace gatepost {
namespace {

using std::chrono::milliseconds;

// Deadlines are kept to within a sixteenth of the shortest, and are not looked at more often than
// is worth it.
milliseconds SweepInterval(const HttpLimits& limits) {
  const auto shortest = std::min({limits.header_time, limits.body_time, limits.reply_time,
                                  limits.idle_time, limits.check_time});
  return std::clamp(shortest / 16, milliseconds(1), milliseconds(50));
}

}  // namespace

IoLoop::IoLoop(ServerParts& parts)
    : parts_(parts),
      worker_(parts.answerer.MakeWorker()),
      sweep_interval_(SweepInterval(parts.limits)),
      context_(BOOST_ASIO_CONCURRENCY_HINT_UNSAFE_IO),  // one thread, and Post
      work_(context_.get_executor()),
      sweep_timer_(context_),
      drain_timer_(context_) {}

// Connections that are left go with the handlers that keep them, while the rest is still there.
IoLoop::~IoLoop() = default;

void IoLoop::Run() {
  for (;;) {
    try {
      context_.run();
      return;
    } catch (const std::exception&) {
      // Nothing holds its connection any more, which is closed by that.
    }
  }
}

void IoLoop::Add(Connection& connection) {
  connection.index_ = connections_.size();
  connections_.push_back(&connection);
  if (!is_sweeping_) SweepLater();
}

void IoLoop::Remove(Connection& connection) {
  Connection* last = connections_.back();
  connections_[connection.index_] = last;
  last->index_ = connection.index_;
  connections_.pop_back();
  EndIfDrained();
}

void IoLoop::SweepLater() {
  is_sweeping_ = true;
  sweep_timer_.expires_after(sweep_interval_);
  sweep_timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) Sweep();
  });
}

void IoLoop::Sweep() {
  is_sweeping_ = false;
  if (connections_.empty()) return;
  SweepLater();
  const auto now = Connection::Clock::now();
  // Backwards, as Remove fills gaps from behind.
  for (size_t i = connections_.size(); i-- > 0;) {
    if (i < connections_.size() && connections_[i]->deadline() <= now) {
      connections_[i]->OnDeadline();
    }
  }
}

void IoLoop::Drain() {
  if (is_draining_) return;
  is_draining_ = true;
  for (size_t i = connections_.size(); i-- > 0;) {
    if (i < connections_.size()) connections_[i]->Drain();
  }
  drain_timer_.expires_after(parts_.limits.drain_time);
  drain_timer_.async_wait([this](const boost::system::error_code& error) {
    if (!error) CloseAll();
  });
  EndIfDrained();
}

void IoLoop::CloseAll() {
  for (size_t i = connections_.size(); i-- > 0;) {
    if (i < connections_.size()) connections_[i]->Close();
  }
  End();
}

void IoLoop::EndIfDrained() {
  if (is_draining_ && connections_.empty()) End();
}

void IoLoop::End() {
  if (has_ended_) return;  // also while the context is destroyed, with the connections left in it
  has_ended_ = true;
  context_.stop();
}

}  // namespace gatepost
