#include "http/request_reader.h"

#include <string_view>

namespace gatepost {
namespace {

// Some clients end a body with a line end that its length does not count (RFC 9112, 2.2).
void PassOverLineEnds(ReadBuffer& in) {
  while (in.unread().starts_with("\r\n")) in.Take(2);
}

}  // namespace

RequestReader::Step RequestReader::Read(ReadBuffer& in, RequestJob& job) {
  if (!is_begun_) {
    PassOverLineEnds(in);
    if (in.unread() == "\r") return Step::kMore;
  }
  is_begun_ = !in.empty();
  for (;;) {
    const auto [outcome, taken] = parser_.Read(in.unread(), job);
    in.Take(taken);
    if (is_in_body_ && !HasRoomFor(job)) return Refuse(Refusal::kOverloaded);
    switch (outcome) {
      case RequestParser::Outcome::kHead:
        if (const Step step = Admit(job, in.empty()); step != Step::kWhole) return step;
        break;
      case RequestParser::Outcome::kMore:
        return Step::kMore;
      case RequestParser::Outcome::kWhole:
        return Step::kWhole;
      case RequestParser::Outcome::kBad:
        return Refuse(Refusal::kBadRequest);
      case RequestParser::Outcome::kHeaderTooLarge:
        return Refuse(Refusal::kHeaderTooLarge);
      case RequestParser::Outcome::kBodyTooLarge:
        return Refuse(Refusal::kTooLarge);
    }
  }
}

void RequestReader::BeginNext() {
  is_begun_ = false;
  is_in_body_ = false;
  parser_.BeginNext();
}

// kWhole if there is nothing to tell the client before the body is read.
RequestReader::Step RequestReader::Admit(RequestJob& job, bool is_all_read) {
  const RequestHead& head = job.head;
  const Admission admission = answerer_.Admit(head.request, job.response);
  if (!admission.is_admitted) return Step::kNotAdmitted;
  if (head.content_length > admission.max_body_bytes) return Refuse(Refusal::kTooLarge);
  is_in_body_ = true;
  parser_.AllowBody(admission.max_body_bytes);
  const bool is_waited_for = head.expects_continue && !head.is_http_1_0 && head.has_body();
  return is_waited_for && is_all_read ? Step::kContinue : Step::kWhole;
}

// Bodies that wait for a thread of the pool have a limit together.
bool RequestReader::HasRoomFor(RequestJob& job) const {
  return job.body.size() <= limits_.inline_body_bytes || job.taken.GrowTo(job.body.size());
}

RequestReader::Step RequestReader::Refuse(Refusal refusal) {
  refusal_ = refusal;
  return Step::kRefused;
}

}  // namespace gatepost
