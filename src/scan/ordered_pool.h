#pragma once

// Jobs done on several threads, their results handed over in the order in which the jobs came, in
// bounded memory.
//
//   OrderedPool pool(4);
//   if (Status status = pool.Add(std::make_unique<MyJob>(…)); !status) …
//   Status status = pool.Finish();

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "base/result.h"

namespace gatepost {

// What a pool does. Each is run once, then delivered once, unless an earlier delivery failed.
class Job {
 public:
  virtual ~Job() = default;
  // On any thread, which alone uses `worker`, a number below the pool's threads.
  virtual void Run(size_t worker) = 0;
  // After those of all jobs before it, never two at once; on any thread.
  [[nodiscard]] virtual Status Deliver() = 0;
  // What it holds, roughly; Run may change that.
  [[nodiscard]] virtual uint64_t bytes() const = 0;
};

// Jobs that are not delivered yet hold at most so much, or are one.
inline constexpr uint64_t kMaxBytesUnderWay = 32 << 20;
// And are at most so many for each thread.
inline constexpr size_t kMaxJobsPerThread = 8;

// Used by one thread. Starts others when there is work for them; with one thread, jobs are done in
// Add and none is started.
class OrderedPool {
 public:
  // `threads` is at least 1.
  explicit OrderedPool(size_t threads);
  // Waits for the jobs that are being done; those not begun are dropped.
  ~OrderedPool();
  OrderedPool(const OrderedPool&) = delete;
  OrderedPool& operator=(const OrderedPool&) = delete;

  // Waits while too much is under way. The first delivery that fails is told by all later calls,
  // and nothing is delivered after it; what a job throws is thrown by them instead. No delivery is
  // under way once a call has told or thrown.
  [[nodiscard]] Status Add(std::unique_ptr<Job> job);
  // Waits until all jobs are delivered.
  [[nodiscard]] Status Finish();

 private:
  struct Numbered {
    uint64_t number = 0;
    uint64_t bytes = 0;  // as counted in bytes_under_way_
    std::unique_ptr<Job> job;
  };

  void Work(size_t worker);
  void StartThread();
  // Runs the job; without the lock.
  void Run(Job& job, size_t worker);
  // Delivers it, unless something has failed before; without the lock.
  void Deliver(Job& job);
  // Delivers what is done, in order, as far as there is no gap. The lock is held but while a job
  // delivers.
  void DeliverDone(std::unique_lock<std::mutex>& lock);
  [[nodiscard]] bool HasRoomFor(uint64_t bytes) const;
  [[nodiscard]] bool HasFailed() const { return !failure_ || thrown_; }
  // The failure so far, if any; then waits for a delivery that was begun before it.
  [[nodiscard]] Status Outcome(std::unique_lock<std::mutex>& lock);

  const size_t max_threads_;
  std::mutex mutex_;
  std::condition_variable work_added_;
  std::condition_variable delivered_;
  std::deque<Numbered> waiting_;
  std::map<uint64_t, Numbered> done_;  // not delivered yet
  uint64_t next_number_ = 0;
  uint64_t next_delivery_ = 0;
  uint64_t bytes_under_way_ = 0;
  size_t idle_ = 0;
  bool is_delivering_ = false;
  bool is_closed_ = false;
  bool may_start_ = true;      // the system gives more threads
  Status failure_;             // of a delivery
  std::exception_ptr thrown_;  // by a job
  std::vector<std::thread> threads_;
};

}  // namespace gatepost
