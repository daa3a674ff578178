#include "http/work_pool.h"

#include <exception>
#include <utility>

namespace gatepost {

WorkPool::WorkPool(const Answerer& answerer, size_t threads, size_t max_jobs)
    : answerer_(answerer), max_jobs_(max_jobs) {
  try {
    for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Work(); });
  } catch (...) {
    End();  // those that did start
    throw;
  }
}

WorkPool::~WorkPool() { End(); }

void WorkPool::End() {
  std::deque<Entry> dropped;
  {
    const std::lock_guard lock(mutex_);
    is_ending_ = true;
    dropped.swap(waiting_);
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

bool WorkPool::Submit(std::shared_ptr<RequestJob> job, std::function<void()> when_answered) {
  if (jobs_.fetch_add(1, std::memory_order_relaxed) >= max_jobs_) {
    jobs_.fetch_sub(1, std::memory_order_relaxed);
    return false;
  }
  {
    const std::lock_guard lock(mutex_);
    waiting_.push_back({std::move(job), std::move(when_answered)});
  }
  changed_.notify_one();
  return true;
}

void WorkPool::Work() {
  const auto worker = answerer_.MakeWorker();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return is_ending_ || !waiting_.empty(); });
    if (is_ending_) return;
    Entry entry = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    const bool is_answered = Answer(*entry.job, *worker);
    jobs_.fetch_sub(1, std::memory_order_relaxed);
    if (is_answered) entry.when_answered();
    entry = {};
    lock.lock();
  }
}

bool WorkPool::Answer(RequestJob& job, AnswerWorker& worker) const {
  if (job.is_decided()) return false;  // answered late while it waited
  const Request& request = job.head.request;
  try {
    answerer_.Answer(request, worker, job.response);
  } catch (const std::exception&) {
    return false;  // for want of memory: the connection answers late
  }
  if (!job.Decide()) return false;
  const Exchange exchange{job.TookUntil(RequestJob::Clock::now()), request.body.size(), false};
  answerer_.Tell(request, job.response, exchange, &worker);
  return true;
}

}  // namespace gatepost
