#pragma once

// Where a parser stands in a regex's source, and how it says that something there is wrong.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace gatepost {

// Borrows the source.
class RegexCursor {
 public:
  explicit RegexCursor(std::string_view source) : source_(source) {}

  [[nodiscard]] bool AtEnd() const { return at_ == source_.size(); }
  // The byte here; '\0' at the end, which no valid source holds.
  [[nodiscard]] char Peek() const { return AtEnd() ? '\0' : source_[at_]; }
  [[nodiscard]] size_t at() const { return at_; }
  [[nodiscard]] std::string_view rest() const { return source_.substr(at_); }
  void Skip(size_t bytes = 1) { at_ += bytes; }
  // Steps over `text` if it stands here.
  bool Take(std::string_view text) {
    if (!rest().starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  // The error `message` at byte `at` of the source.
  [[nodiscard]] static tl::unexpected<Error> Refuse(size_t at, std::string message) {
    return Fail(ErrorCode::kSyntax, std::move(message), {"", 1, static_cast<uint32_t>(at + 1)});
  }

 private:
  std::string_view source_;
  size_t at_ = 0;
};

}  // namespace gatepost
