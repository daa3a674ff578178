#include "http/connection.h"

#include <utility>

#include "http/io_loop.h"

namespace gatepost {
namespace {

constexpr size_t kReadSize = 4 << 10;
// Bodies up to this are sent in one piece with the head: a copy is cheaper than a second piece.
constexpr size_t kJoinedSize = 8 << 10;
// Steps of one connection before others have their turn.
constexpr int kMaxAtOnce = 16;
// How long a client may take to see an answer and close, when we are done with it. Closed at once,
// a connection with bytes unread would be reset, and the answer be lost.
constexpr std::chrono::milliseconds kLingerTime{2'000};
constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(IoLoop& loop, Welcome welcome)
    : loop_(loop),
      parts_(loop.parts()),
      welcome_(welcome),
      deadline_(Clock::now() + parts_.limits.header_time),
      reader_(parts_.answerer, parts_.limits),
      job_(std::make_shared<RequestJob>(parts_.body_budget)) {
  loop_.Add(*this);
}

Connection::~Connection() {
  parts_.counters.connections_open.fetch_sub(1, std::memory_order_relaxed);
  loop_.Remove(*this);
}

void Connection::OnDeadline() {
  switch (phase_) {
    case Phase::kHead:
    case Phase::kBody:
      WaitUntil(Phase::kTimedOut, Clock::time_point::max());
      return CancelRead();
    case Phase::kAnswering:
      return AnswerLate();
    default:
      return Close();
  }
}

void Connection::Drain() {
  // What has come already is answered: a read that had nothing to read fails, and OnRead closes.
  if (phase_ == Phase::kIdle && !HasUnread()) CancelRead();
}

void Connection::Close() {
  if (phase_ == Phase::kClosed) return;
  WaitUntil(Phase::kClosed, Clock::time_point::max());
  CloseSocket();
  const auto self = std::move(answering_);
}

void Connection::WaitUntil(Phase phase, Clock::time_point deadline) {
  phase_ = phase;
  deadline_ = deadline;
}

void Connection::OnWelcomed() {
  if (phase_ == Phase::kClosed) return;
  if (welcome_ == Welcome::kTurnAway) return Refuse(Refusal::kOverloaded);
  // The time of the first head has run since the connection began.
  phase_ = Phase::kIdle;
  Read();
}

void Connection::Read() { StartRead(in_.Room(kReadSize)); }

void Connection::OnRead(bool is_read, size_t size) {
  if (phase_ == Phase::kTimedOut) return Refuse(Refusal::kTimeout);
  if (!is_read || phase_ == Phase::kClosed) return Close();
  if (phase_ == Phase::kLingering) return Read();  // over what was read before
  in_.Add(size);
  Advance();
}

// Takes requests from what was read, until something has to be waited for.
void Connection::Advance() {
  for (int i = 0; i < kMaxAtOnce; ++i) {
    if (!TakeStep()) return;
  }
  loop_.Post([self = shared_from_this()] {
    if (self->phase_ != Phase::kClosed) self->Advance();
  });
}

// True if there may be another.
bool Connection::TakeStep() {
  switch (reader_.Read(in_, *job_)) {
    case RequestReader::Step::kMore:
      ReadMore();
      return false;
    case RequestReader::Step::kContinue:
      return SendContinue();
    case RequestReader::Step::kRefused:
      Refuse(reader_.refusal());
      return false;
    case RequestReader::Step::kNotAdmitted:
      TellRefused();
      return Send(!job_->head.has_body());
    case RequestReader::Step::kWhole:
      break;
  }
  return AnswerWhole();
}

void Connection::ReadMore() {
  if (reader_.is_in_body()) {
    if (phase_ != Phase::kBody) WaitFor(Phase::kBody, parts_.limits.body_time);
  } else if (!in_.empty()) {
    if (phase_ == Phase::kIdle && is_first_) {
      phase_ = Phase::kHead;
    } else if (phase_ != Phase::kHead) {
      WaitFor(Phase::kHead, parts_.limits.header_time);
    }
  } else if (phase_ != Phase::kIdle && phase_ != Phase::kHead) {  // line ends give no new time
    WaitFor(Phase::kIdle, parts_.limits.idle_time);
  }
  Read();
  if (loop_.is_draining()) Drain();  // it was busy when that began
}

bool Connection::SendContinue() {
  WaitFor(Phase::kContinue, parts_.limits.reply_time);
  return StartSend(kContinue, {});
}

bool Connection::AnswerWhole() {
  Request& request = job_->head.request;
  request.body = job_->body;
  job_->received = Clock::now();
  request.deadline = job_->received + parts_.limits.check_time;
  if (request.body.size() > parts_.limits.inline_body_bytes) return Submit();
  parts_.answerer.Answer(request, loop_.worker(), job_->response);
  const Exchange exchange{job_->TookUntil(Clock::now()), request.body.size(), false};
  parts_.answerer.Tell(request, job_->response, exchange, &loop_.worker());
  return Send(true);
}

bool Connection::Submit() {
  WaitUntil(Phase::kAnswering, job_->head.request.deadline);
  answering_ = shared_from_this();
  // The pool's thread only points at the connection: it must not be the last to let go of it.
  auto when_answered = [&loop = loop_, connection = weak_from_this(), job = job_] {
    loop.Post([connection, job] {
      if (const auto self = connection.lock()) self->OnAnswered(job);
    });
  };
  if (parts_.pool->Submit(job_, std::move(when_answered))) return false;
  const auto self = std::move(answering_);
  return Shed();
}

void Connection::OnAnswered(const std::shared_ptr<RequestJob>& job) {
  if (phase_ != Phase::kAnswering || job != job_) return;
  const auto self = std::move(answering_);
  if (Send(true)) Advance();
}

void Connection::AnswerLate() {
  deadline_ = Clock::time_point::max();
  if (!job_->Decide()) return;  // its answer is on the way
  const auto self = std::move(answering_);
  // The thread that works at the job keeps it; we go on with another.
  const auto late = std::exchange(job_, std::make_shared<RequestJob>(parts_.body_budget));
  const Request& request = late->head.request;
  parts_.answerer.AnswerLate(request, job_->response);
  const Exchange exchange{late->TookUntil(Clock::now()), request.body.size(), true};
  parts_.answerer.Tell(request, job_->response, exchange, nullptr);
  job_->head.request.method = request.method;
  (void)Send(false);
}

// Because of what was sent, or not sent in time.
void Connection::Refuse(Refusal refusal) {
  if (refusal == Refusal::kOverloaded) {
    parts_.counters.shed.fetch_add(1, std::memory_order_relaxed);
  }
  job_->DropBody();
  job_->response.Clear();
  parts_.answerer.Refuse(refusal, job_->head.request, job_->response);
  TellRefused();
  (void)Send(false);
}

// As the pool has too much to do. The request has been read, so the connection can stay.
bool Connection::Shed() {
  parts_.counters.shed.fetch_add(1, std::memory_order_relaxed);
  parts_.answerer.Refuse(Refusal::kOverloaded, job_->head.request, job_->response);
  TellRefused();
  return Send(true);
}

void Connection::TellRefused() {
  parts_.answerer.Tell(job_->head.request, job_->response, {}, nullptr);
}

// Sends the response and, unless somebody wants it otherwise, keeps the connection if it may be
// kept. True if that is done and the next request may follow.
bool Connection::Send(bool is_kept) {
  const RequestHead& head = job_->head;
  const Response& response = job_->response;
  is_kept_ = is_kept && head.keeps_alive && !loop_.is_draining();
  const AfterReply after = !is_kept_          ? AfterReply::kClose
                           : head.is_http_1_0 ? AfterReply::kKeepOld
                                              : AfterReply::kKeep;
  out_.clear();
  AppendResponseHead(response, after, loop_.date().Now(), out_);
  std::string_view body;
  if (head.request.method != Method::kHead && HasContent(response.status)) {
    body = response.content();
  }
  if (body.size() <= kJoinedSize) {
    out_.append(body);
    body = {};
  }
  WaitFor(Phase::kReplying, parts_.limits.reply_time);
  return StartSend(out_, body) && BeginNext();
}

void Connection::OnSent(bool is_sent) {
  if (!is_sent || phase_ == Phase::kClosed) return Close();
  if (phase_ == Phase::kContinue || BeginNext()) Advance();
}

// True if there may be a next request.
bool Connection::BeginNext() {
  if (!is_kept_) {
    Linger();
    return false;
  }
  is_first_ = false;
  reader_.BeginNext();
  if (job_->is_small()) {
    job_->Clear();
  } else {
    job_ = std::make_shared<RequestJob>(parts_.body_budget);
  }
  return true;
}

void Connection::Linger() {
  WaitFor(Phase::kLingering, std::min<Clock::duration>(kLingerTime, parts_.limits.reply_time));
  in_.Clear();
  StartShutdown();
}

void Connection::OnShutDown() {
  if (phase_ == Phase::kLingering) Read();
}

}  // namespace gatepost
