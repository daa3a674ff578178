#pragma once

// How archives end, which tells whether all of one was found.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "post/byte_source.h"
#include "post/random_access.h"

namespace gatepost {

// Hands on what a source gives, and keeps the last of it. Borrows the source.
class TailedSource final : public ByteSource {
 public:
  // Room for the record at the end of a zip with the longest comment.
  static constexpr size_t kTailBytes = (64 << 10) + 22;

  explicit TailedSource(ByteSource& source) : source_(source) {}
  [[nodiscard]] Result<std::string_view> Next() override;
  // The last bytes that were given: kTailBytes, or all if there were fewer, and maybe some more.
  [[nodiscard]] std::string_view tail() const { return tail_; }

 private:
  ByteSource& source_;
  std::string tail_;
};

// The two blocks of NULs that POSIX wants at the end of a tar.
[[nodiscard]] bool HasTarEnd(std::string_view tail);

// The record at the end of a zip is there, and counts no more entries than were found. (It counts
// up to 65534; one of more is believed.)
[[nodiscard]] bool HasZipEnd(std::string_view tail, uint64_t entries);

// The same of a file that can be read at any place; false also if it cannot be read there.
[[nodiscard]] bool HasZipEnd(RandomAccess& file, uint64_t entries);

}  // namespace gatepost
