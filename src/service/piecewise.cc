#include "service/piecewise.h"

#include <algorithm>

namespace gatepost::service {
namespace {

// So much at a time that what a piece costs beside its posts does not count, so little that it is
// done at once.
constexpr size_t kPiecePosts = 64;
constexpr uint64_t kPieceBytes = 64 << 10;

// When to stop, so that the answer is written before the deadline: an eighth of the time is left
// for that, as far as it is not long.
Request::Clock::time_point StopTime(Request::Clock::time_point deadline) {
  constexpr Request::Clock::duration kLongest = std::chrono::milliseconds(100);
  return deadline - std::min((deadline - Request::Clock::now()) / 8, kLongest);
}

// Takes the records of one piece off the others.
std::span<const NumberedJson> TakePiece(std::span<const NumberedJson>& records) {
  size_t size = 0;
  uint64_t bytes = 0;
  while (size < records.size() && size < kPiecePosts && bytes < kPieceBytes) {
    bytes += records[size++].json.size();
  }
  const auto piece = records.first(size);
  records = records.subspan(size);
  return piece;
}

}  // namespace

void ScanPiecewise(const Call& call, const Choices& choices, std::span<const NumberedJson> records,
                   std::string_view thread, VerdictSink& sink) {
  const auto stop = StopTime(call.request.deadline);
  const Scanner& scanner = call.gate().scanner(choices.language);
  Worker& worker = call.worker.WorkerOf(choices.language);
  PostBuffer& buffer = call.worker.posts();
  Conversations conversations;
  for (uint64_t turn = 0; !records.empty() && Request::Clock::now() < stop; ++turn) {
    buffer.Clear();
    for (const NumberedJson& record : TakePiece(records)) {
      Post& post = buffer.AddJson(record.json, record.number);
      if (post.thread.empty()) post.thread = thread;
      if (post.channel.empty()) post.channel = choices.channel;
    }
    Conversations::Turn its_turn(conversations, turn);
    scanner.Scan(buffer.posts(), worker, its_turn, sink);
  }
  TellLate(records, sink);
}

Verdict LateVerdict() {
  Verdict verdict;
  verdict.is_complete = false;
  verdict.problems.push_back({ProblemKind::kUnread,
                              "deadline",
                              "there was no time left to look at the post. Ask again, with less at "
                              "a time.",
                              {}});
  return verdict;
}

void TellLate(std::span<const NumberedJson> records, VerdictSink& sink) {
  for (const NumberedJson& record : records) {
    Post post;
    post.file = kBodyName;
    post.line = record.number;
    sink.Accept(post, LateVerdict());
  }
}

}  // namespace gatepost::service
