#pragma once

// One thread's connections, and what they use in turns. Asio stays behind the files that include
// this.

#include <utility>  // before Asio, which in 1.74 uses std::exchange without it

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <vector>

#include "http/connection.h"
#include "http/response_head.h"
#include "http/server_parts.h"

namespace gatepost {

namespace net = boost::asio;

// Run by one thread; used on that thread alone, but for Post and context(). Borrows the parts.
class IoLoop {
 public:
  explicit IoLoop(ServerParts& parts);
  IoLoop(const IoLoop&) = delete;
  IoLoop& operator=(const IoLoop&) = delete;
  ~IoLoop();

  // Until it is drained. Where memory is wanting, what wants it ends with its connection.
  void Run();
  // Closes idle connections and ends Run when there are none; ends it after the time to drain
  // anyway.
  void Drain();

  // Does `what` on the loop's thread, unless Run has ended. Thread-safe.
  template <class Function>
  void Post(Function what) {
    net::post(context_, std::move(what));
  }
  void Add(Connection& connection);
  void Remove(Connection& connection);

  [[nodiscard]] net::io_context& context() { return context_; }
  [[nodiscard]] ServerParts& parts() const { return parts_; }
  [[nodiscard]] AnswerWorker& worker() const { return *worker_; }
  [[nodiscard]] HttpDate& date() { return date_; }
  [[nodiscard]] bool is_draining() const { return is_draining_; }

 private:
  void SweepLater();
  void Sweep();
  void CloseAll();
  void EndIfDrained();
  void End();

  ServerParts& parts_;
  std::unique_ptr<AnswerWorker> worker_;
  HttpDate date_;
  // One sweep over all looks for deadlines: to move one, which each request does several times,
  // costs a store, not a timer.
  std::vector<Connection*> connections_;
  Connection::Clock::duration sweep_interval_;
  bool is_sweeping_ = false;
  bool is_draining_ = false;
  bool has_ended_ = false;
  net::io_context context_;
  net::executor_work_guard<net::io_context::executor_type> work_;
  net::steady_timer sweep_timer_;
  net::steady_timer drain_timer_;
};

}  // namespace gatepost
