#pragma once

// The threads that answer requests with large bodies.
//
//   WorkPool pool(answerer, 2, 256);
//   if (!pool.Submit(job, [] { … })) …   // as much is queued as may be

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

#include "http/answerer.h"
#include "http/request_job.h"

namespace gatepost {

// Borrows the answerer. Its functions are thread-safe.
class WorkPool {
 public:
  // Throws std::system_error if the system has no more threads.
  WorkPool(const Answerer& answerer, size_t threads, size_t max_jobs);
  // Drops the jobs that wait, and waits for those that are being answered.
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // False if there are as many jobs as may be. Else `job` is answered, unless it is decided by
  // then, and if it is not decided when that is done, told and `when_answered` called on that
  // thread.
  [[nodiscard]] bool Submit(std::shared_ptr<RequestJob> job, std::function<void()> when_answered);
  // Jobs that wait or are being answered.
  [[nodiscard]] uint64_t jobs() const { return jobs_.load(std::memory_order_relaxed); }

 private:
  struct Entry {
    std::shared_ptr<RequestJob> job;
    std::function<void()> when_answered;
  };

  void Work();
  void End();
  // True if the answer is this thread's to give.
  [[nodiscard]] bool Answer(RequestJob& job, AnswerWorker& worker) const;

  const Answerer& answerer_;
  const size_t max_jobs_;
  std::atomic<uint64_t> jobs_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Entry> waiting_;
  bool is_ending_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace gatepost
