#include "post/text_cutter.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace gatepost {
namespace {

// Behind the last `joint` in the second half; 0 if there is none.
size_t BehindLast(std::string_view text, std::string_view joint) {
  const size_t at = text.rfind(joint);
  return at == std::string_view::npos || at < text.size() / 2 ? 0 : at + joint.size();
}

// Not within a character of UTF-8.
size_t BehindLastCharacter(std::string_view text, char next) {
  constexpr size_t kLongestCharacter = 4;
  const auto goes_on = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; };
  size_t size = text.size();
  while (size > 1 && text.size() - size < kLongestCharacter && goes_on(next)) next = text[--size];
  return goes_on(next) ? text.size() : size;
}

// How much of the text is a part; it has more than `max` bytes.
size_t PartSize(std::string_view text, size_t max) {
  const std::string_view part = text.substr(0, max);
  for (const std::string_view joint : {"\n\n", "\n\r\n", "\n", " "}) {
    if (const size_t size = BehindLast(part, joint); size > 0) return size;
  }
  return BehindLastCharacter(part, text[max]);
}

}  // namespace

uint64_t MaxPartBytes(const ReadOptions& options) {
  constexpr uint64_t kPartBytes = 1 << 20;
  return options.max_post_bytes == 0 ? kPartBytes : std::min(options.max_post_bytes, kPartBytes);
}

Result<std::optional<Record>> TextCutter::Next() {
  while (buffer_.bytes().size() <= max_part_bytes_ && buffer_.Grow()) continue;
  const std::string_view text = buffer_.bytes();
  if (text.empty()) {
    if (!buffer_.status()) return Fail(buffer_.status().error());
    return std::nullopt;
  }
  Record record{
      .bytes = {}, .number = records_++, .offset = buffer_.offset(), .line = buffer_.line()};
  const bool is_last = text.size() <= max_part_bytes_;
  record.bytes = buffer_.Take(is_last ? text.size() : PartSize(text, max_part_bytes_));
  return record;
}

std::string PartName(std::string_view path, const Record& record) {
  const std::string part = record.number == 0 ? "" : "#" + std::to_string(record.number + 1);
  return std::string(path) + part;
}

}  // namespace gatepost
