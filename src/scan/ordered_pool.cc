#include "scan/ordered_pool.h"

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
    job->Run(0);
    if (failure_) failure_ = job->Deliver();
    return failure_;
  }
  std::unique_lock lock(mutex_);
  delivered_.wait(lock, [&] { return HasRoomFor(job->bytes()); });
  if (!failure_) return failure_;
  bytes_under_way_ += job->bytes();
  waiting_.push_back({next_number_++, std::move(job)});
  if (waiting_.size() > idle_ && threads_.size() < max_threads_) {
    threads_.emplace_back(&OrderedPool::Work, this, threads_.size());
  }
  work_added_.notify_one();
  return {};
}

Status OrderedPool::Finish() {
  std::unique_lock lock(mutex_);
  delivered_.wait(lock, [&] { return next_delivery_ == next_number_; });
  return failure_;
}

bool OrderedPool::HasRoomFor(uint64_t bytes) const {
  const uint64_t jobs = next_number_ - next_delivery_;
  if (jobs == 0) return true;
  return jobs < kMaxJobsPerThread * max_threads_ && bytes_under_way_ + bytes <= kMaxBytesUnderWay;
}

void OrderedPool::Work(size_t worker) {
  std::unique_lock lock(mutex_);
  while (true) {
    ++idle_;
    work_added_.wait(lock, [&] { return is_closed_ || !waiting_.empty(); });
    --idle_;
    if (waiting_.empty()) return;
    auto [number, job] = std::move(waiting_.front());
    waiting_.pop_front();
    lock.unlock();
    job->Run(worker);
    lock.lock();
    done_.emplace(number, std::move(job));
    DeliverDone(lock);
  }
}

void OrderedPool::DeliverDone(std::unique_lock<std::mutex>& lock) {
  if (is_delivering_) return;  // whoever delivers sees this one too
  is_delivering_ = true;
  while (!done_.empty() && done_.begin()->first == next_delivery_) {
    const std::unique_ptr<Job> job = std::move(done_.begin()->second);
    done_.erase(done_.begin());
    const bool has_failed = !failure_;
    lock.unlock();
    const uint64_t bytes = job->bytes();
    Status status = has_failed ? Status{} : job->Deliver();
    lock.lock();
    if (!status) failure_ = std::move(status);
    ++next_delivery_;
    bytes_under_way_ -= bytes;
    delivered_.notify_all();
  }
  is_delivering_ = false;
}

}  // namespace gatepost
