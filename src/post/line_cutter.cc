#include "post/line_cutter.h"

namespace gatepost {

Result<std::optional<Record>> LineCutter::Next() {
  for (;;) {
    const std::string_view line = buffer_.Line(max_line_bytes_);
    if (line.empty()) {
      if (!buffer_.status()) return Fail(buffer_.status().error());
      return std::nullopt;
    }
    Record record{
        .bytes = {}, .number = records_, .offset = buffer_.offset(), .line = buffer_.line()};
    if (line.size() > max_line_bytes_) {
      buffer_.TakeRestOfLine();
      record.is_too_large = true;
      ++records_;
      return record;
    }
    record.bytes = buffer_.Take(line.size());
    const size_t last = record.bytes.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos) continue;
    record.bytes = record.bytes.substr(0, last + 1);
    ++records_;
    return record;
  }
}

}  // namespace gatepost
