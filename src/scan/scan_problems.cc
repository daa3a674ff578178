#include "scan/scan_problems.h"

#include <string>

#include "scan/scanner.h"

namespace gatepost {

Problem TooLarge(uint64_t bytes, uint64_t limit) {
  return {ProblemKind::kUnread,
          "post_too_large",
          "the post has " + std::to_string(bytes) + " bytes and was not looked at: the limit is " +
              std::to_string(limit) + " bytes. Split it, or raise the limit.",
          {}};
}

Problem EngineFailed(const Error& error) {
  return {ProblemKind::kUnread, "engine_failed", "the post was not looked at: " + error.message,
          error.where};
}

Problem TooManyMatches() {
  return {ProblemKind::kUnread,
          "too_many_matches",
          "only the first " + std::to_string(kMaxMatchesPerPost) +
              " matches were judged. Split the post to see the others.",
          {}};
}

Problem MediaNotRead(uint16_t media) {
  return {ProblemKind::kNote,
          "media_not_read",
          std::to_string(media) + (media == 1 ? " attachment was" : " attachments were") +
              " not looked into: check by eye.",
          {}};
}

}  // namespace gatepost
