#pragma once

// Something simple for a server to serve.

#include <condition_variable>
#include <memory>
#include <mutex>
#include <new>
#include <string>
#include <vector>

#include "http/answerer.h"

namespace gatepost {

// What the server told of an answer.
struct Told {
  int status = 0;
  std::string path;
  bool was_late = false;
  bool has_worker = false;
};

// "/echo" gives the body back; "/wait" does so when the test lets it; "/large" gives 16 MB;
// "/split" tries to add a header; "/empty" is 204; "/none" is not admitted; for "/no_memory" there
// is none. A body may have kMaxBody bytes.
class SampleAnswerer final : public Answerer {
 public:
  static constexpr uint64_t kMaxBody = 100'000;

  [[nodiscard]] std::unique_ptr<AnswerWorker> MakeWorker() const override {
    return std::make_unique<AnswerWorker>();
  }
  [[nodiscard]] Admission Admit(const Request& head, Response& response) const override {
    if (head.path != "/none") return {true, kMaxBody};
    response.status = 404;
    response.body = "none";
    return {false, 0};
  }
  void Answer(const Request& request, AnswerWorker& /*worker*/, Response& response) const override {
    if (request.path == "/wait") Wait();
    if (request.path == "/no_memory") throw std::bad_alloc();
    if (request.path == "/large") {
      response.asset = large_;
    } else if (request.path == "/split") {
      response.headers.push_back({"X-Split", "a\r\nX-Second: b\r\n\r\nc"});
    } else if (request.path == "/empty") {
      response.status = 204;
      response.content_type = {};
    } else if (request.path == "/asked") {
      response.body.append(request.path).append("?").append(request.query);
      response.body.append(" ").append(request.content_type);
    } else {
      response.body = request.body;
    }
  }
  void AnswerLate(const Request& request, Response& response) const override {
    response.body = "late after " + std::to_string(request.body.size());
  }
  void Refuse(Refusal refusal, const Request& /*head*/, Response& response) const override {
    switch (refusal) {
      case Refusal::kBadRequest:
        response.status = 400;
        break;
      case Refusal::kTimeout:
        response.status = 408;
        break;
      case Refusal::kTooLarge:
        response.status = 413;
        break;
      case Refusal::kHeaderTooLarge:
        response.status = 431;
        break;
      case Refusal::kOverloaded:
        response.status = 503;
        response.headers.push_back({"Retry-After", "1"});
        break;
    }
    response.body = "refused";
  }
  void Tell(const Request& request, const Response& response, const Exchange& exchange,
            AnswerWorker* worker) const override {
    const std::lock_guard lock(mutex_);
    told_.push_back(
        {response.status, std::string(request.path), exchange.was_late, worker != nullptr});
  }

  // Requests for "/wait" that are at it.
  void AwaitWaiting(int count) const {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return waiting_ >= count; });
  }
  // Lets all go on, now and later.
  void LetGo() const {
    const std::lock_guard lock(mutex_);
    may_go_ = true;
    changed_.notify_all();
  }
  [[nodiscard]] std::vector<Told> told() const {
    const std::lock_guard lock(mutex_);
    return told_;
  }
  [[nodiscard]] const std::string& large() const { return large_; }

 private:
  void Wait() const {
    std::unique_lock lock(mutex_);
    ++waiting_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return may_go_; });
  }

  const std::string large_ = std::string(16 << 20, 'x');
  mutable std::mutex mutex_;
  mutable std::condition_variable changed_;
  mutable int waiting_ = 0;
  mutable bool may_go_ = false;
  mutable std::vector<Told> told_;
};

}  // namespace gatepost
