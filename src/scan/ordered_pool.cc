#include "scan/ordered_pool.h"

#include <system_error>
#include <utility>

namespace gatepost {

OrderedPool::OrderedPool(size_t threads) : max_threads_(threads) {}

OrderedPool::~OrderedPool() {
  {
    const std::lock_guard lock(mutex_);
    is_closed_ = true;
    waiting_.clear();
  }
  work_added_.notify_all();
  for (std::thread& thread : threads_) thread.join();
}

Status OrderedPool::Add(std::unique_ptr<Job> job) {
  if (max_threads_ == 1) {
    if (!HasFailed()) {
      job->Run(0);
      failure_ = job->Deliver();
    }
    return failure_;
  }
  std::unique_lock lock(mutex_);
  const uint64_t bytes = job->bytes();
  delivered_.wait(lock, [&] { return HasRoomFor(bytes); });
  if (HasFailed()) return Outcome(lock);
  bytes_under_way_ += bytes;
  waiting_.push_back({next_number_++, bytes, std::move(job)});
  if (waiting_.size() > idle_ && threads_.size() < max_threads_ && may_start_) StartThread();
  work_added_.notify_one();
  return {};
}

Status OrderedPool::Finish() {
  std::unique_lock lock(mutex_);
  delivered_.wait(lock, [&] { return next_delivery_ == next_number_; });
  return Outcome(lock);
}

// With fewer threads than wanted the work takes longer; with none it cannot be done.
void OrderedPool::StartThread() {
  try {
    threads_.emplace_back(&OrderedPool::Work, this, threads_.size());
  } catch (const std::system_error&) {
    may_start_ = false;
    if (!threads_.empty()) return;
    waiting_.clear();
    next_delivery_ = next_number_;
    throw;
  }
}

bool OrderedPool::HasRoomFor(uint64_t bytes) const {
  const uint64_t jobs = next_number_ - next_delivery_;
  if (jobs == 0) return true;
  return jobs < kMaxJobsPerThread * max_threads_ && bytes_under_way_ + bytes <= kMaxBytesUnderWay;
}

Status OrderedPool::Outcome(std::unique_lock<std::mutex>& lock) {
  if (HasFailed()) delivered_.wait(lock, [&] { return !is_delivering_; });
  if (thrown_) std::rethrow_exception(thrown_);
  return failure_;
}

void OrderedPool::Work(size_t worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    work_added_.wait(lock, [&] { return is_closed_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) return;
    Numbered next = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    Run(*next.job, worker);
    lock.lock();
    bytes_under_way_ -= next.bytes;
    next.bytes = next.job->bytes();
    bytes_under_way_ += next.bytes;
    done_.emplace(next.number, std::move(next));
    DeliverDone(lock);
  }
}

void OrderedPool::DeliverDone(std::unique_lock<std::mutex>& lock) {
  if (is_delivering_) return;  // whoever delivers sees this one too
  is_delivering_ = true;
  while (!done_.empty() && done_.begin()->first == next_delivery_) {
    const Numbered next = std::move(done_.begin()->second);
    done_.erase(done_.begin());
    lock.unlock();
    Deliver(*next.job);
    lock.lock();
    ++next_delivery_;
    bytes_under_way_ -= next.bytes;
    delivered_.notify_all();
  }
  is_delivering_ = false;
  delivered_.notify_all();
}

void OrderedPool::Run(Job& job, size_t worker) {
  try {
    job.Run(worker);
  } catch (...) {
    const std::lock_guard lock(mutex_);
    if (!thrown_) thrown_ = std::current_exception();
  }
}

void OrderedPool::Deliver(Job& job) {
  {
    const std::lock_guard lock(mutex_);
    if (HasFailed()) return;
  }
  Status status;
  std::exception_ptr thrown;
  try {
    status = job.Deliver();
  } catch (...) {
    thrown = std::current_exception();
  }
  const std::lock_guard lock(mutex_);
  if (!status) failure_ = std::move(status);
  if (thrown && !thrown_) thrown_ = thrown;
}

}  // namespace gatepost
