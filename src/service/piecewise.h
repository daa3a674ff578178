#pragma once

// Many posts of one request, scanned some at a time until the request's deadline.

#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>

#include "service/call.h"
#include "service/choices.h"

namespace gatepost::service {

// The JSON of one post, and its number in the request, from 1.
struct NumberedJson {
  std::string_view json;
  uint32_t number = 0;
};

// Counted before anything is scanned: what is said of a post takes far more room than an empty one.
inline constexpr size_t kMaxPostsInThread = 1'000;
inline constexpr size_t kMaxPostsInBatch = 10'000;

// Gives `sink` a verdict for each of them, in their order. Posts of one thread are a conversation;
// those that name none are of `thread`, unless that is empty. Those that cannot be looked at soon
// enough for the answer to be there by the deadline are late.
void ScanPiecewise(const Call& call, const Choices& choices, std::span<const NumberedJson> records,
                   std::string_view thread, VerdictSink& sink);

// Tells of posts that there is no time to look at: each is incomplete, with the unread problem
// "deadline", and nothing is known of it but its number.
[[nodiscard]] Verdict LateVerdict();
void TellLate(std::span<const NumberedJson> records, VerdictSink& sink);

}  // namespace gatepost::service
