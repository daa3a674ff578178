#include "base/bytes.h"

namespace gatepost {

void AppendNumber(uint32_t number, std::string& bytes) {
  for (int shift = 0; shift < 32; shift += 8) bytes += static_cast<char>(number >> shift & 0xFF);
}

void AppendString(std::string_view text, std::string& bytes) {
  AppendNumber(static_cast<uint32_t>(text.size()), bytes);
  bytes += text;
}

uint32_t ByteReader::Number() {
  uint32_t number = 0;
  const std::string_view bytes = Take(4);
  for (size_t i = 0; i < bytes.size(); ++i) {
    number |= static_cast<uint32_t>(static_cast<uint8_t>(bytes[i])) << (8 * i);
  }
  return number;
}

std::string_view ByteReader::String() { return Take(Number()); }

size_t ByteReader::Count(size_t bytes_each) {
  const size_t count = Number();
  if (count > left_.size() / bytes_each) has_run_out_ = true;
  return has_run_out_ ? 0 : count;
}

std::string_view ByteReader::Take(size_t count) {
  if (count > left_.size()) {
    has_run_out_ = true;
    left_ = {};
    return {};
  }
  const std::string_view taken = left_.substr(0, count);
  left_.remove_prefix(count);
  return taken;
}

}  // namespace gatepost
