#include "post/unpacked_source.h"

#include <utility>

namespace gatepost {

Status UnpackedSource::Fetch() {
  if (!pending_.empty() || has_ended_) return {};
  Result<std::string_view> next = packed_.Next();
  if (!next) return Fail(std::move(next).error());
  pending_ = *next;
  has_ended_ = pending_.empty();
  return {};
}

// The size of the next block.
Result<size_t> UnpackedSource::Fill() {
  while (outcome_ == Step::Outcome::kGoesOn) {
    if (Status fetched = Fetch(); !fetched) return Fail(fetched.error());
    const Step step = Unpack(pending_, block_);
    outcome_ = step.outcome;  // told once the bytes before it have been given
    if (step.made > 0) {
      if (Status counted = guard_.CountBytes(step.made); !counted) return Fail(counted.error());
      return step.made;
    }
    if (has_ended_ && outcome_ == Step::Outcome::kGoesOn) {
      if (!is_complete()) return Fail(guard_.CutShort());
      return 0;
    }
  }
  if (outcome_ == Step::Outcome::kIsUnsupported) return Fail(guard_.Unsupported());
  return Fail(guard_.Damaged());
}

Result<std::string_view> UnpackedSource::Next() {
  if (failure_) return Fail(*failure_);
  const Result<size_t> size = Fill();
  if (!size) {
    failure_ = size.error();
    return Fail(*failure_);
  }
  return std::string_view(block_).substr(0, *size);
}

}  // namespace gatepost
