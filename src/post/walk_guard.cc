#include "post/walk_guard.h"

#include <algorithm>
#include <utility>

namespace gatepost {
namespace {

// So much may be unpacked whatever the ratio: short texts that repeat themselves are honest.
constexpr uint64_t kFreeBytes = uint64_t{64} << 20;

}  // namespace

Status WalkGuard::CountBytes(uint64_t bytes) {
  if (spent_) return Fail(*spent_);
  unpacked_bytes_ += bytes;
  if (unpacked_bytes_ > limits_.max_bytes) {
    return Spend("archive_bytes", "holds more than " + std::to_string(limits_.max_bytes) +
                                      " bytes when unpacked: the rest was not read. Raise the "
                                      "limit with --max-unpacked, or audit it in parts.");
  }
  if (unpacked_bytes_ > kFreeBytes &&
      unpacked_bytes_ / std::max<uint64_t>(limits_.max_ratio, 1) > packed_bytes_) {
    return Spend("archive_ratio",
                 "unpacks to more than " + std::to_string(limits_.max_ratio) +
                     " times its size, as archives do that are made to do harm: the rest was not "
                     "read. If it is honest, raise the limit with --max-ratio.");
  }
  return {};
}

Status WalkGuard::CountEntry() {
  if (spent_) return Fail(*spent_);
  if (++entries_ > limits_.max_entries) {
    return Spend("archive_entries", "holds more than " + std::to_string(limits_.max_entries) +
                                        " files and folders: the rest was not read. Raise the "
                                        "limit with --max-entries.");
  }
  return {};
}

Status WalkGuard::Spend(std::string code, std::string message) {
  spent_ = Fault(ErrorCode::kTooLarge, std::move(code), std::move(message));
  return Fail(*spent_);
}

Error WalkGuard::Fault(ErrorCode error, std::string code, std::string message) {
  if (!fault_) fault_ = Problem{ProblemKind::kUnread, std::move(code), message, {}};
  return {error, std::move(message), {}};
}

Error WalkGuard::Damaged() {
  return Fault(ErrorCode::kSyntax, "archive_damaged",
               "is damaged: not all that is packed in it can be read. Get a whole copy.");
}

Error WalkGuard::CutShort() {
  return Fault(ErrorCode::kSyntax, "archive_damaged",
               "is cut short: its end is missing. Get a whole copy.");
}

Error WalkGuard::Unsupported() {
  return Fault(ErrorCode::kUnreadable, "archive_unsupported",
               "is packed in a way that Gatepost cannot unpack. Unpack it with another program and "
               "read the files.");
}

std::optional<Problem> WalkGuard::TakeFault() { return std::exchange(fault_, std::nullopt); }

}  // namespace gatepost
