#pragma once

// Where a JSON value ends, found without looking into it, block by block: 64 bytes at a time by
// masks with a bit for each byte, as simdjson finds its way. Nesting of any depth is a number.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gatepost {

// Of a text that is no JSON it finds some end, or none. Not thread-safe.
class JsonValueEnd {
 public:
  // A value begins with the next byte that is fed; `first` is that byte.
  void Begin(char first);
  // How many of the bytes are the value's. It has ended if has_ended() says so: behind its last
  // byte, but with a number or a literal not before the byte after it was fed.
  [[nodiscard]] size_t Feed(std::string_view bytes);
  [[nodiscard]] bool has_ended() const { return has_ended_; }

 private:
  enum class Kind : uint8_t { kContainer, kString, kScalar };

  // The same for up to 64 bytes.
  [[nodiscard]] size_t FeedBlock(const char* block, size_t size);
  // Bytes that a backslash before them takes the meaning from.
  [[nodiscard]] uint64_t Escaped(uint64_t backslashes, size_t size);
  // The byte behind that which closes the outermost bracket; 0 if none does.
  [[nodiscard]] size_t CloseWithin(uint64_t opening, uint64_t closing);

  Kind kind_ = Kind::kContainer;
  bool has_ended_ = false;
  uint64_t depth_ = 0;
  uint64_t in_string_ = 0;   // all bits: the last block ended in a string
  uint64_t is_escaped_ = 0;  // 1: it ended in a backslash that escapes the next byte
};

}  // namespace gatepost
