#include "service/thread_body.h"

#include <algorithm>

#include "base/byte_order_mark.h"
#include "base/hex.h"
#include "post/json_value_end.h"

namespace gatepost::service {
namespace {

constexpr std::string_view kKey = "\"thread\"";
constexpr std::string_view kEscape = "\\u00";  // begins that of every letter of the key

// The key as it is written, with or without escapes.
bool IsThreadKey(std::string_view written) {
  for (const char wanted : kKey) {
    if (written.starts_with(kEscape) &&
        HexByteAt(written, kEscape.size()) == static_cast<uint8_t>(wanted)) {
      written.remove_prefix(kEscape.size() + 2);
    } else if (written.starts_with(wanted)) {
      written.remove_prefix(1);
    } else {
      return false;
    }
  }
  return written.empty();
}

bool MayHaveThread(std::string_view json) {
  return json.find(kKey) != std::string_view::npos || json.find(kEscape) != std::string_view::npos;
}

// Goes through a document from value to value. Whoever finds that something is not there gives up.
class Walk {
 public:
  explicit Walk(std::string_view json) : rest_(json) {}

  [[nodiscard]] bool IsAt(char wanted) {
    SkipSpace();
    return !rest_.empty() && rest_.front() == wanted;
  }
  [[nodiscard]] bool Take(char wanted) {
    if (!IsAt(wanted)) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // The next value as it is written; empty: there is none, or it has no end.
  [[nodiscard]] std::string_view TakeValue() {
    SkipSpace();
    if (rest_.empty()) return {};
    JsonValueEnd end;
    end.Begin(rest_.front());
    const size_t size = end.Feed(rest_);
    const std::string_view value = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return end.has_ended() ? value : std::string_view{};
  }
  [[nodiscard]] bool IsAtEnd() {
    SkipSpace();
    return rest_.empty();
  }

 private:
  void SkipSpace() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  std::string_view rest_;
};

// The elements of an array that begins here; nullopt if it is none.
std::optional<std::vector<std::string_view>> TakeElements(Walk& walk) {
  std::vector<std::string_view> elements;
  if (!walk.Take('[')) return std::nullopt;
  if (walk.Take(']')) return elements;
  do {
    const std::string_view element = walk.TakeValue();
    if (element.empty()) return std::nullopt;
    elements.push_back(element);
  } while (walk.Take(','));
  if (!walk.Take(']')) return std::nullopt;
  return elements;
}

}  // namespace

std::optional<ThreadBody> ReadThreadBody(std::string_view json) {
  if (!MayHaveThread(json)) return std::nullopt;
  Walk walk(WithoutByteOrderMark(json));
  if (!walk.Take('{')) return std::nullopt;
  std::optional<ThreadBody> thread;
  size_t members = 0;
  do {
    const std::string_view key = walk.TakeValue();
    if (key.empty() || !walk.Take(':')) return std::nullopt;
    ++members;
    if (IsThreadKey(key) && walk.IsAt('[')) {
      auto posts = TakeElements(walk);
      if (!posts) return std::nullopt;
      thread = ThreadBody{std::move(*posts)};
    } else if (walk.TakeValue().empty()) {
      return std::nullopt;
    }
  } while (walk.Take(','));
  if (!walk.Take('}') || !walk.IsAtEnd()) return std::nullopt;
  if (thread) thread->has_other_members = members > 1;
  return thread;
}

}  // namespace gatepost::service
