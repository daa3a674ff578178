#pragma once

// One client's connection: requests are read, handed to the answerer and answered in turn. What it
// sends and reads through is for a subclass to say.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "http/read_buffer.h"
#include "http/request_job.h"
#include "http/request_reader.h"
#include "http/response_head.h"
#include "http/server_parts.h"

namespace gatepost {

class IoLoop;

// What becomes of a connection.
enum class Welcome : uint8_t {
  kServe,
  kTurnAway,  // there are too many: 503
};

// Used, and destroyed, on its loop's thread alone. It lives as long as something is under way that
// holds it: reading, sending, or an answer of the pool. Borrows the loop.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Clock = Request::Clock;

  Connection(IoLoop& loop, Welcome welcome);
  virtual ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // When what it waits for is late.
  [[nodiscard]] Clock::time_point deadline() const { return deadline_; }
  void OnDeadline();
  // The loop has begun to drain: closes if nothing is under way.
  void Drain();
  void Close();

 protected:
  // What has ended, and how. Close() makes what is under way fail.
  void OnWelcomed();  // requests may come
  void OnRead(bool is_read, size_t size);
  void OnSent(bool is_sent);
  void OnShutDown();

 private:
  friend class IoLoop;

  virtual void StartRead(std::span<char> room) = 0;
  virtual void CancelRead() = 0;
  // True if all of it could be sent at once; else OnSent follows.
  [[nodiscard]] virtual bool StartSend(std::string_view head, std::string_view body) = 0;
  // Tells the client that nothing more is sent.
  virtual void StartShutdown() = 0;
  // There are bytes to read right now.
  [[nodiscard]] virtual bool HasUnread() = 0;
  virtual void CloseSocket() = 0;

  // What it waits for.
  enum class Phase : uint8_t {
    kWelcome,
    kIdle,  // the first byte of a request
    kHead,
    kBody,
    kTimedOut,   // the end of a read, to say that it took too long
    kContinue,   // the client to take "100 Continue"
    kAnswering,  // the pool
    kReplying,   // the client to take the answer
    kLingering,  // the client to close
    kClosed,
  };

  void WaitFor(Phase phase, Clock::duration at_most) { WaitUntil(phase, Clock::now() + at_most); }
  void WaitUntil(Phase phase, Clock::time_point deadline);
  void Read();
  void Advance();
  [[nodiscard]] bool TakeStep();
  void ReadMore();
  [[nodiscard]] bool SendContinue();
  [[nodiscard]] bool AnswerWhole();
  [[nodiscard]] bool Submit();
  void OnAnswered(const std::shared_ptr<RequestJob>& job);
  void AnswerLate();
  void Refuse(Refusal refusal);
  [[nodiscard]] bool Shed();
  void TellRefused();
  [[nodiscard]] bool Send(bool is_kept);
  [[nodiscard]] bool BeginNext();
  void Linger();

  IoLoop& loop_;
  ServerParts& parts_;
  size_t index_ = 0;  // among its loop's
  const Welcome welcome_;
  Phase phase_ = Phase::kWelcome;
  Clock::time_point deadline_;
  bool is_first_ = true;  // request
  bool is_kept_ = true;   // behind the answer that is being sent
  RequestReader reader_;
  ReadBuffer in_;
  std::string out_;  // the head of a response, and its body if that is short
  std::shared_ptr<RequestJob> job_;
  std::shared_ptr<Connection> answering_;  // itself, while the pool answers
};

}  // namespace gatepost
